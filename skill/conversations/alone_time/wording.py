"""A booking in words: whose it is, when it is, who has the children meanwhile, and when it rings."""

from __future__ import annotations

from datetime import datetime

from skill.domain.alone_time.booking import THE_OTHER, Booking, once
from skill.domain.alone_time.reminder_offer import moment
from skill.domain.desk import Desk
from skill.domain.line import Length, Line, Value


def moment_of(booking: Booking, leads: tuple[int, ...], wall: datetime) -> Line:
    """When a booking's reminder rings, by the leads that are really set."""
    start = booking.next_start(wall) or wall
    return moment(leads, start, wall, weekly=booking.weekly)


def booking_line(desk: Desk, key: str, booking: Booking, **more: Value) -> Line:
    """A phrase about a booking: `<key>_for` where it is known by name whose it is."""
    name = _name(desk, booking)
    values: dict[str, Value] = {**booking.values(desk.wall), **more}
    return desk.line(f"{key}_for", name=name, **values) if name else desk.line(key, **values)


def _name(desk: Desk, booking: Booking) -> Value | None:
    """Whose it is: a first name, or "the other" beside the one that is known."""
    household = desk.household
    if booking.whose is None or not (household.first.name or household.second.name):
        return None
    return household.name(booking.whose) or Line("helper.other")


def start_line(desk: Desk, key: str, booking: Booking, start: datetime) -> Line:
    """A phrase about one start of a booking, the same way."""
    when = once(start, desk.wall)
    return booking_line(desk, key, booking, when=when, length=Length(booking.minutes))


def with_help(booking: Booking, desk: Desk) -> tuple[Line, ...]:
    """The helper of a booking just made; nothing where nobody beside the two was named."""
    if not booking.helped:
        return ()
    return (desk.line("alone_time.with_help", helper=Line(f"helper.{booking.cover}")),)


def cover_line(booking: Booking, desk: Desk) -> tuple[Line, ...]:
    """Who has the children at a booking; nothing where nobody said so."""
    if not booking.cover:
        return ()
    covers = booking.whose.other if booking.whose and booking.cover == THE_OTHER else None
    name = desk.household.name(covers) if covers else None
    return (desk.line("cover.has_them", helper=name or Line(f"helper.{booking.cover}")),)
