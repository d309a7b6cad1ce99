"""The two people of a household."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Partner(StrEnum):
    """Which of the two: the order says only who was named first."""

    FIRST = "first"
    SECOND = "second"

    @property
    def other(self) -> Partner:
        """The other one of the two."""
        return Partner.SECOND if self is Partner.FIRST else Partner.FIRST


class Person(Struct, frozen=True):
    """What is known of one partner, as far as they said it."""

    name: str | None = None
    """A first name."""
    voice: str | None = None
    """The mark of a voice that they asked to be known by."""
