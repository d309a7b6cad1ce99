"""Giving an exercise from a step on, and leaving it: the place is kept from the moment it starts."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.exercise.exercise import Exercise, by_id
from skill.domain.exercise.exercises import Exercises
from skill.domain.exercise.expectations import Afterwards, AtGate
from skill.domain.exercise.place import Place
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import BREATH
from skill.domain.grieving import something_quiet
from skill.domain.history import Entry
from skill.domain.ladder import Touch
from skill.domain.line import Line, Rest
from skill.domain.reply import Ask

LEAD_IN = 3
"""Seconds, about, that a line said before an exercise takes."""


def exercise_at(place: Place | None, desk: Desk) -> Exercise | None:
    """The exercise in which a place is; None without a place, or for one that the library no longer has."""
    return by_id(desk.library.exercises, place.exercise) if place else None


def waits(exercise: Exercise, desk: Desk) -> bool:
    """Whether one is for another day: somebody told of a loss, and it speaks of a child or is merry."""
    return desk.grieving and Situation.LOSS in exercise.not_when


def give(place: Place, desk: Desk, *first: Line) -> Ask:
    """Gives the part of an exercise that begins at a place; its clock starts now.

    One begun before somebody told of a loss may have to wait; then the quiet is offered.

    Raises:
        LookupError: for one that the library no longer has, or that has touch: that needs two yeses.
    """
    exercise = exercise_at(place, desk)
    if exercise is None or exercise.touch is not Touch.NONE:
        raise LookupError(place.exercise)
    if waits(exercise, desk):
        return something_quiet(desk)
    heard_from = desk.at + timedelta(seconds=LEAD_IN if first else 0)
    place = place.given(exercise, heard_from, desk.today)
    keep(desk, desk.household.exercises.giving(place))
    gate = exercise.gate_of(place.step)
    state = Afterwards(place) if gate is None else AtGate(place, gate)
    return _asked(state, place.step, exercise, desk, *first)


def _asked(state: Afterwards | AtGate, step: int, exercise: Exercise, desk: Desk, *first: Line) -> Ask:
    pace = state.place.pace
    before = (said for line in first for said in (replace(line, pace=pace), Rest(BREATH)))
    asked = desk.ask(state, *before, *exercise.spoken(step, pace, needs=not desk.grieving))
    card = exercise.card if step == 0 else None
    return replace(asked, question=replace(asked.question, pace=pace), card=card)


def settle(desk: Desk) -> None:
    """Counts as done what the clock says was heard to its end, in whatever session."""
    for place in desk.household.exercises.over(desk.at):
        _done(place, desk)


def leave(place: Place, exercise: Exercise, desk: Desk) -> Place:
    """Keeps the place where the clock says it was left, unless another device has taken it since."""
    standing = replace(place.standing(exercise, desk.at), day=desk.today) if place.running else place
    exercises = desk.household.exercises
    if place.running and exercises.runs(place):
        if standing.step == exercise.end:
            _done(place, desk)
        else:
            latest = exercises.place == place
            keep(desk, exercises.leaving(standing) if latest else exercises.ended(place))
    return standing


def end_now(place: Place, exercise: Exercise, desk: Desk, first: Line) -> Ask:
    """Gives the closing at once; leaving halfway counts as done, and nothing is left to take up."""
    keep(desk, desk.household.exercises.without(exercise.id))
    desk.home.record(Entry(desk.today, desk.at, "exercise", exercise.id))
    over = replace(place, step=exercise.end, running=False, ends_at=None)
    return _asked(Afterwards(over), exercise.closing, exercise, desk, first)


def keep(desk: Desk, exercises: Exercises) -> None:
    """Keeps what the household's exercises leave behind."""
    desk.home.keep(replace(desk.household, exercises=exercises))


def _done(place: Place, desk: Desk) -> None:
    keep(desk, desk.household.exercises.ended(place))
    heard = place.heard()
    if heard:
        desk.home.record(heard)
