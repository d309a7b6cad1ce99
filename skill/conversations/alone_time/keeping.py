"""How a change of alone times is kept: the reminders come along, and what became of them is said."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from skill.conversations.alone_time.wording import moment_of
from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.ringing import Followed, follow
from skill.domain.desk import Desk
from skill.domain.line import Line


def keep(desk: Desk, times: AloneTimes) -> None:
    """Keeps the household's alone times."""
    desk.home.keep(replace(desk.household, alone_times=times))


def bring_along(desk: Desk, times: AloneTimes) -> Followed:
    """Keeps a change, the device's reminders with it.

    A reminder set in a turn whose store then fails stays on the device: nothing here can know of it then.
    """
    followed = follow(times, desk.reminders, desk.wall, desk.zone)
    keep(desk, followed.times)
    return followed


def told(
    desk: Desk, followed: Followed, about: Booking | None = None, key: str = "reminder.comes_along"
) -> tuple[Line, ...]:
    """What became of the reminders: why one was not set, when it rings now, what may still ring."""
    lines = []
    if followed.refusal:
        lines.append(desk.line(f"reminder.refused.{followed.refusal}"))
    elif about:
        lines.extend(_of_its_own(desk, followed, about, key))
    if followed.may_still_ring:
        lines.append(desk.line("reminder.may_still_ring"))
    return tuple(lines)


def _of_its_own(desk: Desk, followed: Followed, about: Booking, key: str) -> Iterator[Line]:
    """What will ring for one booking, by what is really set, and what it is too late for."""
    there = followed.times.ringing(about, desk.wall)
    if set(about.leads) - set(there):
        yield desk.line("reminder.too_late_before" if there else "reminder.too_late_at_all")
    if there and any(want.booking == about.id for want in followed.changed):
        yield desk.line(key, moment=moment_of(about, there, desk.wall))
