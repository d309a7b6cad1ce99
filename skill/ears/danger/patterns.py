"""Finds patterns of words in speech: alternatives, parts that may be left out, and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

GAP, WIDE_GAP = 3, 8
"""How many words a `*` and a `**` in a pattern may stand for."""
SPEAKERS = frozenset({"i", "we", "me"})
"""Words a `_` in a pattern, which is else a `*`, does not reach past: what follows is theirs. A `__` reaches
past "me" and past a "not"."""
COVERED = "~"
"""What stands in place of a word that is not looked at any more."""
_VOWELS = frozenset("aeiou")


class Part(NamedTuple):
    """One place of a pattern."""

    words: frozenset[str]
    optional: bool = False
    gap: int = 0
    """Up to how many words other than `words` may stand here."""
    other: bool = False
    """Whether any one word other than `words` stands here."""


Pattern = tuple[str, ...]
"""Its places as they are written; each is read when a sentence comes so far."""


class Parts(dict[str, Part]):
    """The places of patterns by how they are written; each is made once."""

    def __init__(self, classes: Mapping[str, Sequence[str]], negators: frozenset[str]) -> None:
        super().__init__(
            {
                "*": Part(negators, optional=True, gap=GAP),
                "_": Part(negators | SPEAKERS, optional=True, gap=GAP),
                "__": Part(SPEAKERS - {"me"}, optional=True, gap=GAP),
                "**": Part(frozenset(), optional=True, gap=WIDE_GAP),
            }
        )
        self._classes = classes
        self._words: dict[str, frozenset[str]] = {}

    def __missing__(self, place: str) -> Part:
        words = frozenset().union(*map(self.words, place.lstrip("!").rstrip("?").split("|")))
        self[place] = Part(words, optional=place.endswith("?"), other=place.startswith("!"))
        return self[place]

    def words(self, written: str) -> frozenset[str]:
        """The words that one alternative stands for: itself, a verb's forms, or those of a class.

        Raises:
            KeyError: there is no such class.
        """
        known = self._words.get(written)
        if known is None:
            if written[0] == "@":
                known = frozenset().union(*map(self.words, self._classes[written[1:]]))
            else:
                known = frozenset(inflected(written[:-1]) if written[-1] == "~" else (written,))
            self._words[written] = known
        return known


def inflected(verb: str) -> set[str]:
    """The forms of a regular verb, and a few that nobody says."""
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1] if verb[-1] not in "aeiouwy" and verb[-2:-1] in _VOWELS else stem
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return {verb, verb + "ing", verb[:-1] + "ies", verb[:-1] + "ied"}
    return {verb, verb + "s", verb + "es"} | {each + end for each in (stem, doubled) for end in ("ed", "ing")}


class Patterns:
    """Patterns by every word they may begin with; made from their lines when such a word is heard."""

    def __init__(self, lines: Iterable[str], parts: Parts) -> None:
        """Sorts the lines by where they begin.

        Raises:
            ValueError: a pattern begins with a part that may be left out, or with any word.
        """
        self._parts = parts
        self._made: dict[str, tuple[Pattern, ...]] = {}
        self._lines: dict[str, list[list[str]]] = {}
        beginnings: dict[str, list[str]] = {}
        for line in lines:
            beginnings.setdefault(line.partition(" ")[0], []).append(line)
        for first, group in beginnings.items():
            if first[0] in "!*_" or first[-1] == "?":
                raise ValueError(f"a pattern begins with a part that may be left out: {group[0]}")
            for written in first.split("|"):
                if written[0] != "@" and written[-1] != "~":
                    self._lines.setdefault(written, []).append(group)
                    continue
                for word in parts.words(written):
                    self._lines.setdefault(word, []).append(group)

    def found(self, said: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where patterns stand in `said`: first word, and the word after the last."""
        for start, word in enumerate(said):
            for pattern in self._beginning(word):
                end = self._end(said, start + 1, pattern, 1)
                if end is not None:
                    yield start, end

    def read_all(self) -> None:
        """Makes every pattern now.

        Raises:
            KeyError: a pattern names a class of words that is not there.
        """
        for word in self._lines:
            for pattern in self._beginning(word):
                for place in pattern:
                    assert self._parts[place]

    def _beginning(self, word: str) -> tuple[Pattern, ...]:
        made = self._made.get(word)
        if made is None:
            if word not in self._lines:
                return ()
            lines = dict.fromkeys(line for group in self._lines[word] for line in group)
            made = tuple(tuple(line.split()) for line in lines)
            self._made[word] = made
        return made

    def _end(self, said: Sequence[str], at: int, pattern: Pattern, place: int) -> int | None:
        """Where the pattern from its `place` on ends when it stands in `said` at `at`."""
        if place == len(pattern):
            return at
        words, optional, gap, other = self._parts[pattern[place]]
        if gap:
            return self._end_after_gap(said, at, pattern, place)
        if at < len(said) and (said[at] in words) != other:
            end = self._end(said, at + 1, pattern, place + 1)
            if end is not None:
                return end
        return self._end(said, at, pattern, place + 1) if optional else None

    def _end_after_gap(self, said: Sequence[str], at: int, pattern: Pattern, place: int) -> int | None:
        """As `_end`, for a gap; a word it does not reach past ends it."""
        refused, _, gap, _ = self._parts[pattern[place]]
        for after in range(at, min(at + gap, len(said)) + 1):
            end = self._end(said, after, pattern, place + 1)
            if end is not None:
                return end
            if after < len(said) and said[after] in refused:
                return None
        return None


def covered(said: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words, those in the spans covered."""
    left = list(said)
    for start, end in spans:
        left[start:end] = [COVERED] * (end - start)
    return left
