"""The sentences that stand as they are in the locale files: no name, answer, booking or time is in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skill.library import LOCALES, Library, phrase_fields

_ENDS = re.compile(r"(?<=[.!?])[\"'\u2019\u201d]?\s+")


@dataclass(frozen=True, slots=True)
class FixedText:
    """Whole sentences of the locale files: the only words that may leave this machine.

    Raises:
        ValueError: when one of them is not; it never repeats the words.
    """

    words: str

    def __post_init__(self) -> None:
        """Recognises every sentence."""
        if not all(sentence in fixed_sentences() for sentence in sentences(self.words)):
            raise ValueError("these words are not fixed")


def sentences(words: str) -> list[str]:
    """Words taken apart at the ends of sentences."""
    return [" ".join(part.split()) for part in _ENDS.split(words) if part.strip()]


@cache
def fixed_sentences() -> frozenset[str]:
    """Every sentence without a field, of every phrase in every locale."""
    library = Library.english()
    found: set[str] = set()
    for locale in LOCALES:
        for key in library.keys:
            for variant in range(library.variants(key)):
                found.update(_whole(library.phrase(locale, key, variant)))
    return frozenset(found)


def _whole(template: str) -> list[str]:
    return [s for s in sentences(template) if not phrase_fields(s) and s[-1] in ".!?"]
