"""What is spoken: phrases by their keys, the values in them, and rests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Day:
    """A date, spoken as seen from another ("tomorrow", "Saturday")."""

    date: dt.date
    seen_from: dt.date


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts, in minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Digits:
    """A telephone number, spoken digit by digit."""

    number: str


@dataclass(frozen=True, slots=True)
class Private:
    """Words of one of the two, spoken softly and never shown."""

    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One phrase by its key; the words stand in skill/locales."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    variant: int = 0
    pace: int = 100
    """Speed in percent of the voice's own."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Quiet, in seconds."""

    seconds: int


Value = str | int | dt.time | Day | Length | Digits | Private | Line
Spoken = Line | Rest
