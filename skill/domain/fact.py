"""Small true things: one at a time, and none twice before all were told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct

from skill.domain.card import Card, grade_of
from skill.domain.expectation import Expectation
from skill.domain.ladder import Touch
from skill.domain.line import Line

TOUCH_ONE_IN = 4
"""One in so many speaks of touch, where the day has room for it."""


class Fact(Struct, frozen=True):
    """One of the library; its words are a phrase of their own."""

    id: str
    touch: Touch
    """What it speaks of."""
    grade: str
    """How well it was tested, as `card.grade_of` has it; its source is for a screen alone."""

    @property
    def line(self) -> Line:
        """Its words."""
        return Line(f"fact.{self.id}")

    @property
    def card(self) -> Card | None:
        """Where it comes from; one that speaks of touch leaves nothing on a screen."""
        if self.touch is not Touch.NONE:
            return None
        return Card("card.fact", (self.line.key, f"{self.line.key}.source", grade_of(self.grade)))


class AnotherFact(Expectation, frozen=True):
    """One was told; whether another is wanted is expected."""

    KEY: ClassVar[str] = "another_fact"
    told: str = ""
    """The id of the one told last."""


def draw(
    facts: Sequence[Fact], heard: Sequence[str], allows: Callable[[Touch], bool], pick: Callable[[int], int]
) -> Fact:
    """One not heard yet; `allows` says what touch today has room for, `pick` throws the dice.

    Those without touch go around by themselves: each that can come today could come on any other day.
    """
    new = [fact for fact in facts if fact.id not in heard]
    about_touch = [fact for fact in new if fact.touch is not Touch.NONE and allows(fact.touch)]
    if about_touch and pick(TOUCH_ONE_IN) == TOUCH_ONE_IN - 1:
        return about_touch[pick(len(about_touch))]
    quiet = [fact for fact in new if fact.touch is Touch.NONE]
    return quiet[pick(len(quiet))]


def hearing(facts: Sequence[Fact], heard: Sequence[str], fact: Fact) -> tuple[str, ...]:
    """The ids heard once a fact was told; when its kind has all been told, only this one is left of it."""
    kind = {each.id for each in facts if (each.touch is Touch.NONE) == (fact.touch is Touch.NONE)}
    now = (*(each for each in heard if each != fact.id), fact.id)
    return now if not kind <= set(now) else (*(each for each in now if each not in kind), fact.id)
