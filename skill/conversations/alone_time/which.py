"""Two bookings could be meant: how they are told apart, and which of them an answer names."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from msgspec.structs import replace

from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.changing import Candidate, OfWhom, WhichOne
from skill.domain.desk import Desk
from skill.domain.notation import span_named, time_named
from skill.domain.partner import Partner
from skill.domain.turn import Slot, Turn

SAID = ("day", "time", "until", "length")
Meant = tuple[datetime, Booking]
"""A booking, and the start that is meant."""


def two(task: str, meant: list[Meant], turn: Turn, desk: Desk) -> WhichOne:
    """The question which of the first two, with what was said before it."""
    (_, one), (_, other) = meant[:2]
    differ = one.whose is not other.whose
    first, second = (_candidate(m, desk, told=differ) for m in meant[:2])
    said = {name: turn.words(name) or "" for name in SAID}
    return WhichOne(
        task,
        first,
        second,
        desk.wall,
        weekday=turn.id("weekday") or "",
        rhythm=turn.id("rhythm") or "",
        **said,
    )


def _candidate(meant: Meant, desk: Desk, *, told: bool) -> Candidate:
    start, booking = meant
    if not told or booking.whose is None:
        return Candidate(booking.id, start)
    name = desk.household.name(booking.whose)
    if name:
        return Candidate(booking.id, start, OfWhom.NAMED, name)
    return Candidate(booking.id, start, OfWhom.YOURS if booking.whose is desk.here else OfWhom.THE_OTHER)


def candidates(state: WhichOne, desk: Desk) -> list[Meant]:
    """The two starts that were asked about, as far as they are still booked."""
    asked = (
        (each.start, desk.household.alone_times.get(each.booking)) for each in (state.first, state.second)
    )
    return [(start, b) for start, b in asked if b and start > desk.wall and _starts_then(b, start)]


def _starts_then(booking: Booking, start: datetime) -> bool:
    return booking.next_start(start - timedelta(microseconds=1)) == start


def named(meant: Meant, turn: Turn, desk: Desk) -> bool:
    """Whether a sentence names this one of two."""
    start, booking = meant
    day, at, weekday = turn.words("day"), turn.words("time"), turn.id("weekday")
    span = span_named(day, desk.wall.date()) if day else None
    whose = _whose(turn, desk)
    return (
        (whose is not None and booking.whose is whose)
        or (span is not None and (span.holds(start.date()) or span.first.weekday() == start.weekday()))
        or (at is not None and same_hour(at, start))
        or (weekday is not None and weekday == f"{start:%a}"[:2].upper())
    )


def _whose(turn: Turn, desk: Desk) -> Partner | None:
    name = turn.words("name")
    if name:
        return desk.household.called(name)
    return desk.here and {"me": desk.here, "partner": desk.here.other}.get(turn.id("whose") or "")


def same_hour(written: str, start: datetime) -> bool:
    """Whether a time is this one's, in the morning or in the evening: there are but two to choose from."""
    at = time_named(written)
    return isinstance(at, time) and (at.hour % 12, at.minute) == (start.hour % 12, start.minute)


def as_said(state: WhichOne, turn: Turn) -> Turn:
    """The sentence that began the change, with its slots."""
    said = {name: getattr(state, name) for name in SAID}
    slots = {name: Slot(words) for name, words in said.items() if words}
    listed = {"weekday": state.weekday, "rhythm": state.rhythm}
    return replace(turn, slots=slots | {name: Slot(id_, id_) for name, id_ in listed.items() if id_})
