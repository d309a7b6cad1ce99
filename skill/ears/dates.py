"""Dates, as AMAZON.DATE gives them, seen from today.

A bare weekday is the next one, a week ahead when today is one; "next Saturday" is next week's;
a day of a month that has passed is next month's or next year's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from skill.ears.ahead import so_far_ahead
from skill.ears.numbers import Reading, number, ordinal
from skill.ears.spelling import after, hearing

PRESENT = "PRESENT_REF"
WEEK = timedelta(days=7)
CENTURY = 20
"""As in "twenty twenty seven"."""


def dates(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    """What dates begin at a word."""
    yield from _named(words, at, today)
    yield from _weekdays(words, at, today)
    yield from _stretches(words, at, today)
    yield from _days_of_months(words, at, today)
    yield from _in(words, at, today)


def _named(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    known = hearing("dates")
    for name, ahead in known["days"].items():
        end = after(words, at, name)
        if end:
            yield (today + timedelta(days=ahead)).isoformat(), end
    for name in known["now"]:
        end = after(words, at, name)
        if end:
            yield PRESENT, end
    for name, (month, day) in known["holidays"].items():
        end = after(words, at, name)
        if end:
            yield _coming(today, month, day).isoformat(), end


def _weekdays(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    known = hearing("dates")
    this, following = _opening(words, at, known["this"]), _opening(words, at, known["next"])
    start = this or following or at
    named = words[start] if start < len(words) else ""
    if named in known["weekdays"]:
        ahead = (known["weekdays"][named] - today.weekday()) % 7
        monday = today - timedelta(days=today.weekday())
        next_week = monday + WEEK + timedelta(days=known["weekdays"][named])
        plain = today + timedelta(days=ahead if ahead or this else 7)
        yield (next_week if following else plain).isoformat(), start + 1
        end = after(words, start + 1, "next week")
        if end:
            yield next_week.isoformat(), end
        elif start + 1 < len(words) and words[start + 1] in known["week"]:
            yield (plain + WEEK).isoformat(), start + 2
    elif following and named in known["week"]:
        yield from _in_next_week(words, start + 1, today)


def _in_next_week(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    """As in "Next week on Saturday"."""
    known = hearing("dates")
    at += at < len(words) and words[at] in known["on"]
    if at < len(words) and words[at] in known["weekdays"]:
        monday = today - timedelta(days=today.weekday())
        yield (monday + WEEK + timedelta(days=known["weekdays"][words[at]])).isoformat(), at + 1


def _stretches(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    """Weeks, weekends, months, seasons and years."""
    known = hearing("dates")
    following = _opening(words, at, known["next"])
    opened = following or _opening(words, at, known["this"]) or _opening(words, at, known["the"])
    start = opened or at
    named = words[start] if start < len(words) else ""
    seen = today + WEEK if following else today
    if opened and named in known["weekend"]:
        yield f"{_week(seen)}-WE", start + 1
    elif opened and named in known["week"]:
        yield _week(seen), start + 1
    elif opened and named in known["month"]:
        yield _month(today, ahead=bool(following)), start + 1
    elif opened and named in known["year"]:
        yield str(today.year + bool(following)), start + 1
    elif opened and named in known["seasons"]:
        yield f"{today.year + bool(following)}-{known['seasons'][named]}", start + 1
    elif named in known["months"]:
        month = known["months"][named]
        yield f"{today.year + (month < today.month)}-{month:02}", start + 1
        for year, end in _years(words, start + 1, today):
            yield f"{year}-{month:02}", end


def _days_of_months(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    known = hearing("dates")
    month = known["months"].get(words[at]) if at < len(words) else None
    if month:
        start = _opening(words, at + 1, known["the"]) or at + 1
        day = ordinal(words, start) or number(words, start)
        if day:
            yield from _with_year(words, day[1], today, (month, day[0]))
        return
    start = _opening(words, at, known["the"]) or at
    day = ordinal(words, start) or number(words, start)
    if day is None:
        return
    named = _opening(words, day[1], known["of"]) or day[1]
    month = known["months"].get(words[named]) if named < len(words) else None
    if month:
        yield from _with_year(words, named + 1, today, (month, day[0]))
    elif ordinal(words, start) and start > at:
        yield from _this_or_next_month(today, day)


def _with_year(words: Sequence[str], at: int, today: date, when: tuple[int, int]) -> Iterator[Reading]:
    month, day = when
    try:
        yield _coming(today, month, day).isoformat(), at
        for year, end in _years(words, at, today):
            yield date(year, month, day).isoformat(), end
    except ValueError:  # the thirtieth of February
        return


def _years(words: Sequence[str], at: int, today: date) -> Iterator[tuple[int, int]]:
    """As in "Next year", "of next year", "2027", "twenty twenty seven"."""
    known = hearing("dates")
    start = _opening(words, at, known["of"]) or at
    for ahead, opening in enumerate((known["this"], known["next"])):
        named = _opening(words, start, opening)
        if named and named < len(words) and words[named] in known["year"]:
            yield today.year + ahead, named + 1
    year = number(words, start)
    if year and year[0] == CENTURY and (rest := number(words, year[1])):
        year = year[0] * 100 + rest[0], rest[1]
    if year and today.year <= year[0] < today.year + 100:
        yield year


def _this_or_next_month(today: date, day: tuple[int, int]) -> Iterator[Reading]:
    for month in range(today.month, today.month + 12):
        try:
            found = date(today.year + (month - 1) // 12, (month - 1) % 12 + 1, day[0])
        except ValueError:  # a month without a thirty-first
            continue
        if found >= today:
            yield found.isoformat(), day[1]
            return


def _in(words: Sequence[str], at: int, today: date) -> Iterator[Reading]:
    """As in "In December", "in two weeks"."""
    known = hearing("dates")
    start = _opening(words, at, known["in"])
    named = words[start] if start and start < len(words) else ""
    if start and named in {*known["months"], *known["next"], *known["this"]}:
        yield from _stretches(words, start, today)
    yield from so_far_ahead(words, start or at, today, opened=start is not None)


def _coming(today: date, month: int, day: int) -> date:
    """The next such day, today included; the twenty-ninth of February waits for its year."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"no month {month} has a day {day}")


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _month(today: date, *, ahead: bool) -> str:
    later = today.month + ahead
    return f"{today.year + (later - 1) // 12}-{(later - 1) % 12 + 1:02}"


def _opening(words: Sequence[str], at: int, phrases: Sequence[str]) -> int | None:
    return next((end for each in phrases if (end := after(words, at, each))), None)
