"""Puts the rooms together; the only file that knows them all."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from skill.alexa.edge import AlexaEdge
from skill.domain.line import Line
from skill.domain.ports import Chance, Store
from skill.domain.progress import Progress
from skill.domain.reply import Reply
from skill.domain.support import HelpList
from skill.domain.turn import Turn
from skill.ears.listening import Ears
from skill.library import Library
from skill.reminders.access import Access
from skill.reminders.services import DeviceServices
from skill.settings import Settings
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.turns import Scope, Turns

Envelope = Mapping[str, Any]


class Dice:
    """Picks wordings by chance."""

    def pick(self, count: int) -> int:
        """A number from 0 to count - 1."""
        return random.randrange(count)  # noqa: S311 - wordings, not secrets


class Skill(Struct, frozen=True):
    """The whole skill behind one door: Alexa's JSON in, Alexa's JSON out."""

    turns: Turns
    edge: AlexaEdge
    ears: Ears
    clock: Callable[[], datetime]

    def respond(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Answers one request; never raises."""
        return self.edge.respond(envelope)

    def help_list(self, household: str, locale: str) -> HelpList:
        """Who helps where a household lives."""
        return self.turns.help_list(household, locale)

    def night(self) -> None:
        """Keeps four o'clock: what was kept until then goes."""
        self.turns.night(self.clock())


def open_store(folder: Path | None) -> Store:
    """The store of a folder; one that keeps nothing beyond the process where there is none."""
    if folder is None:
        return MemoryStore()
    from skill.stores.tinydb import TinyDBStore

    return TinyDBStore(folder)


def build(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    chance: Chance | None = None,
    scope: Callable[[Scope], Scope] = lambda scope: scope,
) -> Skill:
    """Builds the skill; `scope` may put something between it and a request's services."""
    library = Library.english()
    ears = Ears.english()
    turns = Turns(open_store(settings.data), MemoryStore(), library, ears, chance or Dice())
    speech = Speech(library, settings.sounds)

    def take(turn: Turn, access: Access) -> tuple[Reply, Progress]:
        services = DeviceServices(access, lambda line: speech.words(line, access.locale))
        return turns.take(turn, scope(services))

    edge = AlexaEdge(
        take=take,
        voice=speech,
        apology=(Line("apology.sorry"),),
        skill_id=settings.skill_id,
        clock=clock,
    )
    return Skill(turns, edge, ears, clock)
