"""First names: the common ones, and others where the sentence leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from skill.ears.numbers import Reading
from skill.ears.spelling import Said, after, hearing
from skill.interaction_model.sources import ENGLISH, read

LONGEST_NAME = 20


def names(said: Said, at: int) -> Iterator[Reading]:
    """The name a word is, if it is one."""
    word = said.words[at]
    if word in _common() or (_may_be_one(word) and (_written_large(said, at) or _after_naming(said, at))):
        yield word, at + 1


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(read(ENGLISH / "slots" / "names.json"))


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    dates = hearing("dates")
    return frozenset((*read(ENGLISH / "slots" / "not_names.json"), *dates["weekdays"], *dates["months"]))


def _may_be_one(word: str) -> bool:
    return word.isalpha() and 1 < len(word) <= LONGEST_NAME and word not in _never()


def _written_large(said: Said, at: int) -> bool:
    """Typed with a capital inside a sentence that is not all capitals."""
    written = said.heard[said.source[at]]
    return at > 0 and written.istitle() and not " ".join(said.heard).istitle()


def _after_naming(said: Said, at: int) -> bool:
    """Right behind "call me", "my name is" and their like."""
    return any(
        after(said.words, at - len(naming.split()), naming) == at
        for naming in hearing("sentences")["naming"]
        if at >= len(naming.split())
    )
