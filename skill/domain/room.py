"""How much room people have tonight: it shapes one conversation and is forgotten at its end."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from skill.domain.expectation import Expectation


class Room(StrEnum):
    """What tonight has room for."""

    NONE = "none"
    LITTLE = "little"
    PLENTY = "plenty"


class HowMuchRoom(Expectation, frozen=True):
    """How much room there is tonight is expected."""

    KEY: ClassVar[str] = "how_much_room"


class NoRoom(Expectation, frozen=True):
    """There is none; a small moment, or nothing at all, is expected."""

    KEY: ClassVar[str] = "no_room"


class LittleRoom(Expectation, frozen=True):
    """There is a little; today's question, or two minutes for one, is expected."""

    KEY: ClassVar[str] = "little_room"


OfRoom = HowMuchRoom | NoRoom | LittleRoom
"""All that may be expected around tonight's room."""
