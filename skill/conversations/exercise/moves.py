"""What steers an exercise, and what it does: in the middle, where one waits, and at a gate."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.conversations.exercise.choosing import Move, alone_instead, another, end_early, set_aside
from skill.conversations.exercise.giving import end_now, give, keep
from skill.domain.desk import Desk
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.place import Place
from skill.domain.exercise.step import SLOWER
from skill.domain.reply import Reply, close


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
