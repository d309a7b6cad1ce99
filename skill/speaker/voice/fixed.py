"""The sentences that may leave this machine: fixed in the locale files, and telling nothing by being said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from skill.domain.ladder import Touch
from skill.library import LOCALES, Library, phrase_fields

_OPEN = (
    *("afterwards.", "another_fact.", "another_moment.", "check_in.another", "check_in.today"),
    *("choosing.", "exercise.", "fact.", "help.", "menu.", "offering.", "question.", "small_moment."),
    *("waiting.", "welcome."),
)
"""Hearing these tells that a question, an exercise, a moment or a fact was given, and no more.

Hearing anything else (closeness, touch, danger, support, what is kept) would tell what has to leave no mark.
"""
_NOT_OPEN = ("exercise.not_this", "exercise.for_two", "check_in.today_for_one", "offering.for_you")
"""Those among them that would tell what somebody asked for, or that they are alone."""
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
        found = sentences(self.words)
        if not found or not fixed_sentences().issuperset(found):
            raise ValueError("these words are not fixed")


def sentences(words: str) -> list[str]:
    """Words taken apart at the ends of sentences."""
    return [" ".join(part.split()) for part in _ENDS.split(words) if part.strip()]


@cache
def fixed_sentences() -> frozenset[str]:
    """Every sentence without a field, of the phrases that may be heard elsewhere, in every locale."""
    library = Library.english()
    return frozenset(
        sentence
        for key in _open_keys(library)
        for locale in LOCALES
        for variant in range(library.variants(key))
        for sentence in sentences(library.phrase(locale, key, variant))
        if sentence[-1] in ".!?" and not phrase_fields(sentence)
    )


def _open_keys(library: Library) -> Iterator[str]:
    closed = (*_NOT_OPEN, *_touching(library))
    yield from (key for key in library.keys if key.startswith(_OPEN) and not f"{key}.".startswith(closed))


def _touching(library: Library) -> Iterator[str]:
    """What has touch in it leaves nothing anywhere."""
    exercises = (each for each in library.exercises if each.touch is not Touch.NONE)
    yield from (f"exercise.{exercise.id}." for exercise in exercises)
    moments = (each for each in library.small_moments if each.touch is not Touch.NONE)
    yield from (f"small_moment.{moment.id}." for moment in moments)
