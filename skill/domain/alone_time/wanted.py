"""Which reminders the bookings want, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from skill.domain.alone_time.booking import WEEK, Booking
from skill.domain.reminder import Alarm, Once, Ring, Weekly, text_of

MOST_ALARMS = 10
"""Reminders of a couple at a time."""


class Wanted(Struct, frozen=True):
    """A reminder that is to be there: its first ring, and whether it repeats every week, up to an end."""

    booking: int
    lead: int
    at: datetime
    weekly: bool
    ends: datetime | None = None

    @property
    def last(self) -> datetime | None:
        """Its last ring; None when it never ends."""
        return self.ends if self.weekly else self.at

    def ring(self, zone: str) -> Ring:
        """The same as it is asked of a device."""
        repeated = Weekly(self.at.weekday(), self.at.time(), self.at, self.ends)
        return Ring(repeated if self.weekly else Once(self.at), zone, text_of(self.lead))

    def alarm(self, token: str, zone: str) -> Alarm:
        """The same, once a device has set it."""
        return Alarm(self.booking, self.lead, token, self.at, self.weekly, zone, self.ends)


def _of_lead(booking: Booking, lead: int, wall: datetime) -> Iterator[Wanted]:
    """The reminders of one lead from now on; a lead that crosses midnight rings on the day before.

    A week that is skipped cuts a series: one series up to it, and one from the week after it.
    """
    before = timedelta(minutes=lead)
    for first, last in _runs(booking, wall + before):
        weekly = first != last
        yield Wanted(booking.id, lead, first - before, weekly, last - before if weekly and last else None)


def _runs(booking: Booking, after: datetime) -> Iterator[tuple[datetime, datetime | None]]:
    """The stretches of starts without a gap, each by its first and its last; None where it never ends."""
    final = max((datetime.combine(day, booking.at) for day in booking.skipped), default=after)
    run: list[datetime] = []
    for start in booking.starts(after):
        if run and start - run[-1] > WEEK:
            yield run[0], run[-1]
            run = []
        run.append(start)
        if booking.weekly and not booking.ends and start > final:
            yield run[0], None
            return
    if run:
        yield run[0], run[-1]


class Plan(Struct, frozen=True):
    """What is to be set now, and what has to wait until a later turn."""

    now: tuple[Wanted, ...]
    waiting: tuple[Wanted, ...] = ()
    """The far ends of series with many skipped weeks, soonest first."""


def planned(bookings: Iterable[Booking], wall: datetime) -> Plan:
    """Every booking's next reminder first, then what comes soonest, as far as there is room."""
    wants = [(n, w) for b in bookings for lead in b.leads for n, w in enumerate(_of_lead(b, lead, wall))]
    nearest = sorted((w for n, w in wants if not n), key=lambda w: w.at)
    following = sorted((w for n, w in wants if n), key=lambda w: w.at)
    room = max(MOST_ALARMS - len(nearest), 0)
    return Plan((*nearest, *following[:room]), tuple(following[room:]))
