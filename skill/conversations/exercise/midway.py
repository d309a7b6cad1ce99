"""In the middle of an exercise: interrupted at any second, steered, paused, and taken up again."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.conversations.exercise.choosing import (
    Move,
    alone_instead,
    another,
    end_early,
    set_aside,
)
from skill.conversations.exercise.giving import (
    end_now,
    exercise_at,
    give,
    keep,
    leave,
)
from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.exercise import Exercise, by_id
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, Offering, Waiting
from skill.domain.exercise.place import Place
from skill.domain.exercise.step import SLOWER
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


def _on(place: Place, exercise: Exercise, desk: Desk) -> Reply:
    """The opening says the name itself."""
    return give(place, desk, *([desk.line("exercise.going_on", name=exercise.name)] if place.step else []))


def _through(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(place.step + 1), desk)


def _yes(place: Place, exercise: Exercise, desk: Desk) -> Reply:
    """A yes at a gate opens it, however early the clock finds it: it estimates."""
    gate = exercise.gate_of(place.step)
    return give(place.at_step(place.step if gate is None else gate + 1), desk)


def _next(place: Place, exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(min(place.step + 1, exercise.closing)), desk)


def _back(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(max(place.step - 1, 0)), desk)


def _again(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place, desk, desk.line("exercise.once_more"))


def _over(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(0), desk, desk.line("exercise.beginning"))


def _slower(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(place.step, SLOWER), desk, desk.line("exercise.slower"))


def _to_the_end(place: Place, exercise: Exercise, desk: Desk) -> Reply:
    return end_now(place, exercise, desk, desk.line("exercise.here_it_ends"))


def _pause(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    """Keeps the place also when it was found by the clock from another device."""
    keep(desk, desk.household.exercises.pausing(replace(place, day=desk.today)))
    return close(desk.line("exercise.paused" if desk.home.keeps else "exercise.paused_for_now"))


MIDWAY: Mapping[str, Move] = {
    "AMAZON.NextIntent": _next,
    "AMAZON.NoIntent": end_early,
    "AMAZON.PauseIntent": _pause,
    "AMAZON.PreviousIntent": _back,
    "AMAZON.RepeatIntent": _again,
    "AMAZON.ResumeIntent": _on,
    "AMAZON.StartOverIntent": _over,
    "AMAZON.YesIntent": _on,
    "AnotherOneIntent": another,
    "NotThatOneIntent": set_aside,
    "SkipIntent": _next,
    "SlowerIntent": _slower,
    "TooLongIntent": _to_the_end,
    "WhoseIntent": alone_instead,
}
WAITING: Mapping[str, Move] = {
    **MIDWAY,
    "AMAZON.NoIntent": another,
    "SkipIntent": another,
}
AT_GATE: Mapping[str, Move] = {
    **MIDWAY,
    "AMAZON.NextIntent": _through,
    "AMAZON.ResumeIntent": _through,
    "AMAZON.YesIntent": _yes,
    "SkipIntent": end_early,
}
