"""Which reminders a booking wants, and how the device is brought to have exactly those."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import WEEK, Booking
from skill.domain.reminder import Alarm, Once, Refusal, Reminders, Ring, Weekly, text_of

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


def wanted(booking: Booking, wall: datetime) -> Iterator[Wanted]:
    """The reminders a booking wants from now on; a lead that crosses midnight rings on the day before.

    A week that is skipped cuts a series: one series up to it, and one from the week after it.
    """
    for lead in booking.leads:
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


class Followed(Struct, frozen=True):
    """How the reminders came along with a change."""

    times: AloneTimes
    changed: tuple[Wanted, ...] = ()
    """What was set or changed just now."""
    refusal: Refusal | None = None
    """Why something could not be set."""
    may_still_ring: bool = False
    """Whether something could not be taken away."""


def follow(times: AloneTimes, reminders: Reminders, wall: datetime, zone: str) -> Followed:
    """Brings a device's reminders in line with the bookings: what is new first, then what is not wanted away.

    What could not be set is not wanted any more (nobody is surprised by it later); what could not be taken
    away is tried again with the next change.
    """
    wants = [w for b in times.bookings for w in wanted(b, wall)]
    alarms = [a for a in times.alarms if a.next_ring(wall)]
    missing = [w for w in wants if not any(_is(a, w, wall, zone) for a in alarms)]
    extra = [a for a in alarms if not any(_is(a, w, wall, zone) for w in wants)]
    work = _Work(reminders, zone, [a for a in alarms if a not in extra], extra)
    for want in missing:
        work.put(want)
    work.clear()
    failed = {(w.booking, w.lead) for w in work.failed}
    bookings = tuple(_still_wanted(b, failed) for b in times.bookings)
    followed = replace(times, bookings=bookings, alarms=tuple(work.there))
    return Followed(followed, tuple(work.done), work.refusal, work.may_still_ring)


def _is(alarm: Alarm, want: Wanted, wall: datetime, zone: str) -> bool:
    """Whether it rings just as wanted; a series with one ring left is as good as a single one."""
    there = (alarm.booking, alarm.lead, alarm.zone, alarm.next_ring(wall), alarm.last)
    return there == (want.booking, want.lead, zone, want.at, want.last)


def _still_wanted(booking: Booking, failed: set[tuple[int, int]]) -> Booking:
    leads = tuple(lead for lead in booking.leads if (booking.id, lead) not in failed)
    return booking if leads == booking.leads else replace(booking, leads=leads)


class _Work:
    """One pass over a device's reminders."""

    def __init__(self, reminders: Reminders, zone: str, there: list[Alarm], extra: list[Alarm]) -> None:
        self.reminders, self.zone = reminders, zone
        self.there, self.extra = there, extra
        self.done: list[Wanted] = []
        self.failed: list[Wanted] = []
        self.refusal: Refusal | None = None
        self.may_still_ring = False

    def put(self, want: Wanted) -> None:
        """Changes a reminder that is not wanted as it is into this one, or sets a new one."""
        like = (want.booking, want.lead, want.weekly)
        old = next((a for a in self.extra if (a.booking, a.lead, a.weekly) == like), None)
        token = self._update(old, want) if old else Refusal.GONE
        if token is Refusal.GONE:
            token = self._create(want)
        if isinstance(token, Refusal):
            self.refusal = self.refusal or token
            self.failed.append(want)
            return
        self.there.append(want.alarm(token, self.zone))
        self.done.append(want)

    def clear(self) -> None:
        """Takes away what is not wanted, and what belongs to a series that could not be set whole."""
        failed = {(w.booking, w.lead) for w in self.failed}
        halves = [a for a in self.there if (a.booking, a.lead) in failed]
        for alarm in (*self.extra, *halves):
            refused = self.reminders.delete(alarm.token)
            kept = refused not in (None, Refusal.GONE)
            self.may_still_ring = self.may_still_ring or kept
            self.there = [a for a in self.there if a.token != alarm.token] + [alarm] * kept

    def _update(self, old: Alarm, want: Wanted) -> str | Refusal:
        token = self.reminders.update(old.token, want.ring(self.zone))
        if not isinstance(token, Refusal) or token is Refusal.GONE:
            self.extra.remove(old)
        return token

    def _create(self, want: Wanted) -> str | Refusal:
        if len(self.there) >= MOST_ALARMS:
            return Refusal.TOO_MANY
        return self.reminders.create(want.ring(self.zone))
