"""One time alone: its day or weekday, its hour and length, who covers it.

All times here are the wall clock where the household lives, without a zone: changed clocks move nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from msgspec import Struct

from skill.domain.line import Day, Length, Line, Value
from skill.domain.notation import FARTHEST, Span, spoken_from
from skill.domain.partner import Partner

SHORTEST, LONGEST = 15, 12 * 60
"""Minutes."""
WEEK = timedelta(days=7)
THE_OTHER, SOMEONE = "other", "someone"
"""Who covers, beside the helpers."""
HELPERS = frozenset(
    {
        "grandma",
        "grandpa",
        "grandparents",
        "sitter",
        "friend",
        "neighbour",
        "aunt",
        "uncle",
        "family",
        "nursery",
    }
)
"""Ids of the helpers that have a name of their own."""
END = datetime.combine(date.max, time.max)


class Booking(Struct, frozen=True):
    """One time alone: on a day, or every week from a day on."""

    id: int
    whose: Partner | None
    """None where nobody wanted to say: it is one of the two."""
    day: date
    at: time
    minutes: int
    made_at: datetime
    """UTC."""
    weekly: bool = False
    ends: date | None = None
    """A weekly one that was cancelled: from this day on there is none."""
    skipped: tuple[date, ...] = ()
    cover: str = ""
    """THE_OTHER, SOMEONE, a helper's id, or nobody yet."""
    leads: tuple[int, ...] = ()
    """Minutes before the start at which it rings, by a yes of its own; 0 is at the start."""

    @property
    def helped(self) -> bool:
        """Whether somebody beside the two has the children."""
        return self.cover not in ("", THE_OTHER)

    def starts(self, after: datetime, until: datetime = END) -> Iterator[datetime]:
        """The starts that count, after one moment and up to another, soonest first."""
        for day in self._days(after.date()):
            start = datetime.combine(day, self.at)
            if start > until or (self.ends and day >= self.ends):
                return
            if start > after and day not in self.skipped:
                yield start

    def next_start(self, after: datetime) -> datetime | None:
        """The next start, or None when there is none left."""
        return next(self.starts(after), None)

    def _days(self, since: date) -> Iterator[date]:
        if not self.weekly:
            yield self.day
            return
        weeks = max((since - self.day).days // 7, 0)
        day = self.day + weeks * WEEK
        while day.year < date.max.year:
            yield day
            day += WEEK

    def within(self, span: Span, after: datetime) -> datetime | None:
        """The first start within some days, after a moment."""
        begins = max(after, datetime.combine(span.first, time.min) - timedelta(microseconds=1))
        return next(self.starts(begins, datetime.combine(span.last, time.max)), None)

    def spoken(self, wall: datetime) -> Line:
        """When it is, as people say it."""
        if self.weekly:
            return Line("alone_time.when.weekly", {"weekday": weekday_line(self.day), "time": self.at})
        return once(datetime.combine(self.day, self.at), wall)

    def values(self, wall: datetime) -> Mapping[str, Value]:
        """What a phrase about it may name."""
        return {"when": self.spoken(wall), "length": Length(self.minutes)}


def weekday_line(day: date) -> Line:
    """A day's weekday, by name."""
    return Line(f"time.weekday.{day.weekday()}")


def once(start: datetime, wall: datetime) -> Line:
    """One start, as people say it."""
    day = Day(start.date(), spoken_from(start.date(), wall))
    return Line("alone_time.when.once", {"day": day, "time": start.time()})


def overlap(one: Booking, other: Booking, wall: datetime) -> bool:
    """Whether two bookings ever meet within six months."""
    until = wall + FARTHEST
    starts = sorted((*_spans(one, wall, until), *_spans(other, wall, until)))
    return any(later[0] < earlier[1] for earlier, later in pairwise(starts))


def _spans(booking: Booking, since: datetime, until: datetime) -> Iterable[tuple[datetime, datetime]]:
    length = timedelta(minutes=booking.minutes)
    return ((start, start + length) for start in booking.starts(since - length, until))
