"""What a conversation expects next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from msgspec import Struct

from skill.domain.line import Value


class Expectation(Struct, frozen=True, tag=True, tag_field="is"):
    """One state a conversation can be in; written into the session under its class's name."""

    KEY: ClassVar[str]
    """Its phrases stand under this: question, reprompt, help, two_choices."""
    ELICITS: ClassVar[bool] = False
    """Whether free words are expected, rather than one of the sentences known."""
    UNTOLD: ClassVar[bool] = False
    """Whether no log tells of turns around it."""

    @property
    def form(self) -> str:
        """Which of its phrases asks."""
        return "question"

    def values(self) -> Mapping[str, Value]:
        """What the phrases about this state may name."""
        return {}
