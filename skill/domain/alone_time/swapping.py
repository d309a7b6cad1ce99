"""Two times alone are exchanged between the two, or one is given to the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar

from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes, Before
from skill.domain.alone_time.booking import Booking, once
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value
from skill.domain.partner import Partner

Meant = tuple[datetime, Booking]
"""A booking, and the start that is meant."""


class HandingOn(Expectation, frozen=True):
    """One of the two would have the other's time; a yes to that is expected."""

    KEY: ClassVar[str] = "handing_on"
    booking: int
    start: datetime
    to: Partner
    """Whose it would be."""
    name: str
    """Whose it would be; empty where no name is known."""
    seen_from: datetime
    """The wall clock when it was asked."""
    asked_for: bool = False
    """Whether somebody asked to give it, rather than to swap where there is one time only."""

    @property
    def form(self) -> str:
        """How it is asked: as a gift that was named, or as all that there is to swap."""
        return "give" if self.asked_for else "question"

    def values(self) -> Mapping[str, Value]:
        """The start, and who would have it."""
        return {"when": once(self.start, self.seen_from), "name": self.name or Line("helper.other")}

    def there(self, times: AloneTimes, wall: datetime) -> Meant | None:
        """What would be given, where that still stands as it was asked."""
        return still(times, (self.start, self.booking, self.to.other), wall)


class Exchanging(Expectation, frozen=True):
    """Nobody knows who asks for a swap; a yes to it is expected."""

    KEY: ClassVar[str] = "exchanging"
    one: int
    first: datetime
    whose: Partner
    """Who has the first one until now; the other one has the other."""
    other: int
    second: datetime
    names: tuple[str, str]
    """Of the two, in that order; empty where no name is known."""
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """Who would have which time."""
        one, other = (name or Line("helper.other") for name in self.names)
        first, second = once(self.second, self.seen_from), once(self.first, self.seen_from)
        return {"one": one, "first": first, "other": other, "second": second}

    def there(self, times: AloneTimes, wall: datetime) -> tuple[Meant, Meant] | None:
        """What would be exchanged, where both still stand as they were asked."""
        one = still(times, (self.first, self.one, self.whose), wall)
        other = still(times, (self.second, self.other, self.whose.other), wall)
        return (one, other) if one and other else None


def still(times: AloneTimes, asked: tuple[datetime, int, Partner], wall: datetime) -> Meant | None:
    """A start of a booking that somebody has, by the booking's id; None where it is not there any more."""
    start, id_, whose = asked
    booking = times.get(id_)
    if booking is None or booking.whose is not whose or start <= wall:
        return None
    there = next(booking.starts(start - timedelta(microseconds=1), start), None)
    return (start, booking) if there else None


def swapped(times: AloneTimes, one: Meant, other: Meant, today: date) -> AloneTimes:
    """The same with two times exchanged, of a weekly one that week only; it is taken back as one.

    Each keeps the reminder that they asked for: it rings for the time they have now.
    """
    both = _taking(_taking(times, one, other, today), other, one, today)
    return replace(both, before=Before(times.bookings, today))


def given(times: AloneTimes, meant: Meant, to: Partner, today: date) -> AloneTimes:
    """The same with one time given to the other, of a weekly one that week only.

    Its reminder goes: it was asked for by whoever has that time no more.
    """
    start, booking = meant
    theirs = replace(booking, whose=to, day=start.date(), cover=_helper(booking), leads=())
    return _put(times, meant, theirs, today)


def clash_of(times: AloneTimes, before: AloneTimes, wall: datetime) -> Booking | None:
    """A booking that would now meet one of the other's, which it did not before."""
    new = (b for b in times.bookings if b not in before.bookings)
    return next((clash for clash in (times.clash(b, wall) for b in new) if clash), None)


def _taking(times: AloneTimes, meant: Meant, place: Meant, today: date) -> AloneTimes:
    start, there = place
    _, booking = meant
    moved = replace(booking, day=start.date(), at=there.at, minutes=there.minutes, cover=_helper(there))
    return _put(times, meant, moved, today)


def _put(times: AloneTimes, meant: Meant, changed: Booking, today: date) -> AloneTimes:
    start, booking = meant
    if booking.weekly:
        return times.moving_once(booking, start, changed, today)
    return times.putting(changed, today)


def _helper(booking: Booking) -> str:
    """Who has the children at a time, beside the two: whoever of them said so may be the one who goes now."""
    return booking.cover if booking.helped else ""
