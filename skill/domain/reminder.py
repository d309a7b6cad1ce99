"""Reminders: what rings, when, and why a device may refuse."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from skill.domain.line import Line


class Once(Struct, frozen=True):
    """Rings once, at a wall-clock time without a zone of its own."""

    at: datetime


class Weekly(Struct, frozen=True, repr_omit_defaults=True):
    """Rings every week on one weekday at one wall-clock time, from a day on; perhaps up to another."""

    weekday: int
    """0 is Monday."""
    at: time
    starts: datetime
    """Wall-clock time before which nothing rings."""
    ends: datetime | None = None
    """The last ring, on the wall clock; None for a series without an end."""


Trigger = Once | Weekly


class Ring(Struct, frozen=True):
    """One reminder as it is asked of a device."""

    trigger: Trigger
    zone: str
    """IANA."""
    text: Line
    """25 characters at most when spoken, no name, fit for a child."""
    softly: bool = False
    """Whether it is whispered: it rings while it is quiet in the house."""


class Refusal(StrEnum):
    """Why a device did not do as asked; each has its own kind sentence."""

    NO_PERMISSION = "no_permission"
    DEVICE_CANNOT = "device_cannot"
    TOO_MANY = "too_many"
    PAST = "past"
    GONE = "gone"
    NOT_NOW = "not_now"
    """Throttled, unreachable, or a fault on the other side: later may work."""
    OUR_FAULT = "our_fault"
    """The request itself was not accepted; the code is logged, the text is not."""


class Reminders(Protocol):
    """The reminders of the device that speaks now, with this request's own token."""

    def create(self, ring: Ring) -> str | Refusal:
        """Creates a reminder: its token, or why not."""

    def update(self, token: str, ring: Ring) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""


class Alarm(Struct, frozen=True):
    """A reminder that a device has set for a booking."""

    booking: int
    lead: int
    """Minutes before the start."""
    token: str
    at: datetime
    """Its first ring on the wall clock; every week from then on when weekly."""
    weekly: bool
    zone: str
    """IANA."""
    ends: datetime | None = None
    """The last ring of a series that has one."""

    @property
    def last(self) -> datetime | None:
        """Its last ring; None when it never ends."""
        return self.ends if self.weekly else self.at

    def ring(self, wall: datetime) -> Ring | None:
        """The same as it is asked of a device, from a moment of the wall clock on; None where it is over."""
        following = self.next_ring(wall)
        if following is None:
            return None
        weekly = Weekly(following.weekday(), following.time(), following, self.ends)
        return Ring(weekly if self.weekly else Once(following), self.zone, text_of(self.lead))

    def next_ring(self, wall: datetime) -> datetime | None:
        """The next ring after a moment of the wall clock."""
        if self.at > wall:
            return self.at
        if not self.weekly:
            return None
        following = self.at + timedelta(days=7 * ((wall - self.at).days // 7 + 1))
        return following if self.ends is None or following <= self.ends else None


def text_of(lead: int) -> Line:
    """What a reminder says: 25 characters at most, whatever the lead; nobody's name."""
    return Line("reminder.before", {"lead": lead_line(lead)}) if lead else Line("reminder.now")


def lead_line(minutes: int) -> Line:
    """A lead, short: whole hours as hours, all else as minutes."""
    form, amount = ("hour", minutes // 60) if minutes % 60 == 0 else ("minute", minutes)
    return Line(f"reminder.lead.{form}{'' if amount == 1 else 's'}", {"amount": amount})
