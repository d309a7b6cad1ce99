"""Requests as Alexa sends them, and a small skill behind the edge to answer them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skill.alexa.edge import AlexaEdge
from skill.domain.line import Line, Spoken
from skill.domain.progress import Progress
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.reminders.access import Access

FOLDER = Path(__file__).parent.parent / "requests"
NAMES = sorted(file.stem for file in FOLDER.glob("*.json"))
SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
EMPTY = {"version": "1.0", "response": {}}


def recorded(name: str) -> dict[str, Any]:
    """One request, fresh."""
    envelope: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return envelope


def clock() -> datetime:
    """The time where a request does not tell it."""
    return NOW


class KeysAloud:
    """A voice that says the keys of its lines."""

    sounds: str | None = None

    def render(self, lines: Sequence[Spoken], locale: str, *, softly: bool = False) -> str:
        """The keys, and the locale they were asked for."""
        keys = [each.key for each in lines if isinstance(each, Line)]
        return " ".join([*keys, locale, *(["softly"] if softly else [])])

    def shown(self, key: str, locale: str) -> str:
        """The key, and the locale."""
        return f"{key} {locale}"


@dataclass
class Skill:
    """Answers every turn with the same reply, and remembers what it was asked."""

    reply: Reply = field(default_factory=lambda: close(Line("bye")))
    progress: Progress = field(default_factory=Progress)
    turns: list[Turn] = field(default_factory=list)
    accesses: list[Access] = field(default_factory=list)

    def take(self, turn: Turn, access: Access) -> tuple[Reply, Progress]:
        """The reply."""
        self.turns.append(turn)
        self.accesses.append(access)
        return self.reply, self.progress


def edge(
    take: Callable[[Turn, Access], tuple[Reply, Progress]], *, skill_id: str | None = SKILL_ID
) -> AlexaEdge:
    """An edge around a skill."""
    return AlexaEdge(take=take, voice=KeysAloud(), apology=(Line("sorry"),), skill_id=skill_id, clock=clock)
