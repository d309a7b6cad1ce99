"""A booking half filled: what was said of it so far."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec import Struct

from skill.domain.alone_time.booking import SHORTEST, Booking
from skill.domain.partner import Partner


class Draft(Struct, frozen=True):
    """What is known of a booking that is being made or moved."""

    whose: Partner | None = None
    said: str = ""
    """`me` or `partner`, when that was said and it is not known who speaks."""
    nameless: bool = False
    """Nobody wants to give a name: it is one of the two."""
    day: date | None = None
    weekly: bool = False
    uneven: bool = False
    """Whether a rhythm was named that can't be booked: every other week, every month."""
    at: time | None = None
    part: str = ""
    """The part of the day that was named without an hour."""
    hour: int | None = None
    """The hour that was named without its part of the day."""
    sure: bool = False
    """Whether an hour before six was asked back and is meant."""
    minutes: int | None = None
    cover: str = ""
    moving: int = 0
    """The booking that moves; 0 for a new one."""
    moving_from: datetime | None = None
    """The start that moves."""
    series: bool = False
    """Whether all weeks of a weekly booking move."""
    offers: bool = False
    """Whether a reminder was being offered for the booking that moves: it is offered anew then."""

    def booking(self, made_at: datetime) -> Booking | None:
        """The booking, once day, time and length are known."""
        if self.day is None or self.at is None:
            return None
        return Booking(
            0,
            self.whose,
            self.day,
            self.at,
            self.minutes or SHORTEST,
            made_at,
            weekly=self.weekly,
            cover=self.cover,
        )
