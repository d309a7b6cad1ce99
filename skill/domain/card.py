"""What a screen shows beside an answer: where something comes from."""

from __future__ import annotations

from msgspec import Struct

MARKS = str.maketrans("", "", "._-")


class Card(Struct, frozen=True):
    """A neutral note, made of the library's keys and nothing else: no word anybody said can be on it.

    A card stays in an app's history, for both to see: so nothing with touch has one, nor a frame for saying
    something, of which nothing is kept.

    Raises:
        ValueError: for what is no key.
    """

    title: str
    """The key of what it is about."""
    text: tuple[str, ...]
    """The keys of its paragraphs."""

    def __post_init__(self) -> None:
        """Checks that keys are keys; whether the library has them shows when it is written."""
        if not all(_is_key(key) for key in (self.title, *self.text)):
            raise ValueError("a card has keys, not words")


def grade_of(grade: str) -> str:
    """The key that says in words how well something was tested.

    A: several good studies, B: a few, C: practice or tradition, X: popular and untested.
    """
    return f"card.grade.{grade}"


def _is_key(key: str) -> bool:
    return "." in key and key.isascii() and key.translate(MARKS).isalnum()
