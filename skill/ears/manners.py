"""Hears a child at the microphone, a rude joke, a grumble at the device: by whole sentences alone."""

from __future__ import annotations

from functools import lru_cache

from skill.ears.danger import phrases, tokens
from skill.ears.danger.patterns import Patterns
from skill.ears.danger.phrases import lists_of


@lru_cache(maxsize=1)
def manners() -> dict[str, Patterns]:
    """The patterns by intent; read once."""
    return lists_of("manners")


def manner(words: str) -> str | None:
    """The intent a sentence is for its manner, or None."""
    said = tokens(words, phrases())
    return next((intent for intent, patterns in manners().items() if any(patterns.found(said))), None)
