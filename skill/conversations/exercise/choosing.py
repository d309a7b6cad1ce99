"""What is begun when an exercise is asked for: what was named, or what fits here and now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from skill.conversations.exercise import opening, touching
from skill.conversations.exercise.giving import give, keep, waits
from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.choice import Choice, Circumstances, Fit, Wish, choose
from skill.domain.exercise.exercise import Company, Exercise, by_id, part_of_day
from skill.domain.exercise.expectations import Offering
from skill.domain.exercise.place import Place
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import STANDARD
from skill.domain.ladder import Touch
from skill.domain.line import Line
from skill.domain.reply import Ask, Reply, close

Move = Callable[[Place, Exercise, Desk], Reply]
"""What steers an exercise: from a place in it to what is said next."""
UNMET = {Fit.FOR_TWO: "exercise.for_two", Fit.ANOTHER_THEME: "exercise.another_theme"}
"""What is said first when the theme that was named can't be had."""


def begin(wish: Wish, desk: Desk, *first: Line, pace: int = STANDARD) -> Ask:
    """Begins what fits a wish, at once; one with touch is only opened, and each of the two is asked."""
    by_name = named(wish, desk)
    if by_name is not None and waits(by_name, desk):
        return _in_its_place(by_name, wish, pace, desk)
    if by_name is not None and by_name.touch is not Touch.NONE:
        return opening.open_or_twin(by_name, wish, pace, desk)
    choice = Choice(by_name, Fit.AS_WISHED) if by_name else choose_now(wish, desk)
    if choice.exercise.touch is not Touch.NONE:
        return touching.invite(choice.exercise, pace, desk)
    place = Place(choice.exercise.id, 0, desk.at, desk.today, pace, wish.kept())
    return give(place, desk, *unmet(choice, desk, first))


def _in_its_place(exercise: Exercise, wish: Wish, pace: int, desk: Desk) -> Ask:
    """After a loss, what suits in the place of one asked for by its name; with touch, today is for words."""
    key = "exercise.another_theme" if exercise.touch is Touch.NONE else "closeness.for_words"
    asked = Wish(company=exercise.company, hands=wish.hands)
    return give(
        Place(choose_now(asked, desk).exercise.id, 0, desk.at, desk.today, pace, asked), desk, desk.line(key)
    )


def unmet(choice: Choice, desk: Desk, first: tuple[Line, ...]) -> tuple[Line, ...]:
    """What is said before a choice that is not quite what was wished for; otherwise `first`."""
    key = UNMET.get(choice.fit)
    return (desk.line(key),) if key else first


def named(wish: Wish, desk: Desk) -> Exercise | None:
    """The one asked for by its name or its kind of touch; none for two where one is alone."""
    found = by_id(desk.library.exercises, wish.exercise) if wish.exercise else opening.of_kind(wish, desk)
    return None if found and wish.company not in (None, found.company) else found


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


def choose_now(wish: Wish, desk: Desk, among: Sequence[Exercise] = ()) -> Choice:
    """What fits a wish here and now; the same household on the same day draws the same.

    `among` are those that can be had; without it, all.
    """
    exercises = desk.household.exercises
    seed = ":".join((desk.household.id, str(desk.today), *exercises.lately))
    part = part_of_day(desk.wall)
    told = frozenset({Situation.LOSS}) if desk.grieving else frozenset()
    now = Circumstances(part, exercises.lately, exercises.set_aside, seed, told, room=desk.room)
    return choose(wish, among or desk.library.exercises, now)
