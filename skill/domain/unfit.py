"""What is not fit for a child's ears, and what is of health: found in any form, wherever it stands."""

from __future__ import annotations

import re

from skill.domain.ports import Library
from skill.domain.turn import Turn
from skill.domain.word_forms import holds, words_of

LISTS = ("sexual", "profanity")
BLEEPED = re.compile(r"[^\W_]\*\*|\*\*[^\W_]|\*{3}")
"""A word that was written down with stars in it, as some platforms write what they will not say."""


def is_unfit(turn: Turn, library: Library) -> bool:
    """Whether any slot holds a word of that kind."""
    return any(is_rude(slot.words, library) for slot in turn.slots.values())


def is_rude(said: str, library: Library) -> bool:
    """Whether somebody swore, or spoke of what no child should hear of."""
    rude = any(_holds(said, unfit, library) for unfit in LISTS)
    return rude or _is_built_on_one(said, library) or bool(BLEEPED.search(said))


def is_of_health(said: str, library: Library) -> bool:
    """Whether it tells of somebody's health: a symptom, a diagnosis, a cure, who was seen about it."""
    return _holds(said, "health", library)


def _is_built_on_one(said: str, library: Library) -> bool:
    """Whether a word has one of those in it that no innocent word has in it."""
    parts = library.word_list("rude_parts")
    return any(part in word for word in words_of(said) for part in parts)


def _holds(said: str, listed: str, library: Library) -> bool:
    return holds(said, library.word_list(listed), library.word_list("innocent"))
