"""Who helps when somebody is in danger: numbers by country, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from msgspec import Struct

from skill.domain.expectation import Expectation
from skill.domain.line import Digits, Line, Value


class HelpLine(Struct, frozen=True):
    """One line people can call or text, as its provider states it."""

    name: str
    number: str
    channel: str
    hours: str
    source: str
    verified_on: date


class Support(Struct, frozen=True):
    """The verified rows of one country; what is not verified is not here and not spoken."""

    country: str
    emergency: str | None
    crisis: HelpLine | None

    @property
    def phrase(self) -> str:
        """Which wording of the crisis reply these rows allow."""
        rows = ("emergency" if self.emergency else "", "line" if self.crisis else "")
        return "_".join(row for row in rows if row) or "without_numbers"

    def values(self) -> Mapping[str, Value]:
        """The names and numbers that the wording speaks."""
        emergency: Mapping[str, Value] = {"emergency": Digits(self.emergency)} if self.emergency else {}
        crisis: Mapping[str, Value] = (
            {"line": self.crisis.name, "number": Digits(self.crisis.number)} if self.crisis else {}
        )
        return {**emergency, **crisis}


class Crisis(Expectation, frozen=True):
    """The crisis reply was given; it is said again whenever asked."""

    KEY: ClassVar[str] = "crisis"
    support: Support

    def values(self) -> Mapping[str, Value]:
        """The numbers, and the wording they allow."""
        return {
            **self.support.values(),
            "numbers": Line(f"crisis.numbers.{self.support.phrase}", self.support.values()),
        }
