"""An exercise as a track: begun, paused and steered where there is a player, and spoken anywhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from skill.conversations.exercise import beginning
from skill.conversations.exercise.choosing import choose_now, named, unmet
from skill.conversations.exercise.giving import exercise_at, give, keep
from skill.conversations.exercise.midway import is_free
from skill.domain import misheard as asking
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Choice, Circumstances, Fit, shelf
from skill.domain.exercise.exercise import STANDARD, Exercise, by_id, part_of_day
from skill.domain.exercise.expectations import Within
from skill.domain.exercise.place import Place
from skill.domain.exercise.situation import Situation
from skill.domain.ladder import Touch
from skill.domain.line import Line
from skill.domain.reply import HandOver, Reply, close, hand_over
from skill.domain.track import Hush, Now, Play, Stand, Tracks
from skill.domain.turn import Kind, Turn
from skill.domain.voice import mark

ONWARD = {"AMAZON.NextIntent": 1, "AMAZON.PreviousIntent": -1}
"""Which way along the shelf."""
JUST_NOW = timedelta(minutes=2)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""When something was that nobody knows the time of."""


def a_track(turn: Turn, desk: Desk) -> Reply:
    """Plays what was named or what fits; where no track can be played, the same is spoken."""
    wish = beginning.wished(turn)
    by_name = named(wish, desk)
    if (by_name is not None and not by_name.is_track) or beginning.is_unfit(turn, desk):
        return beginning.start(turn, desk)
    choice = Choice(by_name, Fit.AS_WISHED) if by_name else choose_now(wish, desk, _tracks(desk))
    first = unmet(choice, desk, beginning.unknown_theme(turn, desk))
    if plays(turn, desk):
        return play(choice.exercise, turn, desk, *first)
    return give(Place(choice.exercise.id, 0, desk.at, desk.today, wish=wish), desk, *first)


def as_a_track(turn: Turn, desk: Desk) -> Reply:
    """Plays the exercise under way from the step at which it stands; without one it plays what fits."""
    place = _under_way(turn, desk)
    exercise = exercise_at(place, desk)
    if place is None or exercise is None or exercise.touch is not Touch.NONE:
        return a_track(turn, desk)
    place = place.at_step(0) if place.step >= exercise.end else place
    if not (exercise.is_track and plays(turn, desk)):
        return give(place, desk)
    keep(desk, desk.household.exercises.without(exercise.id))
    return play(exercise, turn, desk, offset=exercise.begins(place.step))


def pause(turn: Turn, desk: Desk) -> Reply | None:
    """Stops the track that plays here, without a word; the player then tells where."""
    stand = _meant(turn, desk)
    sounds = turn.player is not None and turn.player.now is Now.SOUNDS
    here = stand is not None and stand.device == device_of(turn) and stand.now is Now.SOUNDS
    return hand_over(Hush()) if is_free(turn) and (sounds or here) else None


def go_on(turn: Turn, desk: Desk) -> Reply | None:
    """Takes up a track where it stands, from any device; None when words were the last thing begun."""
    stand = _meant(turn, desk) if is_free(turn) else None
    exercise = by_id(desk.library.exercises, stand.exercise) if stand else None
    if stand is None or exercise is None or stand.now is Now.OVER:
        return None
    if plays(turn, desk):
        return play(exercise, turn, desk, offset=stand.offset, taken_up=stand)
    _leave_to_words(stand, exercise, turn, desk)
    return None


def over(turn: Turn, desk: Desk) -> Reply | None:
    """Plays it from its beginning."""
    stand = _meant(turn, desk) if is_free(turn) else None
    exercise = by_id(desk.library.exercises, stand.exercise) if stand else None
    if stand is None or exercise is None:
        return None
    if plays(turn, desk):
        return play(exercise, turn, desk)
    _leave_to_words(stand, exercise, turn, desk)
    return None


def again(turn: Turn, desk: Desk) -> Reply | None:
    """Plays once more what plays or was just over; later on, it is words that are to be said again."""
    stand = _meant(turn, desk)
    fresh = stand is not None and stand.at > desk.at - JUST_NOW
    sounds = stand is not None and stand.now is Now.SOUNDS
    return over(turn, desk) if fresh or sounds else None


def walk(turn: Turn, desk: Desk) -> Reply | None:
    """Plays the one beside it on the shelf of what suits now; the shelf has no end."""
    stand = _meant(turn, desk) if is_free(turn) else None
    exercise = by_id(desk.library.exercises, stand.exercise) if stand else None
    if stand is None or exercise is None:
        return None
    if plays(turn, desk):
        return play(_beside(exercise, ONWARD[turn.intent], desk), turn, desk)
    _leave_to_words(stand, exercise, turn, desk)
    return None


def once(turn: Turn, desk: Desk) -> Reply:
    """Neither round and round nor shuffled: says kindly how it is, and lets the track play on."""
    about = "shuffle" if turn.intent.startswith("AMAZON.Shuffle") else "loop"
    line = desk.line(f"track.{about}")
    return close(line) if turn.progress.state is None else asking.again(turn, desk, "question", line)


def plays(turn: Turn, desk: Desk) -> bool:
    """Whether tracks are played here now: none is whispered, and after a failure none is tried soon."""
    household = desk.household
    return turn.plays and not household.is_quiet(desk.at) and not household.tracks.rest(desk.at)


def play(
    exercise: Exercise,
    turn: Turn,
    desk: Desk,
    *first: Line,
    offset: int = 0,
    taken_up: Stand | None = None,
) -> HandOver:
    """Plays a track; its place is kept from now on.

    Raises:
        LookupError: for one that is no track: touch and questions need an answer.
    """
    if not exercise.is_track:
        raise LookupError(exercise.id)
    stand = Stand(device_of(turn), exercise.id, offset, desk.at, desk.today)
    household = desk.household
    keep(desk, household.exercises.begun(exercise.id))
    keep_tracks(desk, household.tracks.playing(stand, taken_up))
    card = exercise.card if offset == 0 and turn.kind is Kind.INTENT else None
    return hand_over(Play(exercise.id, exercise.name.key, offset), *first, card=card)


def keep_tracks(desk: Desk, tracks: Tracks) -> None:
    """Keeps where the tracks stand."""
    desk.home.keep(replace(desk.household, tracks=tracks))


def device_of(turn: Turn) -> str:
    """A mark of the device that speaks."""
    return mark(turn.device) or ""


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


def _tracks(desk: Desk) -> list[Exercise]:
    return [exercise for exercise in desk.library.exercises if exercise.is_track]


def _under_way(turn: Turn, desk: Desk) -> Place | None:
    state = turn.progress.state
    if isinstance(state, Within):
        return state.place
    kept = desk.household.exercises.kept(desk.today) if state is None else None
    exercise = exercise_at(kept, desk)
    return kept.standing(exercise, desk.at) if kept and exercise else None


def _beside(exercise: Exercise, way: int, desk: Desk) -> Exercise:
    told = frozenset({Situation.LOSS}) if desk.grieving else frozenset[Situation]()
    seed = f"{desk.household.id}:{desk.today}"
    aside = desk.household.exercises.set_aside
    now = Circumstances(part_of_day(desk.wall), (), aside, seed, told)
    tracks = shelf(desk.library.exercises, exercise.company, now) or (exercise,)
    at = tracks.index(exercise) if exercise in tracks else -1 if way > 0 else 0
    return tracks[(at + way) % len(tracks)]
