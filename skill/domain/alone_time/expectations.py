"""What is asked while time alone is booked, moved, skipped or cancelled: one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from skill.domain.alone_time.booking import once, weekday_line
from skill.domain.alone_time.changing import Cancelling, WhichOne
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.nourishing import AnotherIdea, WhatFeeds
from skill.domain.alone_time.swapping import Exchanging, HandingOn
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value
from skill.domain.notation import EARLY


class Arranging(Expectation, frozen=True):
    """A booking is being made or moved, and something of it is expected."""

    draft: Draft


class WhichDay(Arranging, frozen=True):
    """A booking needs its day."""

    KEY: ClassVar[str] = "which_day"


class WhichOfWeekend(Arranging, frozen=True):
    """A weekend was named; Saturday or Sunday is expected."""

    KEY: ClassVar[str] = "weekend"
    saturday: date

    def values(self) -> Mapping[str, Value]:
        """The two days, by their weekdays."""
        return {"first": Line("time.weekday.5"), "second": Line("time.weekday.6")}


class WhichTime(Arranging, frozen=True):
    """A booking needs its time."""

    KEY: ClassVar[str] = "which_time"

    @property
    def form(self) -> str:
        """Shorter where the hour is known and its part of the day is not."""
        return "part" if self.draft.hour is not None else "question"


class EarlyHour(Arranging, frozen=True):
    """A time in the small hours was said; a yes that it is meant is expected."""

    KEY: ClassVar[str] = "early_hour"

    def values(self) -> Mapping[str, Value]:
        """The hour."""
        return {"time": self.draft.at or EARLY}


class HowLong(Arranging, frozen=True):
    """A booking needs its length."""

    KEY: ClassVar[str] = "how_long"


class WhoseTime(Arranging, frozen=True):
    """It is not known whose time it is; a first name is expected, or a skip."""

    KEY: ClassVar[str] = "whose_time"

    @property
    def form(self) -> str:
        """Of whoever said "for me", their own name is asked."""
        return "mine" if self.draft.said == "me" else "question"


class WhichTown(Arranging, frozen=True):
    """The device can't say where it is; a town is expected, once."""

    KEY: ClassVar[str] = "which_town"


class OnClock(Arranging, frozen=True):
    """No town was given; a yes to the clock of another one is expected."""

    KEY: ClassVar[str] = "on_clock"
    town: str

    def values(self) -> Mapping[str, Value]:
        """The town whose clock would count."""
        return {"town": self.town}


class HowOften(Arranging, frozen=True):
    """A rhythm that can't be booked was named; every week or just once is expected."""

    KEY: ClassVar[str] = "how_often"

    @property
    def form(self) -> str:
        """Open where no day is known."""
        return "open" if self.draft.day is None else "question"

    def values(self) -> Mapping[str, Value]:
        """The two that can be booked."""
        if self.draft.day is None:
            return {"each": Line("how_often.every_week"), "one": Line("how_often.once")}
        every = Line("how_often.every", {"weekday": weekday_line(self.draft.day)})
        return {"each": every, "one": Line("how_often.next_one")}


class Clash(Arranging, frozen=True):
    """The other one has that hour too; who has the children is expected, or another time."""

    KEY: ClassVar[str] = "clash"


class OfferBooking(Expectation, frozen=True):
    """Nothing is booked; a yes to booking something is expected."""

    KEY: ClassVar[str] = "offer_booking"


class Instead(Arranging, frozen=True):
    """A time was cancelled or given away; another one is expected, or that the other is to have it."""

    KEY: ClassVar[str] = "instead"
    was: Draft | None = None
    """What was cancelled, as the other would have it."""
    name: str = ""
    """The other's name; empty where none is known."""

    def values(self) -> Mapping[str, Value]:
        """Who could have it."""
        return {"name": self.name or Line("helper.other")}


class WhereTo(Arranging, frozen=True):
    """A booking is to move; its new day or time is expected."""

    KEY: ClassVar[str] = "where_to"
    start: datetime
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The start that moves."""
        return {"when": once(self.start, self.seen_from)}


OfAloneTime = (
    WhichDay
    | WhichOfWeekend
    | WhichTime
    | EarlyHour
    | HowLong
    | WhoseTime
    | WhichTown
    | OnClock
    | HowOften
    | Clash
    | WhereTo
    | WhichOne
    | Cancelling
    | OfferBooking
    | Instead
    | HandingOn
    | Exchanging
    | WhatFeeds
    | AnotherIdea
)
"""All that may be expected around time alone, a reminder aside."""


def missing(draft: Draft) -> HowOften | WhichDay | WhichTime | EarlyHour | HowLong | None:
    """What is asked next: one thing at a time."""
    if draft.uneven:
        return HowOften(draft)
    if draft.day is None:
        return WhichDay(draft)
    if draft.at is None:
        return WhichTime(draft)
    if draft.at < EARLY and not draft.sure:
        return EarlyHour(draft)
    return HowLong(draft) if draft.minutes is None else None
