"""A device with reminders and a clock: mostly it does as asked, and at times it refuses as real ones do."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from skill.domain.reminder import Once, Refusal, Ring
from skill.reminders.answers import Answered, refusal_of

LONDON = ZoneInfo("Europe/London")
CALLS = ("create", "update", "delete")
GONE = (404, "ALERT_NOT_FOUND")
FULL = (403, "MAX_REMINDERS_EXCEEDED")
REFUSALS: tuple[tuple[int | None, str], ...] = (
    (401, "UNAUTHORIZED"),
    (403, "ACCESS_DENIED"),
    (403, "DEVICE_NOT_SUPPORTED"),
    FULL,
    (429, "RATE_LIMITED"),
    (400, "INVALID_ALERT_INFO"),
    (500, "INTERNAL_ERROR"),
    (503, ""),
    (0, ""),
    (None, ""),
)
"""What the reminders service answers on a bad day: its status and its code; None where there is none."""


class Mood(Struct, frozen=True):
    """What a device refuses now, and with what."""

    calls: tuple[str, ...] = ()
    answer: tuple[int | None, str] = (500, "")
    most: int = 250
    """Reminders that it has room for."""


GOOD = Mood()


def mood(dice: random.Random) -> Mood:
    """A good day or a bad one."""
    if dice.random() < 0.4:
        return Mood(most=dice.choice((250, 250, 1, 3)))
    return Mood(tuple(dice.sample(CALLS, dice.randrange(1, 4))), dice.choice(REFUSALS))


@dataclass
class Bench:
    """The reminders and settings of one device."""

    rings: dict[str, Ring] = field(default_factory=dict)
    made: int = 0
    mood: Mood = GOOD
    refused: int = 0
    """How often it has refused so far."""
    undeleted: list[str] = field(default_factory=list)
    """What was to be deleted since somebody last looked, and was not."""

    @property
    def reminders(self) -> Bench:
        return self

    @property
    def device(self) -> Bench:
        return self

    def time_zone(self) -> str | None:
        return LONDON.key

    def create(self, ring: Ring) -> str | Refusal:
        full = FULL if len(self.rings) >= self.mood.most else None
        if refusal := self._refusal("create", full):
            return refusal
        self.made += 1
        self.rings[f"t{self.made}"] = ring
        return f"t{self.made}"

    def update(self, token: str, ring: Ring) -> str | Refusal:
        if refusal := self._refusal("update", None if token in self.rings else GONE):
            return refusal
        self.rings[token] = ring
        return token

    def delete(self, token: str) -> Refusal | None:
        if refusal := self._refusal("delete", None):
            self.undeleted += [token] if token in self.rings and refusal is not Refusal.GONE else []
            return refusal
        self.rings.pop(token, None)
        return None

    def to_ring(self, wall: datetime) -> dict[str, Ring]:
        """What still lies ahead, by its token."""
        return {token: ring for token, ring in self.rings.items() if not _is_over(ring, wall)}

    def _refusal(self, call: str, own: tuple[int, str] | None) -> Refusal | None:
        answer = self.mood.answer if call in self.mood.calls else own
        if answer is None:
            return None
        self.refused += 1
        return refusal_of(Answered(call, answer[0], {"code": answer[1]}))


def _is_over(ring: Ring, wall: datetime) -> bool:
    last = ring.trigger.at if isinstance(ring.trigger, Once) else ring.trigger.ends
    return last is not None and last <= wall
