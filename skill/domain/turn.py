"""What came in: one request, in the words of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from skill.domain.progress import Progress
from skill.domain.track import Player

BARE = frozenset(
    {
        "AnswerIntent",
        "NameIntent",
        "NumberIntent",
        "TownIntent",
        "WhenIntent",
        "WhichOfUsIntent",
        "WhoseIntent",
    }
)
"""Intents of a bare name, number, place or day: an answer to whatever was asked, and no wish of its own."""

NO = frozenset({"AMAZON.NoIntent", "SkipIntent"})
"""Intents of a no to what was just asked or offered."""
Id = TypeVar("Id", bound=StrEnum)


class Kind(StrEnum):
    """What sort of request it is."""

    LAUNCH = "launch"
    INTENT = "intent"
    ENDED = "ended"
    PERMISSION = "permission"
    DISABLED = "disabled"
    PLAYBACK = "playback"
    """A device's player tells what it did; it may not be answered with words."""
    BUTTON = "button"
    """Somebody pressed a button of the player; only the player may be told something."""
    EVENT = "event"
    """Anything that may not be answered with words."""


class Slot(Struct, frozen=True):
    """What was heard in one place of a sentence."""

    words: str
    """As the platform gave it: raw words, or a date, time or duration in its own notation."""
    id: str | None = None
    """The matched value's id, where the slot's type lists its values."""


class Heard(Struct, frozen=True):
    """A sentence understood: its intent and slots."""

    intent: str
    slots: Mapping[str, Slot] = {}


class Turn(Struct, frozen=True):
    """One request: who, where, when, what was said and what had been expected."""

    kind: Kind
    household: str
    at: datetime
    """The request's own time, UTC."""
    locale: str = "en-US"
    intent: str = ""
    slots: Mapping[str, Slot] = {}
    person: str | None = None
    """The recognised voice's id, where the platform gave one."""
    progress: Progress = Progress()
    new: bool = False
    """True when this turn opened the session."""
    may_remind: bool = False
    """Whether the permission for reminders is known to be granted."""
    outcome: str = ""
    """PERMISSION: ACCEPTED, DENIED, NOT_ANSWERED, or ERROR. ENDED: the platform's reason.

    PLAYBACK: STARTED, STOPPED, FINISHED, FAILED, or another that changes nothing.
    """
    persisted: bool = False
    """DISABLED: whether the household may come back with the same id."""
    device: str = ""
    """The id of the device."""
    plays: bool = False
    """Whether a track can be played on it."""
    player: Player | None = None
    """What its player says of our last track there."""

    def words(self, slot: str) -> str | None:
        """The raw words of a slot, or None when it is empty."""
        found = self.slots.get(slot)
        return found.words if found and found.words.strip() else None

    def id(self, slot: str) -> str | None:
        """The matched id of a slot's value, or None."""
        found = self.slots.get(slot)
        return found.id if found else None

    def named(self, slot: str, ids: type[Id]) -> Id | None:
        """The matched id of a slot's value as one of `ids`, or None where it is none of them."""
        found = self.id(slot)
        return ids(found) if found in set(ids) else None
