"""Times of day, as AMAZON.TIME gives them: HH:MM, or MO, AF, EV, NI for a part of the day.

An hour said without its part of day is taken as most people mean it: one to six in the afternoon,
seven to eleven in the morning, twelve at noon; in the evening when "tonight" is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.ears.numbers import Reading, below_hundred
from skill.ears.spelling import after, hearing

Clock = tuple[int, int, bool, int]
"""Hour, minute, whether it is told on twenty-four hours, and where it ends."""
FIVES = 5
"""Minutes said without that word are these: "five past", "twenty to"."""
FIRST_MORNING_HOUR = 7
"""The first hour that is a morning one when nothing is said."""


def times(words: Sequence[str], at: int, locale: str) -> Iterator[Reading]:
    """What times begin at a word."""
    known = hearing("times")
    for name, value in known["named"].items():
        end = after(words, at, name)
        if end:
            yield value, end
    yield from _parts(words, at, locale)
    for clock in dict.fromkeys((_relative(words, at, locale), _plain(words, at))):
        if clock:
            yield from _with_part(words, clock, locale)


def _with_part(words: Sequence[str], clock: Clock, locale: str) -> Iterator[Reading]:
    """The time alone, and with every ending that names its part of the day."""
    hour, minute, settled, end = clock
    known = hearing("times")
    evening = any(word in known["evening_words"] for word in words)
    meant = hour if settled else _before(words, clock, locale) or _likely(hour, evening=evening)
    yield _notation(meant, minute), end
    for ending, part in known["part_endings"].items():
        last = after(words, end, ending)
        if last:
            yield _notation(hour if hour > 12 else _in_part(hour, part), minute), last


def _before(words: Sequence[str], clock: Clock, locale: str) -> int | None:
    """The hour of a start whose part of the day is told with its end: "from six to seven in the morning"."""
    hour, minute, _, end = clock
    known = hearing("times")
    other = _clock(words, end + 1, locale) if end < len(words) and words[end] in known["until"] else None
    part = next(
        (part for each, part in known["part_endings"].items() if other and after(words, other[3], each)), ""
    )
    if other is None or not part or other[0] > 12:
        return None
    begins, ends = _in_part(hour, part), _in_part(other[0], part)
    return begins if (begins, minute) < (ends, other[1]) else None


def _parts(words: Sequence[str], at: int, locale: str) -> Iterator[Reading]:
    """As in "In the morning", "evening at eight"."""
    known = hearing("times")
    for opening in known["part_openings"]:
        named = after(words, at, opening)
        if named is None or named >= len(words) or words[named] not in known["parts"]:
            continue
        part = known["parts"][words[named]]
        yield part, named + 1
        if named + 1 < len(words) and words[named + 1] in known["at"]:
            clock = _clock(words, named + 2, locale)
            if clock:
                hour, minute, _, end = clock
                yield _notation(hour if hour > 12 else _in_part(hour, part), minute), end


def _clock(words: Sequence[str], at: int, locale: str) -> Clock | None:
    """The time that begins at a word, in the longest reading."""
    return _relative(words, at, locale) or _plain(words, at)


def _relative(words: Sequence[str], at: int, locale: str) -> Clock | None:
    """As in "Half past seven", "quarter to ten", "twenty past six", in Britain "half seven"."""
    known = hearing("times")
    for minutes, end in _minutes(words, at):
        word = words[end] if end < len(words) else ""
        if word in known["past"] or word in known["to"]:
            hour = _hour(words, end + 1)
            if hour:
                early = word in known["to"]
                return (
                    (hour[0] - early or 12),
                    (60 - minutes if early else minutes),
                    False,
                    _oclock(words, hour[1]),
                )
        elif minutes == 30 and locale in known["half_is_past"]:
            hour = _hour(words, end)
            if hour and words[at] == "half":
                return hour[0], 30, False, hour[1]
    return None


def _minutes(words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    known = hearing("times")
    for name, minutes in known["quarters"].items():
        end = after(words, at, name)
        if end:
            yield minutes, end
    found = _small(words, at)
    if found and 0 < found[0] < 60:
        value, end = found
        if end < len(words) and words[end] in known["minutes"]:
            yield value, end + 1
        elif value % FIVES == 0:  # nobody says "nine to eleven" for 10:51
            yield value, end


def _plain(words: Sequence[str], at: int) -> Clock | None:
    """As in "Ten", "seven thirty", "ten oh five", "7:30", "19:30"."""
    if at >= len(words):
        return None
    if ":" in words[at]:
        hour, minute = map(int, words[at].split(":"))
        settled = hour > 12 or words[at].startswith("0")
        return (hour, minute, settled, at + 1) if hour < 24 and minute < 60 else None
    found = _small(words, at)
    if found is None or found[0] > 23:
        return None
    value, end = found
    spoken = _spoken_minute(words, end)
    if spoken and words[at].isdecimal() == words[end].isdecimal():
        return value, spoken[0], value > 12 or value == 0, spoken[1]
    return value, 0, value > 12 or value == 0, _oclock(words, end)


def _spoken_minute(words: Sequence[str], at: int) -> tuple[int, int] | None:
    if at < len(words) and words[at] in hearing("times")["zeros"]:
        found = _small(words, at + 1)
        return found if found and 0 < found[0] < 10 else None
    found = _small(words, at)
    return found if found and 10 <= found[0] < 60 else None


def _hour(words: Sequence[str], at: int) -> tuple[int, int] | None:
    found = _small(words, at)
    return found if found and 1 <= found[0] <= 12 else None


def _small(words: Sequence[str], at: int) -> tuple[int, int] | None:
    if at < len(words) and words[at].isdecimal() and len(words[at]) <= 2:
        return int(words[at]), at + 1
    return below_hundred(words, at)


def _oclock(words: Sequence[str], at: int) -> int:
    return next((end for each in hearing("times")["oclock"] if (end := after(words, at, each))), at)


def _likely(hour: int, *, evening: bool) -> int:
    if hour >= 12 or hour == 0:
        return hour
    return hour + 12 if evening or hour < FIRST_MORNING_HOUR else hour


def _in_part(hour: int, part: str) -> int:
    """The hour of twenty-four, for one of twelve in a part of the day."""
    twelve = hour % 12
    if part in {"AM", "MO"} or (part == "NI" and twelve < 6):
        return twelve
    return twelve + 12


def _notation(hour: int, minute: int) -> str:
    return f"{hour % 24:02}:{minute:02}"
