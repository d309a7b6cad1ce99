"""A reminder is offered with its time, lead and repetition; a yes is expected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from skill.domain.alone_time.booking import WEEK, Booking, weekday_line
from skill.domain.expectation import Expectation
from skill.domain.line import Day, Line, Value
from skill.domain.notation import minutes_named, spoken_from
from skill.domain.reminder import lead_line

USUAL = 15
"""Minutes before the start."""
LONGEST_LEAD = 24 * 60


class OfferReminder(Expectation, frozen=True):
    """What would ring, and when: said aloud before it is set. It also waits for the platform's permission."""

    KEY: ClassVar[str] = "offer_reminder"
    booking: int
    leads: tuple[int, ...]
    start: datetime
    weekly: bool
    made_at: datetime
    """When the booking was made: ids begin anew after everything was forgotten."""
    seen_from: datetime
    """The wall clock when it was asked."""

    def values(self) -> Mapping[str, Value]:
        """The moments at which it would ring."""
        return {"moment": moment(self.leads, self.start, self.seen_from, weekly=self.weekly)}

    def of(self, booking: Booking) -> bool:
        """Whether it was this booking that was spoken of."""
        return (booking.id, booking.made_at) == (self.booking, self.made_at)

    def same_time(self, later: OfferReminder) -> bool:
        """Whether the booking still stands where it stood."""
        apart = abs(later.start - self.start)
        return not apart if not self.weekly else not apart % WEEK


def offer(booking: Booking, leads: tuple[int, ...], wall: datetime) -> OfferReminder | None:
    """The offer for the next start whose reminder still lies ahead; at the start where a lead has passed."""
    start = next(booking.starts(wall + timedelta(minutes=max(leads)) if booking.weekly else wall), None)
    if start is None:
        return None
    left = tuple(lead for lead in leads if start - timedelta(minutes=lead) > wall)
    return OfferReminder(booking.id, left or (0,), start, booking.weekly, booking.made_at, wall)


def moment(leads: tuple[int, ...], start: datetime, wall: datetime, *, weekly: bool) -> Line:
    """When it rings, as people say it."""
    before = max(leads, default=0)
    first = _moment(before, start - timedelta(minutes=before), start, wall, weekly=weekly)
    return Line("reminder.moment.both", {"before": first}) if before and 0 in leads else first


def _moment(lead: int, rings: datetime, start: datetime, wall: datetime, *, weekly: bool) -> Line:
    form = "before" if lead else "start"
    values: dict[str, Value] = {"time": rings.time(), "lead": lead_line(lead)}
    if weekly:
        return Line(f"reminder.moment.weekly_{form}", values | {"weekday": weekday_line(rings.date())})
    if rings.date() == start.date():
        return Line(f"reminder.moment.{form}", values)
    day = Day(rings.date(), spoken_from(rings.date(), wall))
    return Line("reminder.moment.day_before", values | {"day": day})


def leads_named(length: str | None, at_start: bool) -> tuple[int, ...] | None:  # noqa: FBT001 - both were said, or not
    """The leads somebody asked for; None for a lead that no reminder can have."""
    if length is None:
        return (0,) if at_start else (USUAL,)
    minutes = minutes_named(length)
    if minutes is None or not 0 < minutes <= LONGEST_LEAD:
        return None
    return (minutes, 0) if at_start else (minutes,)
