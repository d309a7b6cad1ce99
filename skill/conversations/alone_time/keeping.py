"""How a change of alone times is kept: the reminders come along, and what became of them is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from msgspec.structs import replace

from skill.conversations.alone_time.wording import moment_of
from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.ringing import Followed, behind, caught_up, follow
from skill.domain.desk import Desk
from skill.domain.line import Day, Line
from skill.domain.notation import spoken_from


def keep(desk: Desk, times: AloneTimes) -> None:
    """Keeps the household's alone times."""
    desk.home.keep(replace(desk.household, alone_times=times))


def bring_along(desk: Desk, times: AloneTimes) -> Followed:
    """Keeps a change, the device's reminders with it."""
    followed = follow(times, desk.reminders, desk.wall, desk.zone)
    keep(desk, followed.times)
    return followed


def catch_up(desk: Desk) -> None:
    """Sets the far weeks of a series that had to wait, once a day, without a word: they had their yes."""
    times = desk.household.alone_times
    if times.caught_up_on == desk.today or not behind(times, desk.wall):
        return
    caught = caught_up(times, desk.reminders, desk.wall, desk.zone)
    keep(desk, replace(caught, caught_up_on=desk.today))


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
    return (*lines, *short(desk, followed, about))


def short(desk: Desk, followed: Followed, about: Booking | None) -> tuple[Line, ...]:
    """Until when a series rings whose far weeks had to wait: the one spoken of, else another one."""
    of_about = followed.until.get(about.id) if about else None
    if of_about:
        return (desk.line("reminder.until", day=_seen(of_about, desk)),)
    others = ((b, followed.until[b.id]) for b in followed.times.bookings if b.id in followed.until)
    lines = (
        desk.line("reminder.until_of", when=b.spoken(desk.wall), day=_seen(until, desk))
        for b, until in others
    )
    return tuple(islice(lines, 1))


def _seen(moment: datetime, desk: Desk) -> Day:
    return Day(moment.date(), spoken_from(moment.date(), desk.wall))


def _of_its_own(desk: Desk, followed: Followed, about: Booking, key: str) -> Iterator[Line]:
    """What will ring for one booking, by what is really set, and what it is too late for."""
    there = followed.times.ringing(about, desk.wall)
    if set(about.leads) - set(there):
        yield desk.line("reminder.too_late_before" if there else "reminder.too_late_at_all")
    told_already = about.id in followed.until
    if there and not told_already and any(want.booking == about.id for want in followed.changed):
        yield desk.line(key, moment=moment_of(about, there, desk.wall))
