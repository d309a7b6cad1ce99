"""A question of the library, and the seven kinds there are."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class QuestionKind(StrEnum):
    """Seven kinds, in the order in which the days take them."""

    NOTICING = "noticing"
    PLAY = "play"
    THANKS = "thanks"
    WISH = "wish"
    STORY = "story"
    US = "us"
    AHEAD = "ahead"


class Question(Struct, frozen=True):
    """One question of the library: its words are the phrase `question.<id>`."""

    id: str
    kind: QuestionKind
    depth: int
    """0 to 5; 0 and 1 are one pool."""
