"""Rule 10 where devices refuse: what was said to be reminded is set, or it was said that it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from skill.domain.alone_time.booking import Booking
from skill.domain.line import Line
from skill.domain.reminder import Alarm, Once, Ring
from skill.domain.reply import Ask, Close, HandOver
from skill.domain.turn import Kind
from tests.laws.house.device import LONDON
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.leaving import EARLY

NOT_SET = (
    "reminder.refused.", "reminder.too_late", "reminder.card", "reminder.not_booked", "reminder.moved_since",
    "reminder.taken_away", "reminder.gone_too", "reminder.may_still_ring", "store.", EARLY,
    "crisis.",
)  # fmt: skip
"""Beginnings of what is said where something was not set, or does not ring any more."""
STILL_RINGS = frozenset({"reminder.may_still_ring", "store.may_still_ring"})
WAITS = frozenset({"reminder.until", "reminder.until_of"})
SET = frozenset({"reminder.set", "reminder.comes_along", "reminder.already"})


@dataclass
class Ringing:
    """What was promised to ring, held against what a device has."""

    owned_up: set[str] = field(default_factory=set)
    """Tokens of which it was said that they may still ring."""
    waiting: set[int] = field(default_factory=set)
    """Bookings whose far weeks were said to wait."""
    promised: int = 0
    broken: int = 0
    """How often it was said that something does not ring."""

    def hear(self, life: Life, taken: Taken) -> None:
        """Holds one turn against the device."""
        wall = life.now.astimezone(LONDON).replace(tzinfo=None)
        times = taken.after.alone_times
        if taken.keys & WAITS:
            self.waiting |= {booking.id for booking in times.bookings if booking.weekly or booking.leads}
        if taken.forgets:
            self.waiting.clear()
        self._is_owned_up_to(life, taken, wall)
        self._is_there(life, taken, wall)
        self._is_promised(taken, wall)
        self._is_told(taken, wall)
        self._is_known(life, taken, wall)

    def _is_owned_up_to(self, life: Life, taken: Taken, wall: datetime) -> None:
        """Where a deletion failed it is said that it may still ring, once."""
        undeleted, life.bench.undeleted = life.bench.undeleted, []
        kept = set(undeleted) & set(life.bench.to_ring(wall)) - self.owned_up
        if kept and isinstance(taken.reply, Ask | Close):
            assert taken.keys & STILL_RINGS, (
                f"rule 10: after {taken.turn.intent} nobody knows that it may ring"
            )
        self.owned_up |= kept

    def _is_there(self, life: Life, taken: Taken, wall: datetime) -> None:
        """What the household takes for set is on the device, for that moment."""
        for alarm in taken.after.alone_times.alarms:
            if alarm.next_ring(wall) and alarm.token not in life.unsure:
                ring = life.bench.rings.get(alarm.token)
                assert ring is not None, "rule 10: a reminder is taken for set that no device has"
                assert _clock(ring) == alarm.at.time(), "rule 10: a reminder rings at another time"

    def _is_promised(self, taken: Taken, wall: datetime) -> None:
        """What a booking is said to have rings next when it is to."""
        times = taken.after.alone_times
        for booking in times.bookings:
            for lead in booking.leads if booking.id not in self.waiting else ():
                due = _next(booking, lead, wall)
                there = [a.next_ring(wall) for a in times.alarms if (a.booking, a.lead) == (booking.id, lead)]
                assert due is None or due in there, "rule 10: what was promised does not ring"
                self.promised += due is not None

    def _is_told(self, taken: Taken, wall: datetime) -> None:
        """A yes is met by a reminder or by a word that there is none; and none is lost without a word."""
        told = any(key.startswith(NOT_SET) for key in taken.keys)
        said = {line.key: line for line in _lines(taken) if line.key in SET}
        for line in said.values():
            rings = {alarm.at.time() for alarm in taken.after.alone_times.alarms if alarm.next_ring(wall)}
            assert _times(line) <= rings, "rule 10: a time is said at which nothing rings"
        yes = taken.turn.intent == "AMAZON.YesIntent" or taken.turn.outcome == "ACCEPTED"
        if taken.state == "OfferReminder" and yes and taken.turn.kind in (Kind.INTENT, Kind.PERMISSION):
            handed = isinstance(taken.reply, HandOver)
            assert told or handed or "reminder.set" in said, "rule 10: a yes got no reminder and no word"
        lost = set(_set_for(taken.before.alone_times.bookings, taken.before.alone_times.alarms, wall))
        lost -= {(b.id, lead) for b in taken.after.alone_times.bookings for lead in b.leads}
        ahead = {b.id for b in taken.after.alone_times.bookings if b.next_start(wall)}
        if any(booking in ahead for booking, _ in lost):
            assert told, f"rule 10: {taken.turn.intent} took a reminder away without a word"
        self.broken += told

    def _is_known(self, life: Life, taken: Taken, wall: datetime) -> None:
        """What still rings on a device is known here, or it was said that it may."""
        known = {alarm.token for alarm in taken.after.alone_times.alarms}
        known |= {left.token for left in taken.after.leftovers}
        stray = set(life.bench.to_ring(wall)) - known - life.unsure - self.owned_up
        if taken.keys & STILL_RINGS:
            self.owned_up |= stray
        else:
            assert not stray, f"rule 10: after {taken.turn.intent} something rings that nobody knows of"


def _next(booking: Booking, lead: int, wall: datetime) -> datetime | None:
    """When a lead of a booking is to ring next."""
    before = timedelta(minutes=lead)
    start = booking.next_start(wall + before)
    return start - before if start else None


def _set_for(
    bookings: tuple[Booking, ...], alarms: tuple[Alarm, ...], wall: datetime
) -> Iterator[tuple[int, int]]:
    for booking in bookings:
        for alarm in alarms:
            if alarm.booking == booking.id and alarm.lead in booking.leads and alarm.next_ring(wall):
                yield booking.id, alarm.lead


def _clock(ring: Ring) -> time:
    trigger = ring.trigger
    return trigger.at.time() if isinstance(trigger, Once) else trigger.at


def _lines(taken: Taken) -> Iterator[Line]:
    if isinstance(taken.reply, Ask | Close):
        yield from (line for line in taken.reply.lines if isinstance(line, Line))


def _times(line: Line) -> set[time]:
    """The times of day that a line names, those inside others too."""
    inner = [value for value in line.values.values() if isinstance(value, Line)]
    own = {value for value in line.values.values() if isinstance(value, time)}
    return own.union(*map(_times, inner))
