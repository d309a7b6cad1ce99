"""How a change of alone times is kept: the reminders come along, and what became of them is said."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from skill.domain.alone_time import AloneTimes, Booking, once
from skill.domain.desk import Desk
from skill.domain.line import Length, Line, Value
from skill.domain.reminder_offer import moment
from skill.domain.ringing import Followed, follow


def zone_of(desk: Desk) -> str:
    """The household's zone as it is known now: it may have been learned in this very turn."""
    return desk.household.zone.name if desk.household.zone else desk.zone


def wall_of(desk: Desk) -> datetime:
    """The wall clock where the household lives, without a zone."""
    return desk.at.astimezone(ZoneInfo(zone_of(desk))).replace(tzinfo=None)


def times_of(desk: Desk) -> AloneTimes:
    """The household's alone times as this turn has them now."""
    return desk.household.alone_times


def keep(desk: Desk, times: AloneTimes) -> None:
    """Keeps the household's alone times."""
    desk.home.keep(replace(desk.household, alone_times=times))


def bring_along(desk: Desk, times: AloneTimes) -> Followed:
    """Keeps a change, the device's reminders with it.

    A reminder set in a turn whose store then fails stays on the device: nothing here can know of it then.
    """
    followed = follow(times, desk.reminders, wall_of(desk), zone_of(desk))
    keep(desk, followed.times)
    return followed


def told(
    desk: Desk, followed: Followed, about: Booking | None = None, key: str = "reminder.comes_along"
) -> tuple[Line, ...]:
    """What became of the reminders: why one was not set, when it rings now, what may still ring."""
    lines = []
    if followed.refusal:
        lines.append(desk.line(f"reminder.refused.{followed.refusal}"))
    elif about and any(want.booking == about.id for want in followed.changed):
        lines.append(desk.line(key, moment=moment_of(about, wall_of(desk))))
    if followed.may_still_ring:
        lines.append(desk.line("reminder.may_still_ring"))
    return tuple(lines)


def moment_of(booking: Booking, wall: datetime) -> Line:
    """When a booking's reminder rings."""
    start = booking.next_start(wall) or wall
    return moment(booking.leads, start, wall, weekly=booking.weekly)


def booking_line(desk: Desk, key: str, booking: Booking, **more: Value) -> Line:
    """A phrase about a booking: `<key>_for` where it is known by name whose it is."""
    name = _name(desk, booking)
    values: dict[str, Value] = {**booking.values(wall_of(desk)), **more}
    return desk.line(f"{key}_for", name=name, **values) if name else desk.line(key, **values)


def _name(desk: Desk, booking: Booking) -> Value | None:
    """Whose it is: a first name, or "the other" beside the one that is known."""
    household = desk.household
    if booking.whose is None or not (household.first.name or household.second.name):
        return None
    return household.name(booking.whose) or Line("helper.other")


def start_line(desk: Desk, key: str, booking: Booking, start: datetime) -> Line:
    """A phrase about one start of a booking, the same way."""
    when = once(start, wall_of(desk))
    return booking_line(desk, key, booking, when=when, length=Length(booking.minutes))
