"""Who helps: numbers by country, as data, and when they were last verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain, repeat
from typing import ClassVar, Literal

from msgspec import Struct

from skill.domain.distress import Distress
from skill.domain.expectation import Expectation
from skill.domain.line import Digits, Line, Value

GROWS_OLD = timedelta(days=90)
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


class HelpRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A line as it stands in its country's file; without a date it waits for somebody to verify it."""

    kind: HelpKind
    name: str
    number: str
    channels: tuple[Literal["call", "text"], ...]
    verified_on: date | None
    hours: str = ""
    source: str = ""
    word: str = ""
    region: str = ""
    some: str = ""
    """Whom it is for, where that is not everybody: it is no line of the list that everybody hears."""

    def __post_init__(self) -> None:
        """Refuses a verified row that does not say by what, and when somebody answers."""
        if self.verified_on and not (self.hours and self.source):
            raise ValueError("a verified row has `hours` and a `source`")

    def old(self, today: date) -> bool:
        """Whether it was verified so long ago that it wants verifying again."""
        return self.verified_on is not None and today - self.verified_on > GROWS_OLD

    def line(self) -> HelpLine:
        """The same as it is spoken."""
        channel = "text_word" if self.word else "_or_".join(self.channels)
        return HelpLine(self.name, self.number, channel, self.hours, self.word, self.region)


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


def list_of(country: str, rows: Sequence[HelpRow]) -> HelpList:
    """What may be spoken for a country: the first verified row of a kind, and at home one a region."""
    verified = [row for row in rows if row.verified_on and not row.some]
    first = {row.kind: row for row in reversed(verified)}
    emergency = first.get(HelpKind.EMERGENCY)
    number = emergency.number if emergency else None
    perinatal = _line(first.get(HelpKind.PERINATAL))
    at_night = perinatal if perinatal and perinatal.hours == ALWAYS else None
    return HelpList(
        Support(country, number, _line(first.get(HelpKind.CRISIS)), at_night),
        perinatal,
        tuple(_a_region_each(row for row in verified if row.kind is HelpKind.HOME)),
    )


def grown_old(rows: Iterable[HelpRow], today: date) -> Iterator[HelpRow]:
    """The rows that are spoken and want verifying again: nobody has done so for ninety days."""
    return (row for row in rows if row.old(today))


def _line(row: HelpRow | None) -> HelpLine | None:
    return row.line() if row else None


def _a_region_each(rows: Iterable[HelpRow]) -> Iterator[HelpLine]:
    regions: set[str] = set()
    for row in rows:
        if row.region not in regions and "" not in regions:
            yield row.line()
        regions.add(row.region)
