"""How a device is brought to have exactly the reminders that the bookings want."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.wanted import MOST_ALARMS, Wanted, planned
from skill.domain.quiet import Quiet
from skill.domain.reminder import Alarm, Refusal, Reminders


class Followed(Struct, frozen=True):
    """How the reminders came along with a change."""

    times: AloneTimes
    changed: tuple[Wanted, ...] = ()
    """What was set or changed just now."""
    refusal: Refusal | None = None
    """Why something could not be set."""
    may_still_ring: bool = False
    """Whether something could not be taken away."""
    until: Mapping[int, datetime] = {}
    """The last ring for now of series that were changed and whose far weeks have to wait, by booking."""


def follow(times: AloneTimes, reminders: Reminders, wall: datetime, zone: str) -> Followed:
    """Brings a device's reminders in line with the bookings: what is new first, then what is not wanted away.

    Where the next reminder of a booking could not be set, none of it is wanted any more (nobody is surprised
    by it later); far weeks that could not be set wait. What could not be taken away is tried again with the
    next change.
    """
    plan = planned(times.bookings, wall)
    alarms = [a for a in times.alarms if a.next_ring(wall)]
    missing = [w for w in plan.now if not any(_is(a, w, wall, zone) for a in alarms)]
    extra = [a for a in alarms if not any(_is(a, w, wall, zone) for w in plan.now)]
    work = _Work(reminders, zone, [a for a in alarms if a not in extra], extra)
    touched = {w.booking for w in missing} | {a.booking for a in extra}
    for want in missing:
        work.put(want)
    work.clear()
    lost = {(w.booking, w.lead) for w in work.failed}
    bookings = tuple(_still_wanted(b, lost) for b in times.bookings)
    followed = replace(times, bookings=bookings, alarms=tuple(work.there))
    waiting = [w for w in (*plan.waiting, *work.waiting) if w.booking in touched]
    return Followed(
        followed, tuple(work.done), work.refusal, work.may_still_ring, _until(waiting, work.there)
    )


def caught_up(times: AloneTimes, reminders: Reminders, wall: datetime, zone: str) -> AloneTimes:
    """The same with the far weeks that waited set, as many as there is room for now; nothing else changes."""
    there = [a for a in times.alarms if a.next_ring(wall)]
    work = _Work(reminders, zone, there, [])
    for want in behind(times, wall):
        work.put(want)
    return replace(times, alarms=tuple(work.there))


def rung_in(before: Quiet, now: Quiet, times: AloneTimes, reminders: Reminders, wall: datetime) -> Followed:
    """Brings the reminders that are set to the new quiet hours: whispered in them, aloud outside.

    What a device refused rings as it did before, until the same is asked for once more.
    """
    alarms, refusal = list(times.alarms), None
    for place, alarm in enumerate(alarms):
        ring = alarm.ring(wall)
        if ring is None or not any(quiet.ringing(ring).softly for quiet in (before, now)):
            continue
        token = reminders.update(alarm.token, ring)
        if not isinstance(token, Refusal):
            alarms[place] = replace(alarm, token=token)
        elif token is not Refusal.GONE:
            refusal = token
    return Followed(replace(times, alarms=tuple(alarms)), refusal=refusal)


def behind(times: AloneTimes, wall: datetime) -> list[Wanted]:
    """The reminders that there is room for by now and that no device has yet, soonest first."""
    there = [a for a in times.alarms if a.next_ring(wall)]
    return [w for w in planned(times.bookings, wall).now if not any(_is(a, w, wall, a.zone) for a in there)]


def _until(waiting: list[Wanted], there: list[Alarm]) -> Mapping[int, datetime]:
    """By booking, its last ring before the first one that waits."""
    until: dict[int, datetime] = {}
    for want in waiting:
        same = (a.last for a in there if (a.booking, a.lead) == (want.booking, want.lead))
        rings = [last for last in same if last and last < want.at]
        if rings:
            until[want.booking] = min(max(rings), until.get(want.booking, want.at))
    return until


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
        """Of these the very next reminder could not be set."""
        self.waiting: list[Wanted] = []
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
            self._refused(want, token)
            return
        self.there.append(want.alarm(token, self.zone))
        self.done.append(want)

    def _refused(self, want: Wanted, refusal: Refusal) -> None:
        sooner = (a for a in self.there if (a.booking, a.lead) == (want.booking, want.lead))
        if any(a.at < want.at for a in sooner):
            self.waiting.append(want)
            return
        self.refusal = self.refusal or refusal
        self.failed.append(want)

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
