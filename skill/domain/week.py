"""Looking back: what two people did in a week, in no numbers and on nobody's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from skill.domain.alone_time.booking import Booking
from skill.domain.history import Entry
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.today import DAY_BEGINS

DAYS = timedelta(days=6)
"""Back from today: seven days with it."""
JOINED = {1: "look_back.one", 2: "look_back.two", 3: "look_back.three"}


def first_day(today: date) -> date:
    """The first of the seven days that end today."""
    return today - DAYS


def alone(bookings: Iterable[Booking], today: date, wall: datetime) -> list[Booking]:
    """The bookings of which a start has come and gone in these seven days."""
    since = datetime.combine(first_day(today), time.min) + DAY_BEGINS - timedelta(microseconds=1)
    return [b for b in bookings if any(b.starts(since, wall - timedelta(minutes=b.minutes)))]


def done(entries: Sequence[Entry], bookings: Sequence[Booking]) -> Line | None:
    """What was done, as the rest of "you ..."; None when there was nothing."""
    parts = [*_done(entries, "check_in"), *_done(entries, "exercise"), *_alone(bookings)]
    if not parts:
        return None
    names = ("first", "second", "third")
    return Line(JOINED[len(parts)], dict(zip(names, parts, strict=False)))


def _done(entries: Sequence[Entry], what: str) -> Iterator[Line]:
    found = sum(entry.what == what for entry in entries)
    if found:
        yield Line(f"look_back.{what}.{'once' if found == 1 else 'more'}")


def _alone(bookings: Sequence[Booking]) -> Iterator[Line]:
    """Each had some set aside, or there was some: never who, and never how much.

    What was cancelled, skipped or swapped is not there any more; whether the rest was had, nobody is asked.
    """
    whose = {booking.whose for booking in bookings}
    if whose:
        yield Line(f"look_back.alone_time.{'each' if whose >= set(Partner) else 'some'}")
