"""How long something lasts, as AMAZON.DURATION gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from skill.ears.numbers import Reading, number
from skill.ears.spelling import after, hearing

SMALLER = {"W": ("D", 7), "D": ("H", 24), "H": ("M", 60), "M": ("S", 60)}
"""What half of a unit is counted in."""
_ORDER = ("Y", "MO", "W", "D", "H", "M", "S")


def durations(words: Sequence[str], at: int) -> Iterator[Reading]:
    """What lengths begin at a word; half a day is twelve hours."""
    for name, length in hearing("durations")["named"].items():
        end = after(words, at, name)
        if end:
            yield length, end
    part = _part(words, at)
    if part:
        yield part
    count = _count(words, at)
    if count is None:
        return
    whole, halves, at = count
    unit = _unit(words, at)
    if unit is None:
        return
    lengths = _with_half(whole, unit, halves)
    yield _notation(lengths), at + 1
    if not halves:
        yield from _and_more(words, at + 1, lengths, unit)


def _part(words: Sequence[str], at: int) -> Reading | None:
    """As in "Half an hour", "a quarter of an hour"."""
    for opening, minutes in hearing("durations")["parts"].items():
        end = after(words, at, opening)
        unit = _unit(words, end) if end else None
        if end and unit in SMALLER and unit != "S":
            smaller, size = SMALLER[unit]
            return _notation({smaller: size * minutes // 60}), end + 1
    return None


def _count(words: Sequence[str], at: int) -> tuple[int, bool, int] | None:
    """How many, whether "and a half" follows it, and where the unit is to stand."""
    known = hearing("durations")
    for opening, value in sorted(known["counts"].items(), key=lambda each: -len(each[0])):
        end = after(words, at, opening)
        if end and _unit(words, end):
            return value, False, end
    found = number(words, at)
    if found is None:
        return None
    value, end = found
    half = _and_half(words, end)
    return (value, True, half) if half and _unit(words, half) else (value, False, end)


def _and_more(words: Sequence[str], at: int, lengths: Mapping[str, int], unit: str) -> Iterator[Reading]:
    """As in "An hour ... and a half", "... and ten minutes", "... ten minutes"."""
    half = _and_half(words, at)
    if half:
        yield _notation(_with_half(lengths[unit], unit, half=True)), half
    joint = at + 1 if at < len(words) and words[at] in hearing("durations")["and"] else at
    more = number(words, joint)
    smaller = _unit(words, more[1]) if more else None
    if more and smaller and _ORDER.index(smaller) > _ORDER.index(unit):
        yield _notation({**lengths, smaller: more[0]}), more[1] + 1
    elif more and unit == "H" and more[0] < 60 and more[1] == len(words):
        yield _notation({**lengths, "M": more[0]}), more[1]


def _and_half(words: Sequence[str], at: int) -> int | None:
    known = hearing("durations")
    if at < len(words) and words[at] in known["and"]:
        for half in known["half"]:
            end = after(words, at + 1, half)
            if end:
                return end
    return None


def _with_half(whole: int, unit: str, half: bool) -> dict[str, int]:  # noqa: FBT001 - it is what its name says
    if not half or unit not in SMALLER:
        return {unit: whole}
    smaller, size = SMALLER[unit]
    return {unit: whole, smaller: size // 2}


def _unit(words: Sequence[str], at: int) -> str | None:
    found: str | None = hearing("durations")["units"].get(words[at]) if at < len(words) else None
    return found


def _notation(lengths: Mapping[str, int]) -> str:
    """ISO 8601."""
    days = "".join(f"{lengths[unit]}{unit[0]}" for unit in _ORDER[:4] if lengths.get(unit) is not None)
    clock = "".join(f"{lengths[unit]}{unit}" for unit in _ORDER[4:] if lengths.get(unit) is not None)
    return f"P{days}" + (f"T{clock}" if clock else "")
