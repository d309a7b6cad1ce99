"""The platform's notations of dates, times and lengths, read as a person meant them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

FARTHEST = timedelta(days=183)
"""Six months ahead."""
EARLY = time(6)
"""Hours before this one are asked back: few people mean them."""
_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
_MINUTES = {"H": 60.0, "M": 1.0, "S": 1 / 60}
_DURATION = r"P((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?"


class Unclear(StrEnum):
    """Why a date is asked for again."""

    PAST = "past"
    FAR = "far"
    VAGUE = "vague"
    """A week, a month, a season: which day of it?"""
    GARBLED = "garbled"


class Part(StrEnum):
    """A part of the day, in the platform's letters: which hour of it?"""

    MORNING = "MO"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"

    def reading(self, at: time) -> time:
        """An hour as meant within this part: seven in the evening is 19."""
        if self is Part.MORNING or at.hour >= 12:
            return time(0, at.minute) if self is Part.NIGHT and at.hour == 12 else at
        return at if self is Part.NIGHT and at < EARLY else at.replace(hour=at.hour + 12)


class Span(Struct, frozen=True):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def span_named(written: str, today: date) -> Span | None:
    """The days a date notation stands for; None for what is no calendar span of this kind."""
    if written == "PRESENT_REF":
        return Span(today, today)
    for form, read in _FORMS:
        found = re.fullmatch(form, written)
        if found:
            return _reading(read, found)
    return None


def day_named(written: str, today: date) -> date | Span | Unclear:
    """One day; or a weekend of which one is to be chosen; or why it is asked again.

    `today` is the calendar's day, which is how the platform counts: between midnight and four its "today" is
    the day that has begun, and so it is kept; it is read back by its weekday then, so that a slip is heard.
    """
    span = span_named(written, today)
    if span is None:
        return Unclear.GARBLED
    if span.last < today:
        return Unclear.PAST
    if max(span.first, today) > today + FARTHEST:
        return Unclear.FAR
    left = Span(max(span.first, today), span.last)
    if left.first == left.last:
        return left.first
    return left if written.endswith("-WE") else Unclear.VAGUE


def time_named(written: str) -> time | Part | None:
    """A wall-clock time, a part of the day whose hour is asked, or None."""
    if written in set(Part):
        return Part(written)
    found = re.fullmatch(r"T?(\d{1,2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?", written)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def minutes_named(written: str) -> int | None:
    """A duration in whole minutes, however long; None for what is none."""
    found = re.fullmatch(_DURATION, written)
    if found is None or not (found[1] or found[2]):
        return None
    days = sum(float(n) * _DAYS[unit] for n, unit in re.findall(_AMOUNT_OF_DAYS, found[1] or ""))
    minutes = sum(float(n) * _MINUTES[unit] for n, unit in re.findall(_AMOUNT_OF_TIME, found[2] or ""))
    total = days * 24 * 60 + minutes
    return round(total) if total < 10**9 else None


def spoken_from(day: date, wall: datetime) -> date:
    """From where a day is named aloud: by its weekday from midnight to four, when "tomorrow" is unsure."""
    today = wall.date()
    unsure = wall.hour < 4 and today <= day < today + timedelta(days=7)
    return day - timedelta(days=2) if unsure else today


def _reading(read: Callable[..., Span], found: re.Match[str]) -> Span | None:
    try:
        return read(*(int(part) for part in found.groups()))
    except (ValueError, OverflowError):
        return None


def _day(year: int, month: int, day: int) -> Span:
    return Span(date(year, month, day), date(year, month, day))


def _week(year: int, week: int) -> Span:
    return Span(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))


def _weekend(year: int, week: int) -> Span:
    return Span(date.fromisocalendar(year, week, 6), date.fromisocalendar(year, week, 7))


def _month(year: int, month: int) -> Span:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), following - timedelta(days=1))


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def _decade(tens: int) -> Span:
    return Span(date(tens * 10, 1, 1), date(tens * 10 + 9, 12, 31))


def _century(hundreds: int) -> Span:
    return Span(date(hundreds * 100, 1, 1), date(hundreds * 100 + 99, 12, 31))


_FORMS: tuple[tuple[str, Callable[..., Span]], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", _day),
    (r"(\d{4})-W(\d{1,2})", _week),
    (r"(\d{4})-W(\d{1,2})-WE", _weekend),
    (r"(\d{4})-(\d{2})", _month),
    (r"(\d{4})(?:-(?:WI|SP|SU|FA))?", _year),
    (r"(\d{3})X", _decade),
    (r"(\d{2})XX", _century),
)
_AMOUNT_OF_DAYS = r"(\d+(?:\.\d+)?)([YMWD])"
_AMOUNT_OF_TIME = r"(\d+(?:\.\d+)?)([HMS])"
