"""What is booked next, and whether it is about even between the two."""

from __future__ import annotations

from skill.conversations.alone_time.wording import cover_line, start_line
from skill.domain.alone_time.clock_change import as_it_will_be
from skill.domain.alone_time.expectations import OfferBooking
from skill.domain.desk import Desk
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def next_time(turn: Turn, desk: Desk) -> Reply:
    """The next one of whoever is meant, or the next of anyone; nothing booked offers a booking."""
    whose = _whose(turn, desk)
    ahead = desk.household.alone_times.ahead(desk.wall)
    theirs = [(start, b) for start, b in ahead if whose is None or b.whose in (whose, None)]
    if not theirs:
        return desk.ask(OfferBooking(), desk.line("alone_time.nothing_ahead"))
    start, booking = theirs[0]
    really = as_it_will_be(start, desk.zone)
    return close(start_line(desk, "alone_time.next", booking, really), *cover_line(booking, desk))


def whose_turn(_turn: Turn, desk: Desk) -> Reply:
    """About even, or one of you is due: never who, and no numbers."""
    due = desk.household.alone_times.due(desk.wall)
    return close(desk.line("alone_time.one_is_due" if due else "alone_time.about_even"))


def _whose(turn: Turn, desk: Desk) -> Partner | None:
    name = turn.words("name")
    if name:
        return desk.household.called(name)
    if desk.here is None:
        return None
    return {"me": desk.here, "partner": desk.here.other}.get(turn.id("whose") or "")
