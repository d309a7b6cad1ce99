"""What is not fit for a child's ears: neither echoed nor answered, wherever it stands in a sentence."""

from __future__ import annotations

from skill.domain.ports import Library
from skill.domain.turn import Turn

LISTS = ("sexual", "profanity")


def is_unfit(turn: Turn, library: Library) -> bool:
    """Whether any slot holds a word of that kind."""
    return any(
        library.word_list(unfit).intersection(slot.words.casefold().split())
        for slot in turn.slots.values()
        for unfit in LISTS
    )
