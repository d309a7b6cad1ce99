"""What a time alone could be for: relaxing, getting away, mastering something, or whatever one chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.expectation import Expectation
from skill.domain.line import Line

HAND_OVER = "P28"
"""The exercise that two do before one of them goes: whoever is back after it was away."""


class Need(StrEnum):
    """What somebody is missing."""

    RELAX = "relax"
    GET_AWAY = "get_away"
    MASTER = "master"
    CHOOSE = "choose"


class Idea(Struct, frozen=True):
    """One of the library, with the smallest time it fits into; its words are a phrase of their own."""

    id: str
    need: Need
    minutes: int

    @property
    def line(self) -> Line:
        """Its words, a part of a sentence."""
        return Line(f"alone_menu.idea.{self.id}")


class WhatFeeds(Expectation, frozen=True):
    """What would do the one who goes good is expected: a need, a plan in their own words, or none."""

    KEY: ClassVar[str] = "alone_menu"
    ELICITS: ClassVar[bool] = True
    minutes: int | None = None
    """How long the time alone is, where that was said."""
    offer: OfferReminder | None = None
    """The reminder that was being offered: it is offered afterwards."""


class AnotherIdea(Expectation, frozen=True):
    """One idea was given; whether another is wanted is expected."""

    KEY: ClassVar[str] = "another_idea"
    need: Need
    minutes: int | None = None
    given: tuple[str, ...] = ()
    """Ids of those given in this conversation, newest last."""


def draw(
    ideas: Iterable[Idea],
    need: Need,
    minutes: int | None,
    given: Sequence[str],
    pick: Callable[[int], int],
) -> Idea:
    """One idea for a need that fits into the time there is, and none twice before all were given."""
    fitting = [each for each in ideas if each.need is need and each.minutes <= (minutes or each.minutes)]
    new = [each for each in fitting if each.id not in given] or fitting
    return new[pick(len(new))]


def size_within(sizes: Iterable[int], minutes: int) -> int:
    """The largest size that fits into a time; the smallest where none does."""
    ordered = sorted(sizes)
    return max((size for size in ordered if size <= minutes), default=ordered[0])
