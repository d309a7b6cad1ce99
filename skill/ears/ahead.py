"""Dates told by how far ahead they are: "in two weeks", "a year from now"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from skill.ears.numbers import Reading, number
from skill.ears.spelling import after, hearing

MOST = 5000
"""Days, weeks, months or years."""


def so_far_ahead(words: Sequence[str], at: int, today: date, *, opened: bool) -> Iterator[Reading]:
    """What date is told from a word on, where "in" came before it or "from now" comes after."""
    known = hearing("dates")
    count = number(words, at) or ((1, at + 1) if at < len(words) and words[at] == "a" else None)
    unit = words[count[1]] if count and count[1] < len(words) else ""
    if count is None or count[0] > MOST or unit not in {**known["spans"], **known["months_ahead"]}:
        return
    end = count[1] + 1
    closed = next((last for each in known["from"] if (last := after(words, end, each))), None)
    if opened or closed:
        yield _later(today, count[0], unit).isoformat(), closed or end


def _later(today: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years on; the last day of a month that is too short."""
    known = hearing("dates")
    if unit in known["spans"]:
        return today + timedelta(days=count * known["spans"][unit])
    month = today.month - 1 + count * known["months_ahead"][unit]
    first = date(today.year + month // 12, month % 12 + 1, 1)
    return first.replace(day=min(today.day, monthrange(first.year, first.month)[1]))
