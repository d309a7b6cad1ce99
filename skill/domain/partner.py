"""The two people of a household."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Partner(StrEnum):
    """Which of the two: the order says only who was named first."""

    FIRST = "first"
    SECOND = "second"

    @property
    def other(self) -> Partner:
        """The other one of the two."""
        return Partner.SECOND if self is Partner.FIRST else Partner.FIRST


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of one partner: a first name, if they gave one."""

    name: str | None = None
