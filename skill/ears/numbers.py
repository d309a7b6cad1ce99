"""Numbers in words and digits, as AMAZON.NUMBER gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.ears.spelling import hearing

Reading = tuple[str, int]
"""A slot's value, and where in the words it ends."""
UNCERTAIN = "?"
"""What Amazon gives for a number that it can't tell."""
MOST_DIGITS = 9


def numbers(words: Sequence[str], at: int) -> Iterator[Reading]:
    """What number begins at a word; "seven or eight" is none that can be told."""
    found = number(words, at)
    if found is None:
        return
    value, end = found
    yield str(value), end
    if end < len(words) and words[end] in hearing("numbers")["or"]:
        other = number(words, end + 1)
        if other:
            yield UNCERTAIN, other[1]


def number(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The whole number that begins at a word, and where it ends."""
    if at >= len(words):
        return None
    if words[at].isdecimal() and len(words[at]) <= MOST_DIGITS:
        return int(words[at]), at + 1
    known = hearing("numbers")
    if words[at] in known["articles"]:
        follows = at + 1 < len(words) and words[at + 1] in known["scales"]
        return _scaled(words, at + 1, 1) if follows else None
    small = below_hundred(words, at)
    return _scaled(words, small[1], small[0]) if small else None


def below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number from 0 to 99 in words, and where it ends."""
    known = hearing("numbers")
    word = words[at] if at < len(words) else ""
    if word in known["numbers"]:
        return known["numbers"][word], at + 1
    if word not in known["tens"]:
        return None
    ones = known["numbers"].get(words[at + 1], 0) if at + 1 < len(words) else 0
    return known["tens"][word] + (ones if 0 < ones < 10 else 0), at + (2 if 0 < ones < 10 else 1)


def ordinal(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """As in "Fifth", "twenty first" or "5th", and where it ends."""
    known = hearing("numbers")
    word = words[at] if at < len(words) else ""
    if word in known["ordinals"]:
        return known["ordinals"][word], at + 1
    follows = words[at + 1] if at + 1 < len(words) else ""
    if word.isdecimal() and len(word) <= 2 and follows in known["ordinal_endings"]:
        return int(word), at + 2
    ones = known["ordinals"].get(follows, 0)
    return (known["tens"][word] + ones, at + 2) if word in known["tens"] and 0 < ones < 10 else None


def _scaled(words: Sequence[str], at: int, value: int) -> tuple[int, int]:
    """The number so far, with the hundreds and thousands that follow it."""
    known = hearing("numbers")
    total, current = 0, value
    while at < len(words) and words[at] in known["scales"]:
        scale = known["scales"][words[at]]
        current *= scale
        at += 1
        if scale > 100:
            total, current = total + current, 0
        rest = below_hundred(words, at + 1 if at < len(words) and words[at] in known["and"] else at)
        if rest:
            current, at = current + rest[0], rest[1]
    return total + current, at
