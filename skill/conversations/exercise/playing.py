"""An exercise as a track: played where there is a player, and spoken anywhere else."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.exercise import beginning
from skill.conversations.exercise.choosing import choose_now, named, unmet
from skill.conversations.exercise.giving import exercise_at, give, keep
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Choice, Fit
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.expectations import Within
from skill.domain.exercise.place import Place
from skill.domain.ladder import Touch
from skill.domain.line import Line
from skill.domain.reply import HandOver, Reply, hand_over
from skill.domain.track import Play, Stand, Tracks
from skill.domain.turn import Kind, Turn
from skill.domain.unfit import is_unfit
from skill.domain.voice import mark


def a_track(turn: Turn, desk: Desk) -> Reply:
    """Plays what was named or what fits; where no track can be played, the same is spoken."""
    wish = beginning.wished(turn)
    by_name = named(wish, desk)
    if (by_name is not None and not by_name.is_track) or is_unfit(turn, desk.library):
        return beginning.start(turn, desk)
    choice = Choice(by_name, Fit.AS_WISHED) if by_name else choose_now(wish, desk, _tracks(desk))
    first = unmet(choice, desk, beginning.unknown_theme(turn, desk))
    if plays(turn, desk):
        return play(choice.exercise, turn, desk, *first)
    return give(Place(choice.exercise.id, 0, desk.at, desk.today, wish=wish.kept()), desk, *first)


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


def plays(turn: Turn, desk: Desk) -> bool:
    """Whether tracks are played here now: none is whispered, and after a failure none is tried soon.

    Nor once somebody told of a loss: a track can leave out no word, and its buttons know no conversation.
    """
    household, spoken = desk.household, desk.grieving or not turn.plays
    return not spoken and not household.is_quiet(desk.at) and not household.tracks.rest(desk.at)


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


def _tracks(desk: Desk) -> list[Exercise]:
    return [exercise for exercise in desk.library.exercises if exercise.is_track]


def _under_way(turn: Turn, desk: Desk) -> Place | None:
    state = turn.progress.state
    if isinstance(state, Within):
        return state.place
    kept = desk.household.exercises.kept(desk.today) if state is None else None
    exercise = exercise_at(kept, desk)
    return kept.standing(exercise, desk.at) if kept and exercise else None
