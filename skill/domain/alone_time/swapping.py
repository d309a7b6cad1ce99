"""Two times alone are exchanged between the two, or one is given to the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
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
    """Only one of the two has a time to swap; a yes to giving it to the other is expected."""

    KEY: ClassVar[str] = "handing_on"
    booking: int
    start: datetime
    name: str
    """Whose it would be; empty where no name is known."""
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The start, and who would have it."""
        return {"when": once(self.start, self.seen_from), "name": self.name or Line("helper.other")}


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
