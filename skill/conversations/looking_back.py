"""Looking back at the week: what was done together, in one sentence, and no week is a bad one."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.week import alone, done, first_day


def look_back(_turn: Turn, desk: Desk) -> Reply:
    """Says it and closes; an empty week is met kindly."""
    entries = desk.home.entries(first_day(desk.today), desk.today)
    bookings = alone(desk.household.alone_times.bookings, desk.today, desk.wall)
    week = done(entries, bookings)
    return close(desk.line("look_back.week", done=week) if week else desk.line("look_back.nothing"))
