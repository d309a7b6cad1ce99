"""Finds patterns of words in speech: alternatives, parts that may be left out, and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

GAP = 3
"""How many words of any kind a `*` in a pattern may stand for."""
SPEAKERS = frozenset({"i", "we", "me"})
"""Words a `_` in a pattern, which is else a `*`, does not reach past: what follows is theirs."""


class Part(NamedTuple):
    """One place of a pattern."""

    words: frozenset[str]
    optional: bool = False
    gap: bool = False
    """Whether up to `GAP` words other than `words` may stand here."""
    other: bool = False
    """Whether any one word other than `words` stands here."""


Pattern = tuple[Part, ...]
Patterns = Mapping[str, tuple[Pattern, ...]]
"""Patterns by every word they may begin with."""


class Parts(dict[str, Part]):
    """The places of patterns by how they are written; each is made once."""

    def __init__(self, classes: Mapping[str, Sequence[str]], negators: frozenset[str]) -> None:
        super().__init__(
            {
                "*": Part(negators, optional=True, gap=True),
                "_": Part(negators | SPEAKERS, optional=True, gap=True),
            }
        )
        self._classes = classes

    def __missing__(self, place: str) -> Part:
        words: list[str] = []
        for word in place.lstrip("!").rstrip("?").split("|"):
            words += self._classes[word[1:]] if word[0] == "@" else [word]
        self[place] = Part(frozenset(words), optional=place.endswith("?"), other=place.startswith("!"))
        return self[place]


def indexed(lines: Iterable[str], parts: Parts) -> Patterns:
    """The patterns written in `lines`, by every word they may begin with.

    Raises:
        ValueError: a pattern begins with a part that may be left out.
    """
    index: dict[str, list[Pattern]] = {}
    for line in lines:
        pattern = tuple(parts[place] for place in line.split())
        if pattern[0].optional:
            raise ValueError(f"a pattern begins with a part that may be left out: {line}")
        for word in pattern[0].words:
            index.setdefault(word, []).append(pattern)
    return {word: tuple(patterns) for word, patterns in index.items()}


def found(said: Sequence[str], patterns: Patterns) -> Iterable[tuple[int, int]]:
    """Where patterns stand in `said`: first word, and the word after the last."""
    for start, word in enumerate(said):
        for pattern in patterns.get(word, ()):
            end = _end(said, start, pattern, 0)
            if end is not None:
                yield start, end


def _end(said: Sequence[str], at: int, pattern: Pattern, place: int) -> int | None:
    """Where the pattern from its `place` on ends when it stands in `said` at `at`."""
    if place == len(pattern):
        return at
    words, optional, gap, other = pattern[place]
    if gap:
        return _end_after_gap(said, at, pattern, place)
    if at < len(said) and (said[at] in words) != other:
        end = _end(said, at + 1, pattern, place + 1)
        if end is not None:
            return end
    return _end(said, at, pattern, place + 1) if optional else None


def _end_after_gap(said: Sequence[str], at: int, pattern: Pattern, place: int) -> int | None:
    """As `_end`, for a gap; a "not" inside it would turn the meaning round, so it ends there."""
    for after in range(at, min(at + GAP, len(said)) + 1):
        end = _end(said, after, pattern, place + 1)
        if end is not None:
            return end
        if after < len(said) and said[after] in pattern[place].words:
            return None
    return None
