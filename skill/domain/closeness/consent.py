"""The two yeses before touch: fresh, from each, in two turns, and the value that proves them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from skill.domain.ending import EARLY_CLOSE
from skill.domain.expectation import Expectation
from skill.domain.line import Value
from skill.domain.partner import Partner

Moment = Annotated[datetime, Meta(tz=True)]


class In(Struct, frozen=True):
    """One "I'm in": heard in a turn, by a voice if it was recognised."""

    at: Moment
    """UTC."""
    voice: str | None = None
    """A mark that says no more than whether two voices are one."""
    by: Partner | None = None
    """Whose yes it is, where that was said with it or their voice is linked."""


class BothIn(Struct, frozen=True):
    """Proof that two people said yes in two turns: nothing with touch can be given without it.

    Raises:
        ValueError: when both came in one breath, out of order, from one voice, or from one of them.
    """

    first: In
    second: In

    def __post_init__(self) -> None:
        """Checks that two are two."""
        if not are_two(self.first, self.second):
            raise ValueError("one yes is not two")


def are_two(first: In, second: In) -> bool:
    """Whether a second yes came later, and not from the voice of the first, or under the same name."""
    one_voice = first.voice is not None and first.voice == second.voice
    one_name = first.by is not None and first.by is second.by
    return second.at > first.at and not one_voice and not one_name


class FirstIn(Expectation, frozen=True, kw_only=True):
    """One of the two is asked whether they are in; silence hears the kind close, and it ends."""

    KEY: ClassVar[str] = "first_in"
    UNTOLD: ClassVar[bool] = True
    exercise: str
    """The id of the exercise with touch."""
    again: bool
    """Whether it is asked in the middle, once they have let go."""
    asked_at: Moment
    """UTC: the turn that asked; whatever was said since and answered asks it anew, and shorter."""
    heard_by: Moment
    """UTC: a yes that comes later does not count."""
    pace: Annotated[int, Meta(ge=50, le=200)]
    """Percent."""
    by: Partner | None = None
    """Who said that it is them since it was asked: the next yes is theirs."""

    @property
    def form(self) -> str:
        """In the middle it is asked in other words."""
        return "again" if self.again else "question"

    def values(self) -> Mapping[str, Value]:
        """The close that silence gets."""
        return {"close": EARLY_CLOSE}


class SecondIn(FirstIn, frozen=True, kw_only=True):
    """One is in; the other is asked."""

    KEY: ClassVar[str] = "second_in"
    first: In


OfConsent = FirstIn | SecondIn
"""All that may be expected before and within touch."""
