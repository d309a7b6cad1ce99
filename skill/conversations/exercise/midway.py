"""In the middle of an exercise: interrupted at any second, steered, paused, and taken up again."""

from __future__ import annotations

from collections.abc import Mapping

from skill.conversations.exercise.choosing import Move, set_aside
from skill.conversations.exercise.giving import exercise_at, leave
from skill.conversations.exercise.moves import AT_GATE, MIDWAY, WAITING
from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.exercise import Exercise, by_id
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, Offering, Waiting
from skill.domain.exercise.place import Place
from skill.domain.progress import State
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu

WORDS = frozenset(
    {
        "AMAZON.FallbackIntent",
        "AnswerIntent",
        "NameIntent",
        "NumberIntent",
        "TownIntent",
        "WhenIntent",
    }
)
"""Intents that answer no gate."""


def left(turn: Turn, desk: Desk) -> State:
    """Keeps the place by the clock, and says where the conversation stands now."""
    state = turn.progress.state
    if not isinstance(state, AtGate | Afterwards):
        raise TypeError(type(state))
    exercise = exercise_at(state.place, desk)
    if exercise is None:
        return Offering()
    place = leave(state.place, exercise, desk)
    if place.step == exercise.end:
        return Afterwards(place)
    if isinstance(state, AtGate) and (place.step == state.gate or turn.intent == "AMAZON.YesIntent"):
        return AtGate(place, state.gate)
    return Midway(place)


def midway(turn: Turn, desk: Desk) -> Reply | None:
    """Whatever steers an exercise that was interrupted."""
    return _moved(MIDWAY, turn, desk)


def waiting(turn: Turn, desk: Desk) -> Reply | None:
    """The rest of the one that waits, or a new one."""
    return _moved(WAITING, turn, desk)


def at_gate(turn: Turn, desk: Desk) -> Reply | None:
    """One answer from either is enough; what is not understood is asked once more, then it ends."""
    if turn.intent not in WORDS:
        return _moved(AT_GATE, turn, desk)
    state = turn.progress.state
    if turn.progress.misheard or not isinstance(state, AtGate):
        return close(EARLY_CLOSE)
    desk.misheard = 1
    return desk.ask(state, desk.line("misheard.sorry"), question="help")


def steer(turn: Turn, desk: Desk) -> Reply | None:
    """Steers, from a new conversation, the exercise whose place is kept; None when there is none."""
    kept = _kept(turn, desk)
    return MIDWAY[turn.intent](*kept, desk) if kept else None


def go_on(turn: Turn, desk: Desk) -> Reply | None:
    """Takes up the place kept today, from any device; offers a new one when there is none."""
    if not is_free(turn):
        return None
    return steer(turn, desk) or desk.ask(Offering(), desk.line("exercise.nothing_waiting"))


def pause(turn: Turn, desk: Desk) -> Reply:
    """Closes with one line and keeps the place; without one it is an end like any other."""
    return steer(turn, desk) or close(EARLY_CLOSE)


def too_long(turn: Turn, desk: Desk) -> Reply | None:
    """Comes to the end of the one that waits; without one, says how long they are."""
    if not is_free(turn):
        return None
    return steer(turn, desk) or desk.ask(Offering(), desk.line("exercise.two_minutes"))


def not_that_one(turn: Turn, desk: Desk) -> Reply | None:
    """Leaves out the last exercise there was."""
    lately = desk.household.exercises.lately
    exercise = by_id(desk.library.exercises, lately[-1]) if lately and is_free(turn) else None
    place = Place(exercise.id, exercise.end, desk.at, desk.today) if exercise else None
    return set_aside(place, exercise, desk) if place and exercise else None


def is_free(turn: Turn) -> bool:
    """Whether nothing else is under way that the words could mean."""
    return isinstance(turn.progress.state, Menu | Offering | Afterwards | None)


def _kept(turn: Turn, desk: Desk) -> tuple[Place, Exercise] | None:
    place = desk.household.exercises.kept(desk.today) if is_free(turn) else None
    exercise = exercise_at(place, desk)
    if place is None or exercise is None:
        return None
    standing = place.standing(exercise, desk.at)
    return (standing, exercise) if standing.step < exercise.end else None


def _moved(moves: Mapping[str, Move], turn: Turn, desk: Desk) -> Reply | None:
    state = turn.progress.state
    if not isinstance(state, AtGate | Midway | Waiting):
        return None
    exercise = exercise_at(state.place, desk)
    move = moves.get(turn.intent) if turn.id("whose") in (None, "me") else None
    return move(state.place, exercise, desk) if exercise and move else None
