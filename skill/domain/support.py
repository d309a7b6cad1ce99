"""Who helps: the numbers of a country as they are spoken, in a crisis and as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain, repeat
from typing import ClassVar

from msgspec import Struct

from skill.domain.distress import Distress
from skill.domain.expectation import Expectation
from skill.domain.line import Digits, Line, Value

ALWAYS = "24/7"
TEXTED = frozenset({"text", "text_word"})
"""Channels of a line that nobody picks up."""


class HelpKind(StrEnum):
    """What a line is for; the end of a phrase key."""

    EMERGENCY = "emergency"
    PERINATAL = "perinatal"
    """Feeling low with a small child."""
    CRISIS = "crisis"
    HOME = "home"
    """Feeling safe at home."""


class HelpLine(Struct, frozen=True):
    """One verified line people can call or text, as its provider states it."""

    name: str
    number: str
    channel: str = "call"
    """How it is reached, by the end of a phrase key: call, text, call_or_text or text_word."""
    hours: str = ALWAYS
    word: str = ""
    """What to text, where that matters."""
    region: str = ""
    """The part of the country it is for."""

    def values(self) -> Mapping[str, Value]:
        """Its name, its number and what to text there."""
        return {"line": self.name, "number": Digits(self.number), "word": self.word}

    @property
    def reach(self) -> Line:
        """How it is reached."""
        return Line(f"support.reach.{self.channel}", self.values())

    def lines(self, key: str) -> Iterator[Line]:
        """How it is reached, said under a key of what it is for; and when, if that is not day and night."""
        there: Mapping[str, Value] = {"region": self.region, "reach": self.reach}
        yield Line(key, {"reach": Line("support.reach.region", there) if self.region else self.reach})
        if self.hours != ALWAYS:
            yield Line("support.hours", {"hours": self.hours})


class Support(Struct, frozen=True):
    """The verified rows of one country; what is not verified is not here and not spoken."""

    country: str
    emergency: str | None = None
    crisis: HelpLine | None = None
    perinatal: HelpLine | None = None
    """One that answers day and night: any other may be shut when somebody needs it."""

    def line_for(self, about: Distress) -> HelpLine | None:
        """The line that is named beside the emergency number, where one fits."""
        return {
            Distress.SELF_HARM: self.crisis,
            Distress.FOR_ANOTHER: self.crisis,
            Distress.SCARY_THOUGHT: self.perinatal,
        }.get(about)

    def phrase(self, about: Distress) -> str:
        """Which wording of the crisis reply these rows allow: a line that is only texted has its own."""
        line = self.line_for(about)
        by = "" if line is None else "text" if line.channel in TEXTED else "line"
        rows = ("emergency" if self.emergency else "", by)
        return "_".join(row for row in rows if row) or "without_numbers"

    def values(self, about: Distress) -> Mapping[str, Value]:
        """The names and numbers that the wording speaks."""
        emergency: Mapping[str, Value] = {"emergency": Digits(self.emergency)} if self.emergency else {}
        line = self.line_for(about)
        return {**emergency, **line.values(), "reach": line.reach} if line else emergency


class HelpList(Struct, frozen=True):
    """The whole list of one country, as everybody hears it."""

    support: Support
    perinatal: HelpLine | None = None
    home: tuple[HelpLine, ...] = ()
    """One for the whole country, or one a region."""

    def lines(self, kind: HelpKind) -> tuple[Line, ...]:
        """What is said of one kind of help: the lines there are, or who else can help."""
        if kind is HelpKind.EMERGENCY:
            return (self._emergency(),)
        found = {HelpKind.CRISIS: (self.support.crisis,), HelpKind.PERINATAL: (self.perinatal,)}.get(
            kind, self.home
        )
        keys = chain((f"support.{kind}",), repeat("support.and"))
        said = (each.lines(key) for each, key in zip(found, keys, strict=False) if each)
        return tuple(chain.from_iterable(said)) or (self._without(kind),)

    def all_lines(self) -> tuple[Line, ...]:
        """The whole list: every kind equally plain."""
        more = (Line("support.doctor"),) if self.perinatal and self.support.crisis and self.home else ()
        return (*(line for kind in HelpKind for line in self.lines(kind)), *more)

    def _emergency(self) -> Line:
        if self.support.emergency is None:
            return Line("support.emergency.without")
        return Line("support.emergency", {"number": Digits(self.support.emergency)})

    def _without(self, kind: HelpKind) -> Line:
        if kind is HelpKind.PERINATAL or self.support.emergency is None:
            return Line(f"support.{kind}.without")
        return Line(f"support.{kind}.emergency", {"number": Digits(self.support.emergency)})


class Crisis(Expectation, frozen=True):
    """Somebody was told who helps; it is said again whenever asked."""

    KEY: ClassVar[str] = "crisis"
    UNTOLD: ClassVar[bool] = True
    support: Support
    about: Distress = Distress.SELF_HARM

    @property
    def help(self) -> Line:
        """Who helps, in the wording that the verified rows allow."""
        about, support = self.about, self.support
        return Line(f"crisis.{about}.{support.phrase(about)}", support.values(about))

    def values(self) -> Mapping[str, Value]:
        """What the reprompt says again."""
        return {"help": self.help}


class SupportList(Expectation, frozen=True):
    """The support list was said; it is said again whenever asked."""

    KEY: ClassVar[str] = "support"
    UNTOLD: ClassVar[bool] = True
    country: str
