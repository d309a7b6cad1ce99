"""Giving an exercise from a step on, and leaving it: the place is kept from the moment it starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.choice import Choice, Circumstances, Fit, Wish, choose
from skill.domain.exercise.exercise import BREATH, STANDARD, Company, Exercise, by_id, part_of_day
from skill.domain.exercise.exercises import Exercises
from skill.domain.exercise.expectations import Afterwards, AtGate, Offering
from skill.domain.exercise.place import Place
from skill.domain.history import Entry
from skill.domain.line import Line, Rest
from skill.domain.reply import Ask, Reply, close

LEAD_IN = 3
"""Seconds, about, that a line said before an exercise takes."""
Move = Callable[[Place, Exercise, Desk], Reply]
"""What steers an exercise: from a place in it to what is said next."""
UNMET = {Fit.FOR_TWO: "exercise.for_two", Fit.ANOTHER_THEME: "exercise.another_theme"}
"""What is said first when the theme that was named can't be had."""


def exercise_at(place: Place | None, desk: Desk) -> Exercise | None:
    """The exercise in which a place is; None without a place, or for one that the library no longer has."""
    return by_id(desk.library.exercises, place.exercise) if place else None


def begin(wish: Wish, desk: Desk, *first: Line, pace: int = STANDARD) -> Ask:
    """Begins what fits a wish, at once."""
    choice = choose_now(wish, desk)
    unmet = UNMET.get(choice.fit)
    said = (desk.line(unmet),) if unmet else first
    return give(Place(choice.exercise.id, 0, desk.at, desk.today, pace, wish), desk, *said)


def another(place: Place, exercise: Exercise, desk: Desk) -> Ask:
    """Begins another one, for the same people and hands."""
    return begin(_who_is_here(place, exercise), desk, desk.line("exercise.another"), pace=place.pace)


def _who_is_here(place: Place, exercise: Exercise) -> Wish:
    return Wish(company=_company(place, exercise), hands=place.wish.hands)


def _company(place: Place, exercise: Exercise) -> Company:
    """One for two that was left during its opening most likely met one alone."""
    taken_part = place.step > 0 and exercise.company is Company.TOGETHER
    return place.wish.company or (Company.TOGETHER if taken_part else Company.ALONE)


def alone_instead(place: Place, _exercise: Exercise, desk: Desk) -> Ask:
    """Begins one for one, for somebody who says that they are alone."""
    return begin(replace(place.wish, company=Company.ALONE), desk, desk.line("exercise.another"))


def end_early(_place: Place, _exercise: Exercise, _desk: Desk) -> Reply:
    """Ends like any other early end."""
    return close(EARLY_CLOSE)


def set_aside(place: Place, exercise: Exercise, desk: Desk) -> Ask:
    """Leaves an exercise out from now on, and offers a different one to the same people."""
    keep(desk, desk.household.exercises.setting_aside(exercise.id))
    return desk.ask(Offering(_who_is_here(place, exercise)), desk.line("exercise.set_aside"))


def choose_now(wish: Wish, desk: Desk) -> Choice:
    """What fits a wish here and now; the same household on the same day draws the same."""
    exercises = desk.household.exercises
    seed = ":".join((desk.household.id, str(desk.today), *exercises.lately))
    part = part_of_day(desk.wall)
    now = Circumstances(part, exercises.lately, exercises.set_aside, seed)
    return choose(wish, desk.library.exercises, now)


def give(place: Place, desk: Desk, *first: Line) -> Ask:
    """Gives the part of an exercise that begins at a place; its clock starts now."""
    exercise = exercise_at(place, desk)
    if exercise is None:
        raise LookupError(place.exercise)
    heard_from = desk.at + timedelta(seconds=LEAD_IN if first else 0)
    place = place.given(exercise, heard_from, desk.today)
    keep(desk, desk.household.exercises.giving(place))
    gate = exercise.gate_of(place.step)
    state = Afterwards(place) if gate is None else AtGate(place, gate)
    return _asked(state, place.step, exercise, desk, *first)


def _asked(state: Afterwards | AtGate, step: int, exercise: Exercise, desk: Desk, *first: Line) -> Ask:
    pace = state.place.pace
    before = (said for line in first for said in (replace(line, pace=pace), Rest(BREATH)))
    asked = desk.ask(state, *before, *exercise.spoken(step, pace))
    return replace(asked, question=replace(asked.question, pace=pace))


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
