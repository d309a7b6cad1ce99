"""A room of conversations, opened when somebody first goes in: a cold start needs one or two of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from skill.domain.desk import Desk
from skill.domain.reply import Reply
from skill.domain.turn import Turn

Conversation = Callable[[Turn, Desk], Reply | None]
"""What answers an intent; None says that it made no sense here."""


class Room(Struct, frozen=True):
    """Stands for a module until something in it is called."""

    module: str

    def __getattr__(self, name: str) -> Conversation:
        """What the module has by a name; it is imported at the first call."""

        def conversation(turn: Turn, desk: Desk) -> Reply | None:
            found: Conversation = getattr(import_module(self.module), name)
            return found(turn, desk)

        return conversation


def on_demand(room: str) -> Room:
    """The room of a subject, below skill/conversations."""
    return Room(f"skill.conversations.{room}")
