"""Small moments: ten seconds, where people are, and never pressed on anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from skill.domain.exercise.exercise import Company, Hands
from skill.domain.expectation import Expectation
from skill.domain.ladder import Touch
from skill.domain.line import Line

LATELY = 12
"""So many are not given again soon, as long as there are others."""
TOUCH_ONE_IN = 4
"""One in so many has touch, where the day has room for it; two of them never come running."""


class Spot(StrEnum):
    """Where in the house it is played."""

    TABLE = "table"
    SINK = "sink"
    DOOR = "door"
    BEDTIME = "bedtime"
    COT = "cot"
    ANYWHERE = "anywhere"


class SmallMoment(Struct, frozen=True):
    """One of the library; its words are a phrase of their own."""

    id: str
    place: Spot
    touch: Touch
    works_with: frozenset[Hands]
    alone: bool
    """Whether one parent can do it with nobody else there."""

    @property
    def line(self) -> Line:
        """Its words."""
        return Line(f"small_moment.{self.id}")


class Around(Struct, frozen=True):
    """Where somebody is and with whom, as far as they said; kept for the conversation only."""

    place: Spot = Spot.ANYWHERE
    hands: Hands | None = None
    company: Company | None = None

    def has(self, moment: SmallMoment) -> bool:
        """Whether a moment can be played here."""
        here = moment.place is self.place and self.hands in (None, *moment.works_with)
        return here and (self.company is not Company.ALONE or moment.alone)


class AnotherMoment(Expectation, frozen=True):
    """A moment was given; whether another is wanted is expected."""

    KEY: ClassVar[str] = "another_moment"
    around: Around = Around()
    given: tuple[str, ...] = ()
    """Ids of those given in this conversation, newest last."""


def by_id(moments: Sequence[SmallMoment], wanted: str) -> SmallMoment | None:
    """The moment of an id; None for one that the library no longer has."""
    return next((moment for moment in moments if moment.id == wanted), None)


def draw(
    moments: Iterable[SmallMoment],
    lately: Sequence[str],
    given: Sequence[str],
    allows: Callable[[Touch], bool],
    pick: Callable[[int], int],
) -> SmallMoment:
    """One of those that fit here; `allows` says what touch today has room for, `pick` throws the dice.

    Whatever today has room for, everything without touch can come: no single moment tells how a day stands.
    """
    fitting = tuple(moments)
    quiet = [moment for moment in fitting if moment.touch is Touch.NONE]
    offered = [moment for moment in fitting if moment.touch is not Touch.NONE and allows(moment.touch)]
    offered = [] if _had_touch(given, quiet) else [moment for moment in offered if moment.id not in given]
    if offered and pick(TOUCH_ONE_IN) == TOUCH_ONE_IN - 1:
        return offered[pick(len(offered))]
    fresh = _not_lately(quiet, (*lately, *given))
    return fresh[pick(len(fresh))]


def remembering(lately: Sequence[str], moment: SmallMoment) -> tuple[str, ...]:
    """The last few once a moment was given; one with touch leaves nothing."""
    if moment.touch is not Touch.NONE:
        return tuple(lately)
    return (*(each for each in lately if each != moment.id), moment.id)[-LATELY:]


def _had_touch(given: Sequence[str], quiet: Sequence[SmallMoment]) -> bool:
    """Whether the last one of this conversation had touch."""
    return bool(given) and given[-1] not in {moment.id for moment in quiet}


def _not_lately(moments: list[SmallMoment], lately: Sequence[str]) -> list[SmallMoment]:
    new = [moment for moment in moments if moment.id not in lately]
    return new or sorted(moments, key=lambda moment: _last(moment.id, lately))[:1]


def _last(id_: str, lately: Sequence[str]) -> int:
    return max(at for at, each in enumerate(lately) if each == id_)
