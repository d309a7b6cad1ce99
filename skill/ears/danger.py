"""Hears danger and fear in raw speech text; the words it knows are data in locales/en/danger."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from skill.domain.ports import Alarm

WORDS = Path(__file__).parents[1] / "locales" / "en" / "danger"
GAP = 3
"""How many words of any kind a `*` in a pattern may stand for."""
START, END = "^", "$"

_NOT_A_WORD = re.compile(r"[^a-z0-9']+")


class Part(NamedTuple):
    """One place of a pattern."""

    words: frozenset[str]
    optional: bool = False
    gap: bool = False
    """Whether up to `GAP` words other than `words` may stand here."""


Pattern = tuple[Part, ...]
Patterns = Mapping[str, tuple[Pattern, ...]]
"""Patterns by every word they may begin with."""


class Phrases(Struct, frozen=True):
    """What is listened for."""

    spelled_out: Mapping[str, tuple[str, ...]]
    """Contractions, without their apostrophe, and what they stand for."""
    fillers: frozenset[str]
    tags: frozenset[tuple[str, ...]]
    """Pairs of words that trail behind a sentence and say nothing."""
    negators: frozenset[str]
    transparent: frozenset[str]
    """Words through which a "not" reaches what follows."""
    reporting: frozenset[str]
    """Words through which it also reaches past an "I" ("I don't think I want ...")."""
    idioms: Patterns
    danger: Patterns
    fear: Patterns


@lru_cache(maxsize=1)
def phrases(folder: Path = WORDS) -> Phrases:
    """The phrases in a folder; read once.

    Raises:
        ValueError: a pattern begins with a part that may be left out.
    """
    speech, danger, fear = (_read(folder / name) for name in ("speech.json", "danger.json", "fear.json"))
    parts = _Parts(
        {**speech["classes"], **danger["classes"], **fear["classes"]}, frozenset(speech["negators"])
    )
    return Phrases(
        spelled_out={word: tuple(whole) for word, whole in speech["spelled_out"].items()},
        fillers=frozenset(speech["fillers"]),
        tags=frozenset(tuple(pair.split()) for pair in speech["tags"]),
        negators=frozenset(speech["negators"]),
        transparent=frozenset(speech["transparent"]),
        reporting=frozenset(speech["reporting"]),
        idioms=_indexed([*danger["idioms"], *fear["idioms"]], parts),
        danger=_indexed(danger["patterns"], parts),
        fear=_indexed(fear["patterns"], parts),
    )


def alarm(words: str, known: Phrases) -> Alarm | None:
    """Danger or fear anywhere in the words; danger before fear."""
    said = tokens(words, known)
    for start, end in tuple(_found(said, known.idioms)):
        said[start:end] = ["~"] * (end - start)
    if any(not _negated(said, start, known) for start, _ in _found(said, known.danger)):
        return Alarm.DANGER
    if any(not _negated(said, start, known) for start, _ in _found(said, known.fear)):
        return Alarm.FEAR
    return None


def tokens(words: str, known: Phrases) -> list[str]:
    """The words spelled out, without fillers and stammered repeats, between a start and an end mark."""
    plain = unicodedata.normalize("NFKD", words).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()
    said = [START]
    for word in _NOT_A_WORD.sub(" ", _without_accents(plain)).split():
        bare = word.replace("'", "")
        whole = known.spelled_out.get(word) or known.spelled_out.get(bare) or (bare,)
        said += [each for each in whole if each and each not in known.fillers and each != said[-1]]
    while tuple(said[-2:]) in known.tags:
        del said[-2:]
    return [*said, END]


def _without_accents(plain: str) -> str:
    return plain if plain.isascii() else "".join(each for each in plain if not unicodedata.combining(each))


def _read(path: Path) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(path.read_text("utf-8"))
    return found


class _Parts(dict[str, Part]):
    """The places of patterns by how they are written; each is made once."""

    def __init__(self, classes: Mapping[str, Sequence[str]], negators: frozenset[str]) -> None:
        super().__init__({"*": Part(negators, optional=True, gap=True)})
        self._classes = classes

    def __missing__(self, place: str) -> Part:
        words: list[str] = []
        for word in place.rstrip("?").split("|"):
            words += self._classes[word[1:]] if word[0] == "@" else [word]
        self[place] = Part(frozenset(words), optional=place.endswith("?"))
        return self[place]


def _indexed(lines: Iterable[str], parts: _Parts) -> Patterns:
    index: dict[str, list[Pattern]] = {}
    for line in lines:
        pattern = tuple(parts[place] for place in line.split())
        if pattern[0].optional:
            raise ValueError(f"a pattern begins with a part that may be left out: {line}")
        for word in pattern[0].words:
            index.setdefault(word, []).append(pattern)
    return {word: tuple(patterns) for word, patterns in index.items()}


def _found(said: Sequence[str], patterns: Patterns) -> Iterable[tuple[int, int]]:
    for start, word in enumerate(said):
        for pattern in patterns.get(word, ()):
            end = _end(said, start, pattern, 0)
            if end is not None:
                yield start, end


def _end(said: Sequence[str], at: int, pattern: Pattern, place: int) -> int | None:
    """Where the pattern from its `place` on ends when it stands in `said` at `at`."""
    if place == len(pattern):
        return at
    words, optional, gap = pattern[place]
    if gap:
        return _end_after_gap(said, at, pattern, place)
    if at < len(said) and said[at] in words:
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


def _negated(said: Sequence[str], start: int, known: Phrases) -> bool:
    """Whether a "not" before `start` reaches what begins there."""
    for at in range(start - 1, 0, -1):
        word = said[at]
        if word in known.negators:
            return True
        if word not in known.transparent or (word == "i" and said[at - 1] not in known.reporting):
            return False
    return False
