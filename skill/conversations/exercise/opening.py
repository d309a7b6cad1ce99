"""One with touch was asked for: which it is, and whether it is opened or its twin is given."""

from __future__ import annotations

import random

from skill.conversations.exercise.giving import give
from skill.conversations.exercise.touching import invite
from skill.domain.desk import Desk
from skill.domain.exercise.choice import OF_TOUCH, Wish, least_lately
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.place import Place
from skill.domain.line import Line
from skill.domain.reply import Ask


def of_kind(wish: Wish, desk: Desk) -> Exercise | None:
    """One with the kind of touch that a wish names, or None when it names none."""
    kind = OF_TOUCH.get(wish.theme)
    kept = desk.household.exercises.set_aside
    fitting = [e for e in desk.library.exercises if kind and e.touch is kind and e.id not in kept]
    free = [e for e in fitting if wish.hands is None or wish.hands in e.works_with] or fitting
    seed = f"touch {desk.household.id} {desk.today}"
    pool = least_lately(free, desk.household.exercises.lately, lambda e: e.twin or "")
    return random.Random(seed).choice(pool) if pool else None  # noqa: S311 - an exercise, not a secret


def open_or_twin(exercise: Exercise, wish: Wish, pace: int, desk: Desk) -> Ask:
    """Opens one with touch that was asked for, or gives its twin: today is for words, whatever the reason."""
    if desk.allows(exercise.touch):
        return invite(exercise, pace, desk)
    twin = exercise.twin or ""
    place = Place(twin, 0, desk.at, desk.today, pace, Wish(company=exercise.company, hands=wish.hands))
    return give(place, desk, desk.line("closeness.for_words"), *_first_evening(desk))


def _first_evening(desk: Desk) -> tuple[Line, ...]:
    """How a hand becomes possible, said on the first evening only: whatever anybody said by then."""
    first = desk.home.keeps and desk.household.first_day == desk.today
    return (desk.line("closeness.first_evening"),) if first else ()
