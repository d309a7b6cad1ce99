"""Keys become phrases, and phrases become speech (SSML)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from skill.domain.line import Chime, Day, Digits, Length, Line, Private, Rest, Spoken, Value

MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What would be read as markup; xml.sax would bring an HTTP client along to say the same."""
WHISPER, SPEAK = '<amazon:effect name="whispered">', "</amazon:effect>"
PRIVATE = re.compile(f"({WHISPER}.*?{SPEAK})")
SOFT_PACE = 95
"""Percent of the voice's own pace, at most, where all is whispered."""
LONGEST_BREAK = 10
"""Seconds; the platform takes no longer single pause."""


class Phrases(Protocol):
    """Where the words stand."""

    def phrase(self, locale: str, key: str, variant: int = 0) -> str:
        """One wording of a phrase, in a locale."""

    def shown(self, locale: str, key: str) -> str:
        """The words of a key on a screen, in a locale."""


class Speech(Struct, frozen=True):
    """Renders what a reply says, in the words of a locale."""

    phrases: Phrases
    sounds: str | None = None
    """Where our chimes are, without a last slash; None where there are none."""

    def render(self, lines: Sequence[Spoken], locale: str, *, softly: bool = False) -> str:
        """SSML without the outer tag; every value in it is escaped.

        Whispered if it is to be soft: then nothing chimes.
        """
        spoken = (self._spoken(line, locale, softly=softly) for line in lines)
        return " ".join(each for each in spoken if each)

    def shown(self, key: str, locale: str) -> str:
        """The words of a key as a screen shows them: no marks of speech, no values."""
        return self.phrases.shown(locale, key)

    def _spoken(self, line: Spoken, locale: str, *, softly: bool) -> str:
        if isinstance(line, Rest):
            return breaks(line.seconds)
        if isinstance(line, Chime):
            return "" if softly or self.sounds is None else f'<audio src="{self.sounds}/{line}.mp3"/>'
        words = self.words(line, locale)
        if softly:
            return whispered(words, min(line.pace, SOFT_PACE))
        return words if line.pace == 100 else f'<prosody rate="{line.pace}%">{words}</prosody>'

    def words(self, line: Line, locale: str) -> str:
        """One phrase with its values in place, beginning with a capital."""
        values = {name: self._value(value, locale) for name, value in line.values.items()}
        return _capital(self.phrases.phrase(locale, line.key, line.variant).format_map(values))

    def _value(self, value: Value, locale: str) -> str:  # noqa: PLR0911 - one return for each kind of value
        match value:
            case Line():
                return self._inner(value, locale)
            case Private(words):
                return f"{WHISPER}{escape(words)}{SPEAK}"
            case Digits(number):
                return f'<say-as interpret-as="digits">{escape(number)}</say-as>'
            case Day(day, seen_from):
                return self._inner(_day(day, seen_from), locale)
            case dt.time():
                return self._inner(_clock(value), locale)
            case Length(minutes):
                return self._inner(_length(minutes), locale)
            case _:
                return escape(str(value))

    def _inner(self, line: Line, locale: str) -> str:
        values = {name: self._value(value, locale) for name, value in line.values.items()}
        return self.phrases.phrase(locale, line.key, line.variant).format_map(values)


def whispered(words: str, pace: int) -> str:
    """Words whispered because it is quiet in the house; private words in them are marked as before.

    The volume is the usual one: it tells a device with a screen that these words may be shown.
    """
    soft = f'<prosody rate="{pace}%" volume="medium">{WHISPER}{{}}{SPEAK}</prosody>'
    pieces = (piece for piece in PRIVATE.split(words) if piece)
    return "".join(p if PRIVATE.match(p) or not p.strip() else soft.format(p) for p in pieces)


def breaks(seconds: int) -> str:
    """Quiet of any length, in pauses the platform accepts."""
    whole, rest = divmod(seconds, LONGEST_BREAK)
    pauses = [LONGEST_BREAK] * whole + [rest] * bool(rest)
    return "".join(f'<break time="{pause}s"/>' for pause in pauses)


def escape(words: str) -> str:
    """Words that are nothing but words inside SSML."""
    return words.translate(MARKUP)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(day: dt.date, seen_from: dt.date) -> Line:
    ahead = (day - seen_from).days
    if ahead in (-1, 0, 1):
        return Line(f"time.day.{('yesterday', 'today', 'tomorrow')[ahead + 1]}")
    weekday = Line(f"time.weekday.{day.weekday()}")
    if 1 < ahead < 7:
        return weekday
    month, ordinal = Line(f"time.month.{day.month}"), Line(f"time.ordinal.{day.day}")
    return Line("time.day.date", {"weekday": weekday, "month": month, "ordinal": ordinal})


def _clock(at: dt.time) -> Line:
    if at.minute == 0 and at.hour in (0, 12):
        return Line("time.midnight" if at.hour == 0 else "time.noon")
    form = {0: "hour", 15: "quarter_past", 30: "half", 45: "quarter_to"}.get(at.minute, "minutes")
    hour = at.hour + (form == "quarter_to")
    values: dict[str, Value] = {
        "hour": (hour - 1) % 12 + 1,
        "this_hour": (at.hour - 1) % 12 + 1,
        "minute": f"{at.minute:02}",
        "part": Line(f"time.part.{_part(at)}"),
    }
    return Line(f"time.clock.{form}", values)


def _part(at: dt.time) -> str:
    ends = ((1, "night"), (12, "morning"), (18, "afternoon"), (22, "evening"))
    return next((part for end, part in ends if at.hour < end), "night")


def _length(minutes: int) -> Line:
    hours, rest = divmod(minutes, 60)
    named = {(0, 30): "half_hour", (1, 0): "hour", (1, 30): "hour_and_a_half"}.get((hours, rest))
    if named:
        return Line(f"time.length.{named}")
    form = "minutes" if not hours else "hours" if not rest else "hour_and" if hours == 1 else "hours_and"
    return Line(f"time.length.{form}", {"hours": hours, "minutes": rest})
