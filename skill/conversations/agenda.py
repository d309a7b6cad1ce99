"""What is booked next, and whether it is about even between the two."""

from __future__ import annotations

from skill.domain.arranging import cover_line
from skill.domain.booking import OfferBooking
from skill.domain.desk import Desk
from skill.domain.following import start_line, times_of, wall_of
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def next_time(turn: Turn, desk: Desk) -> Reply:
    """The next one of whoever is meant, or the next of anyone; nothing booked offers a booking."""
    whose = _whose(turn, desk)
    ahead = [m for m in times_of(desk).ahead(wall_of(desk)) if whose is None or m[1].whose in (whose, None)]
    if not ahead:
        return desk.ask(OfferBooking(), desk.line("alone_time.nothing_ahead"))
    start, booking = ahead[0]
    return close(start_line(desk, "alone_time.next", booking, start), *cover_line(booking, desk))


def whose_turn(_turn: Turn, desk: Desk) -> Reply:
    """About even, or one of you is due: never who, and no numbers."""
    due = times_of(desk).due(wall_of(desk))
    return close(desk.line("alone_time.one_is_due" if due else "alone_time.about_even"))


def _whose(turn: Turn, desk: Desk) -> Partner | None:
    name = turn.words("name")
    if name:
        return desk.household.called(name)
    if desk.here is None:
        return None
    return {"me": desk.here, "partner": desk.here.other}.get(turn.id("whose") or "")
