"""One spelling for what is said in many: lower case, contractions spelled out, no marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from skill.ears.danger import phrases
from skill.interaction_model.sources import read

_HEARING = Path(__file__).parents[1] / "locales" / "en" / "hearing"
_WORD = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|\{\w+\}|\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}


class Said(Struct, frozen=True):
    """A sentence in the one spelling, and as it came."""

    words: tuple[str, ...]
    heard: tuple[str, ...]
    """The words as they came."""
    source: tuple[int, ...]
    """For every word of `words`, which of `heard` it came from."""

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(self.words)

    def between(self, start: int, end: int) -> str:
        """The words from `start` up to `end`."""
        return " ".join(self.words[start:end])

    def tail(self, start: int) -> str:
        """What came, in lower case, from the word `start` on."""
        return " ".join(self.heard[self.source[start] :]).lower()


@lru_cache
def hearing(subject: str) -> Mapping[str, Any]:
    """The words our ears know on a subject."""
    found: Mapping[str, Any] = read(_HEARING / f"{subject}.json")
    return found


def said(sentence: str) -> Said:
    """The sentence in the one spelling."""
    plain = unicodedata.normalize("NFKC", sentence).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    heard = tuple(_WORD.findall(plain))
    words: list[str] = []
    source: list[int] = []
    for index, word in enumerate(heard):
        spelled = _spelled(word.lower())
        words += spelled
        source += [index] * len(spelled)
    return Said(tuple(words), heard, tuple(source))


def spelled(sentence: str) -> str:
    """A sample in the one spelling; its slots stay."""
    return said(sentence.replace("}'s", "} is")).text


def after(words: Sequence[str], at: int, phrase: str) -> int | None:
    """Where `phrase` ends when it stands at a word."""
    parts = phrase.split()
    return at + len(parts) if list(words[at : at + len(parts)]) == parts else None


def _spelled(word: str) -> list[str]:
    if _CLOCK.fullmatch(word):
        return [word.replace(".", ":")]
    known = phrases().spelled_out.get(word)
    if known:
        return list(known)
    if word.endswith("n't"):
        return [word[:-3], "not"]
    if word in {"o'clock", "oclock"}:
        return ["oclock"]
    base, _, ending = word.rpartition("'")
    if base:
        return [base.replace("'", ""), _ENDINGS.get(ending, ending)]
    return [word]
