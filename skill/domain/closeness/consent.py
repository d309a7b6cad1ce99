"""The two yeses before touch: fresh, from each, in two turns, and the value that proves them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

Moment = Annotated[datetime, Meta(tz=True)]


class In(Struct, frozen=True):
    """One "I'm in": heard in a turn, by a voice if it was recognised."""

    at: Moment
    """UTC."""
    voice: str | None = None


class BothIn(Struct, frozen=True):
    """Proof that two people said yes in two turns: nothing with touch can be given without it.

    Raises:
        ValueError: when both came in one breath, out of order, or from one voice.
    """

    first: In
    second: In

    def __post_init__(self) -> None:
        """Checks that two are two."""
        if not are_two(self.first, self.second):
            raise ValueError("one yes is not two")


def are_two(first: In, second: In) -> bool:
    """Whether a second yes came later, and not from the voice of the first."""
    one_voice = first.voice is not None and first.voice == second.voice
    return second.at > first.at and not one_voice
