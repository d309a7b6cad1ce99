"""All times alone of a household: booked, moved, skipped, taken back, and balanced between the two."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.alone_time.booking import Booking, overlap
from skill.domain.partner import Partner
from skill.domain.reminder import Alarm
from skill.domain.today import DAY_BEGINS, day_of

MOST = 20
"""Bookings of a household at a time."""
REMEMBERED = timedelta(days=14)
"""How far back the balance between the two looks; what is older is let go."""
ABOUT_EVEN = 60
"""Minutes of difference that nobody would count."""
NOT_ASKED_AGAIN = timedelta(days=7)


class Before(Struct, frozen=True):
    """The bookings as they were before the last change, to be taken back until four."""

    bookings: tuple[Booking, ...]
    day: date
    overtaken_by: tuple[Partner, ...] = ()
    """Who has since left an answer, which they take back first."""


class AloneTimes(Struct, frozen=True):
    """A household's bookings, and the reminders set for them."""

    bookings: tuple[Booking, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    before: Before | None = None
    made: int = 0
    """How many were ever booked: an id is never used twice."""
    refused_on: date | None = None
    """When the offer of a reminder got a no."""
    denied_on: date | None = None
    """When the platform's permission was denied."""
    caught_up_on: date | None = None
    """When reminders that had to wait were last tried again: once a day is enough."""

    def get(self, id_: int) -> Booking | None:
        """A booking by its id."""
        return next((b for b in self.bookings if b.id == id_), None)

    def ahead(self, wall: datetime) -> list[tuple[datetime, Booking]]:
        """The bookings still to come with their next starts, soonest first."""
        found = ((b.next_start(wall), b) for b in self.bookings)
        return sorted(((start, b) for start, b in found if start), key=lambda pair: (pair[0], pair[1].id))

    def adding(self, booking: Booking, today: date) -> AloneTimes:
        """The same with a booking more; its id is given here."""
        numbered = replace(booking, id=self.made + 1)
        return replace(self._changing((*self.bookings, numbered), today), made=self.made + 1)

    def putting(self, booking: Booking, today: date) -> AloneTimes:
        """The same with a booking changed."""
        return self._changing(tuple(booking if b.id == booking.id else b for b in self.bookings), today)

    def cancelling(self, booking: Booking, wall: datetime, today: date) -> AloneTimes:
        """The same without a booking; the weeks of a weekly one that were are remembered."""
        passed = next(booking.starts(wall - REMEMBERED, wall), None)
        if not (booking.weekly and passed):
            return self._changing(tuple(b for b in self.bookings if b.id != booking.id), today)
        start = booking.next_start(wall)
        return self.putting(replace(booking, ends=start.date() if start else wall.date(), leads=()), today)

    def skipping(self, booking: Booking, day: date, today: date) -> AloneTimes:
        """The same without one week of a weekly booking."""
        return self.putting(replace(booking, skipped=tuple(sorted({*booking.skipped, day}))), today)

    def moving_once(self, booking: Booking, start: datetime, moved: Booking, today: date) -> AloneTimes:
        """The same with one week of a weekly booking moved; the other weeks stay."""
        skipped = self.skipping(booking, start.date(), today)
        single = replace(moved, weekly=False, skipped=(), ends=None)
        return replace(skipped.adding(single, today), before=Before(self.bookings, today))

    def moving(self, booking: Booking, moved: Booking, wall: datetime, today: date) -> AloneTimes:
        """The same with a booking moved, all its weeks if it is weekly; past ones are remembered."""
        if not booking.weekly:
            return self.putting(moved, today)
        added = self.cancelling(booking, wall, today).adding(moved, today)
        return replace(added, before=Before(self.bookings, today))

    def overtaken(self, by: Partner) -> AloneTimes:
        """The same once one of the two left an answer, which that one's "undo" takes back first."""
        if self.before is None or by in self.before.overtaken_by:
            return self
        return replace(self, before=replace(self.before, overtaken_by=(*self.before.overtaken_by, by)))

    def changed_last(self, today: date, partner: Partner | None) -> bool:
        """Whether a change of today is what somebody's "undo" takes back first.

        It is for whoever is not known (None), so that nobody hears whether the other left an answer.
        """
        if self.before is None or self.before.day != today:
            return False
        return partner is None or partner not in self.before.overtaken_by

    def undoing(self, today: date) -> AloneTimes | None:
        """The same with the last change of today taken back; None when there is none."""
        if self.before is None or self.before.day != today:
            return None
        return replace(self, bookings=self.before.bookings, before=None)

    def reminding(self, id_: int, leads: tuple[int, ...]) -> AloneTimes:
        """The same with the leads of a booking's reminder: no change of its own to be taken back."""
        before = self.before and replace(self.before, bookings=_reminding(self.before.bookings, id_, leads))
        return replace(self, bookings=_reminding(self.bookings, id_, leads), before=before)

    def ringing(self, booking: Booking, wall: datetime) -> tuple[int, ...]:
        """The leads at which something will really ring for a booking."""
        there = {a.lead for a in self.alarms if a.booking == booking.id and a.next_ring(wall)}
        return tuple(lead for lead in booking.leads if lead in there)

    def may_offer(self, today: date) -> bool:
        """Whether a reminder may be offered unasked: not within seven days of a no."""
        nos = [day for day in (self.refused_on, self.denied_on) if day]
        return all(today - day >= NOT_ASKED_AGAIN for day in nos)

    def denied_lately(self, today: date) -> bool:
        """Whether the permission was denied within seven days: no voice prompt, but the card."""
        return self.denied_on is not None and today - self.denied_on < NOT_ASKED_AGAIN

    def clash(self, booking: Booking, wall: datetime) -> Booking | None:
        """A booking of the other one at the same hour, where nobody else has the children."""
        if booking.helped:
            return None
        others = (b for b in self.bookings if b.id != booking.id and not b.helped and _not_same(b, booking))
        return next((b for b in others if overlap(b, booking, wall)), None)

    def twin(self, booking: Booking) -> Booking | None:
        """The very same time, booked already."""
        same = (b for b in self.bookings if b.id != booking.id and b.whose == booking.whose and not b.ends)
        return next((b for b in same if _time_of(b) == _time_of(booking)), None)

    def due(self, wall: datetime) -> bool:
        """Whether one of the two had none, or clearly less, booked in the last fourteen days; never who."""
        minutes = dict.fromkeys(Partner, 0)
        for b in self.bookings:
            if b.whose:
                minutes[b.whose] += b.minutes * sum(1 for _ in b.starts(wall - REMEMBERED, wall))
        less, more = sorted(minutes.values())
        return more - less > ABOUT_EVEN or (more > 0 and less == 0)

    def began_today(self, wall: datetime) -> bool:
        """Whether somebody's time alone began today."""
        since = datetime.combine(day_of(wall), time.min) + DAY_BEGINS
        return any(next(b.starts(since, wall), None) for b in self.bookings)

    def settled(self, today: date) -> AloneTimes:
        """The same at the start of a day: what is long past is gone, and so is yesterday's way back."""
        recent = today - REMEMBERED
        kept = tuple(_without_old_skips(b, recent) for b in self.bookings if _lasts(b, recent))
        alarms = tuple(a for a in self.alarms if a.last is None or a.last.date() >= today)
        before = self.before if self.before and self.before.day == today else None
        found = replace(self, bookings=kept, alarms=alarms, before=before)
        return self if found == self else found

    def _changing(self, bookings: tuple[Booking, ...], today: date) -> AloneTimes:
        return replace(self, bookings=bookings, before=Before(self.bookings, today))


def _reminding(bookings: tuple[Booking, ...], id_: int, leads: tuple[int, ...]) -> tuple[Booking, ...]:
    return tuple(replace(b, leads=leads) if b.id == id_ else b for b in bookings)


def _not_same(one: Booking, other: Booking) -> bool:
    return one.whose is None or other.whose is None or one.whose is not other.whose


def _time_of(booking: Booking) -> tuple[object, ...]:
    return (booking.weekly, booking.day.weekday() if booking.weekly else booking.day, booking.at)


def _lasts(booking: Booking, recent: date) -> bool:
    if booking.weekly:
        return booking.ends is None or booking.ends > recent
    return booking.day >= recent


def _without_old_skips(booking: Booking, recent: date) -> Booking:
    skipped = tuple(day for day in booking.skipped if day >= recent)
    return booking if skipped == booking.skipped else replace(booking, skipped=skipped)
