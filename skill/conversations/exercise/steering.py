"""Steering a track: paused, taken up, begun again, the next one; None where words are meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from skill.conversations.exercise.giving import keep
from skill.conversations.exercise.midway import is_free
from skill.conversations.exercise.playing import device_of, keep_tracks, play, plays
from skill.domain import misheard as asking
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Circumstances, shelf
from skill.domain.exercise.exercise import Exercise, by_id, part_of_day
from skill.domain.exercise.place import Place
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import STANDARD
from skill.domain.reply import Reply, close, hand_over
from skill.domain.track import Hush, Now, Stand
from skill.domain.turn import Kind, Turn

Steer = Callable[[Stand, Exercise, Turn, Desk], Reply | None]
ONWARD = {"AMAZON.NextIntent": 1, "AMAZON.PreviousIntent": -1}
"""Which way along the shelf."""
JUST_NOW = timedelta(minutes=2)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""When something was that nobody knows the time of."""


def pause(turn: Turn, desk: Desk) -> Reply | None:
    """Stops the track that plays here, without a word; the player then tells where."""
    stand = _meant(turn, desk)
    sounds = turn.player is not None and turn.player.now is Now.SOUNDS
    here = stand is not None and stand.device == device_of(turn) and stand.now is Now.SOUNDS
    return hand_over(Hush()) if is_free(turn) and (sounds or here) else None


def go_on(turn: Turn, desk: Desk) -> Reply | None:
    """Takes up a track where it stands, from any device."""
    return _steered(turn, desk, _taken_up)


def over(turn: Turn, desk: Desk) -> Reply | None:
    """Plays it from its beginning."""
    return _steered(turn, desk, _from_its_beginning)


def again(turn: Turn, desk: Desk) -> Reply | None:
    """Plays once more what plays or was just over; later on, it is words that are to be said again."""
    stand = _meant(turn, desk)
    fresh = stand is not None and stand.at > desk.at - JUST_NOW
    sounds = stand is not None and stand.now is Now.SOUNDS
    return over(turn, desk) if fresh or sounds else None


def walk(turn: Turn, desk: Desk) -> Reply | None:
    """Plays the one beside it on the shelf of what suits now; the shelf has no end."""
    return _steered(turn, desk, _the_one_beside)


def once(turn: Turn, desk: Desk) -> Reply:
    """Neither round and round nor shuffled: says kindly how it is, and lets the track play on."""
    about = "shuffle" if turn.intent.startswith("AMAZON.Shuffle") else "loop"
    line = desk.line(f"track.{about}")
    return close(line) if turn.progress.state is None else asking.again(turn, desk, "question", line)


def _steered(turn: Turn, desk: Desk, steer: Steer) -> Reply | None:
    """What becomes of the track that is meant; where none can be played, its words are left to be steered."""
    stand = _meant(turn, desk) if is_free(turn) else None
    exercise = by_id(desk.library.exercises, stand.exercise) if stand else None
    if stand is None or exercise is None or not exercise.is_track:
        return None
    if plays(turn, desk):
        return steer(stand, exercise, turn, desk)
    _leave_to_words(stand, exercise, turn, desk)
    return None


def _taken_up(stand: Stand, exercise: Exercise, turn: Turn, desk: Desk) -> Reply | None:
    if stand.now is Now.OVER:
        return None
    return play(exercise, turn, desk, offset=stand.offset, taken_up=stand)


def _from_its_beginning(_stand: Stand, exercise: Exercise, turn: Turn, desk: Desk) -> Reply:
    return play(exercise, turn, desk)


def _the_one_beside(_stand: Stand, exercise: Exercise, turn: Turn, desk: Desk) -> Reply:
    return play(_beside(exercise, ONWARD[turn.intent], desk), turn, desk)


def _meant(turn: Turn, desk: Desk) -> Stand | None:
    """The track that is meant where none is named; None when an exercise in words was begun after it."""
    stand = desk.household.tracks.known(device_of(turn), desk.today)
    here = stand is not None and stand.device == device_of(turn)
    stand = stand.heard_from(turn.player) if stand and here else stand or _told(turn, desk)
    words = desk.household.exercises.kept(desk.today)
    return None if stand is None or (words and words.given_at > stand.at) else stand


def _told(turn: Turn, desk: Desk) -> Stand | None:
    """What only the player still knows: its place where nothing outlasts the process, or where it plays now.

    Of a place that went at four in the morning, or was forgotten, no more than which track it was.
    """
    player = turn.player
    if player is None:
        return None
    sounds = player.now is Now.SOUNDS
    now = player.now if sounds or not desk.home.keeps else Now.OVER
    return Stand(
        device_of(turn), player.exercise, player.offset, desk.at if sounds else LONG_AGO, desk.today, now
    )


def _leave_to_words(stand: Stand, exercise: Exercise, turn: Turn, desk: Desk) -> None:
    """Leaves the track to its words, from the step that was playing: what was said is then meant for them."""
    if turn.kind is not Kind.INTENT or stand.now is Now.OVER:
        return
    step = exercise.reached(0, STANDARD, stand.offset / 1000)
    place = Place(exercise.id, step, desk.at, desk.today, running=False)
    keep(desk, desk.household.exercises.pausing(place))
    keep_tracks(desk, desk.household.tracks.without(stand))


def _beside(exercise: Exercise, way: int, desk: Desk) -> Exercise:
    told = frozenset({Situation.LOSS}) if desk.grieving else frozenset[Situation]()
    seed = f"{desk.household.id}:{desk.today}"
    aside = desk.household.exercises.set_aside
    now = Circumstances(part_of_day(desk.wall), (), aside, seed, told)
    tracks = shelf(desk.library.exercises, exercise.company, now) or (exercise,)
    at = tracks.index(exercise) if exercise in tracks else -1 if way > 0 else 0
    return tracks[(at + way) % len(tracks)]
