"""What is asked while time alone is booked, moved, skipped or cancelled: one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from skill.domain.alone_time import once
from skill.domain.draft import Draft
from skill.domain.line import Line, Value
from skill.domain.when import EARLY


@dataclass(frozen=True, slots=True)
class WhichDay:
    """A booking needs its day."""

    KEY: ClassVar[str] = "which_day"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class WhichOfWeekend:
    """A weekend was named; Saturday or Sunday is expected."""

    KEY: ClassVar[str] = "weekend"
    ELICITS: ClassVar[bool] = False
    draft: Draft
    saturday: date

    def values(self) -> Mapping[str, Value]:
        """The two days, by their weekdays."""
        return {
            "first": Line("time.weekday.5"),
            "second": Line("time.weekday.6"),
        }


@dataclass(frozen=True, slots=True)
class WhichTime:
    """A booking needs its time."""

    KEY: ClassVar[str] = "which_time"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class EarlyHour:
    """A time in the small hours was said; a yes that it is meant is expected."""

    KEY: ClassVar[str] = "early_hour"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """The hour."""
        return {"time": self.draft.at or EARLY}


@dataclass(frozen=True, slots=True)
class HowLong:
    """A booking needs its length."""

    KEY: ClassVar[str] = "how_long"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class WhoseTime:
    """It is not known whose time it is; a first name is expected, or a skip."""

    KEY: ClassVar[str] = "whose_time"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class WhichTown:
    """The device can't say where it is; a town is expected, once."""

    KEY: ClassVar[str] = "which_town"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class Clash:
    """The other one has that hour too; who has the children is expected, or another time."""

    KEY: ClassVar[str] = "clash"
    ELICITS: ClassVar[bool] = False
    draft: Draft

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class OfferBooking:
    """Nothing is booked; a yes to booking something is expected."""

    KEY: ClassVar[str] = "offer_booking"
    ELICITS: ClassVar[bool] = False

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class WhereTo:
    """A booking is to move; its new day or time is expected."""

    KEY: ClassVar[str] = "where_to"
    ELICITS: ClassVar[bool] = False
    draft: Draft
    start: datetime
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The start that moves."""
        return {"when": once(self.start, self.seen_from)}


@dataclass(frozen=True, slots=True)
class WhichOne:
    """Two bookings could be meant; which one is expected."""

    KEY: ClassVar[str] = "which_one"
    ELICITS: ClassVar[bool] = False
    task: str
    """move, skip or cancel."""
    first: int
    first_start: datetime
    second: int
    second_start: datetime
    seen_from: datetime
    """The wall clock when it was asked."""
    day: str = ""
    weekday: str = ""
    time: str = ""
    length: str = ""
    """What the sentence said, in the platform's notation."""

    def values(self) -> Mapping[str, Value]:
        """The two starts."""
        return {
            "first": once(self.first_start, self.seen_from),
            "second": once(self.second_start, self.seen_from),
        }


@dataclass(frozen=True, slots=True)
class Cancelling:
    """A single booking is to go; one yes is expected."""

    KEY: ClassVar[str] = "cancelling"
    ELICITS: ClassVar[bool] = False
    booking: int
    start: datetime
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The start that would go."""
        return {"when": once(self.start, self.seen_from)}


def missing(draft: Draft) -> WhichDay | WhichTime | EarlyHour | HowLong | None:
    """What is asked next: one thing at a time."""
    if draft.day is None:
        return WhichDay(draft)
    if draft.at is None:
        return WhichTime(draft)
    if draft.at < EARLY and not draft.sure:
        return EarlyHour(draft)
    return HowLong(draft) if draft.minutes is None else None
