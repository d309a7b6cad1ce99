"""Hears what a hard evening is like, however it is put: where no sample is near."""

from __future__ import annotations

from functools import lru_cache

from skill.ears.danger import phrases, tokens
from skill.ears.danger.patterns import Patterns
from skill.ears.danger.phrases import lists_of


@lru_cache(maxsize=1)
def _evenings() -> dict[str, Patterns]:
    """The patterns by intent; read once."""
    return lists_of("evenings")


def of_an_evening(words: str) -> str | None:
    """The intent a sentence is for what it tells of an evening, or None; never inside an answer."""
    said = tokens(words, phrases())
    return next((intent for intent, patterns in _evenings().items() if any(patterns.found(said))), None)
