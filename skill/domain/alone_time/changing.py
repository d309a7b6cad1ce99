"""What is asked before a booking is skipped or cancelled: which one, and whether at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from skill.domain.alone_time.booking import once
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value


class OfWhom(StrEnum):
    """How it is told whose a booking is; the end of a phrase key."""

    UNSAID = "unsaid"
    NAMED = "named"
    YOURS = "yours"
    THE_OTHER = "the_other"


class Candidate(Struct, frozen=True):
    """A start that could be meant."""

    booking: int
    start: datetime
    of: OfWhom = OfWhom.UNSAID
    name: str = ""

    def line(self, seen_from: datetime) -> Line:
        """When it is, and whose where that is told."""
        when = once(self.start, seen_from)
        if self.of is OfWhom.UNSAID:
            return when
        return Line(f"alone_time.when.{self.of}", {"when": when, "name": self.name})


class WhichOne(Expectation, frozen=True):
    """Two bookings could be meant; which one is expected."""

    KEY: ClassVar[str] = "which_one"
    task: str
    """move, skip or cancel."""
    first: Candidate
    second: Candidate
    seen_from: datetime
    """The wall clock when it was asked."""
    day: str = ""
    weekday: str = ""
    time: str = ""
    until: str = ""
    length: str = ""
    rhythm: str = ""
    """What the sentence said, in the platform's notation."""

    def values(self) -> Mapping[str, Value]:
        """The two starts."""
        return {"first": self.first.line(self.seen_from), "second": self.second.line(self.seen_from)}


class Cancelling(Expectation, frozen=True):
    """A single booking is to go; one yes is expected."""

    KEY: ClassVar[str] = "cancelling"
    booking: int
    start: datetime
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The start that would go."""
        return {"when": once(self.start, self.seen_from)}
