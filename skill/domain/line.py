"""What is spoken: phrases by their keys, the values in them, and rests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Day(Struct, frozen=True):
    """A date, spoken as seen from another ("tomorrow", "Saturday")."""

    date: dt.date
    seen_from: dt.date


class Length(Struct, frozen=True):
    """How long something lasts, in minutes."""

    minutes: int


class Digits(Struct, frozen=True):
    """A telephone number, spoken digit by digit."""

    number: str


class Private(Struct, frozen=True):
    """Words of one of the two, spoken softly and never shown."""

    words: str


class Line(Struct, frozen=True):
    """One phrase by its key; the words stand in skill/locales."""

    key: str
    values: Mapping[str, Value] = {}
    variant: int = 0
    pace: int = 100
    """Speed in percent of the voice's own."""


class Rest(Struct, frozen=True):
    """Quiet, in seconds."""

    seconds: int


class Chime(StrEnum):
    """A short sound of our own, where there is one to be had; quiet where not."""

    START = "chime-start"
    END = "chime-end"


Value = str | int | dt.time | Day | Length | Digits | Private | Line
Spoken = Line | Rest | Chime
