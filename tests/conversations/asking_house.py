"""A house in which intents are said and the skill is opened."""

from __future__ import annotations

from skill.domain.reply import Reply
from skill.domain.turn import Kind, Slot
from tests.conversations.alone_time import alone_room

IDS = alone_room.IDS | {"help", "country"}
"""Slots whose values are listed."""


class AskingHouse(alone_room.House):
    """As the one in which time alone is booked."""

    def say(self, intent: str, **slots: str) -> Reply:
        heard = {name: Slot(words, words if name in IDS else None) for name, words in slots.items()}
        return self._send(Kind.INTENT, intent, heard, "")

    def open(self) -> Reply:
        return self._send(Kind.LAUNCH, "", {}, "")
