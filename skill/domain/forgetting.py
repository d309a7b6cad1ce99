"""Forgetting everything: one confirmation, and what a device did not let go of at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from msgspec import Struct

from skill.domain.expectation import Expectation
from skill.domain.reminder import Alarm, Refusal, Reminders

A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)


class Forgetting(Expectation, frozen=True):
    """Forgetting everything was asked for; one confirmation is expected."""

    KEY: ClassVar[str] = "forgetting"


class WhichToForget(Expectation, frozen=True):
    """Something was to go, and it could be more or less; what it is, is expected."""

    KEY: ClassVar[str] = "which_to_forget"


class Leftover(Struct, frozen=True):
    """A reminder that is still on a device after its household was forgotten: its token and no more."""

    token: str
    until: date
    """The last day on which it is kept: by then it has rung, or a year has passed."""


def leftover(alarm: Alarm, today: date) -> Leftover:
    """What is kept of a reminder that could not be deleted; of a series without an end, for a year."""
    return Leftover(alarm.token, alarm.last.date() + A_DAY if alarm.last else today + A_YEAR)


def still_there(leftovers: Iterable[Leftover], reminders: Reminders) -> tuple[Leftover, ...]:
    """Tries again to delete them; those that the device does not let go of now."""
    return tuple(left for left in leftovers if reminders.delete(left.token) not in (None, Refusal.GONE))
