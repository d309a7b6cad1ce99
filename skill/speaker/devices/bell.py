"""Rings what is due, at its second; what nobody could hear is told once, later."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

from skill.speaker.clock import Clock
from skill.speaker.devices.reminders import Due, Reminders
from skill.speaker.devices.shelf import ShelfError
from skill.speaker.words import say

_LATE = timedelta(seconds=60)
"""Later than this is no ring any more: it was missed."""
_MOST_MISSED = 20
_LOOK_AGAIN = 1.0
"""Seconds; the clock may be set, the machine may have slept."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ring:
    """One reminder, as it is heard."""

    token: str
    text: str
    words: str
    """What is spoken."""
    missed: bool = False
    softly: bool = False

    def row(self) -> dict[str, object]:
        """As the page reads it."""
        row: dict[str, object] = {"token": self.token, "text": self.text, "words": self.words}
        return row | {"missed": self.missed, "softly": self.softly}


@dataclass
class Bell:
    """Looks every second; `ring` says whether somebody could hear it."""

    reminders: Reminders
    clock: Clock
    ring: Callable[[Ring], bool]
    poked: Event = field(default_factory=Event)

    def look(self) -> None:
        """Rings everything that is due."""
        for due in self.reminders.take_due():
            late = self.clock() - due.at > _LATE
            if late or not self.ring(self._ring(due)):
                self._keep_missed(due)

    def missed(self) -> list[Ring]:
        """What nobody has heard; it is told once."""
        if not self.reminders.shelf.read().get("missed"):
            return []
        with self.reminders.shelf.change() as kept:
            rows = kept.pop("missed", [])
        dues = [Due(row["token"], datetime.fromisoformat(row["at"]), row["text"]) for row in rows]
        return [self._missed_ring(due) for due in dues]

    def run(self, ended: Event) -> None:
        """Looks until it is told to end."""
        seen: tuple[int, int] | None = None
        upcoming: datetime | None = None
        while not ended.is_set():
            mark = self.reminders.shelf.mark()
            try:
                if mark != seen or (upcoming and upcoming <= self.clock()):
                    self.look()
                    seen, upcoming = self.reminders.shelf.mark(), self.reminders.next_ring()
            except (ShelfError, OSError):
                _log.warning("The device's file cannot be used now; reminders wait.")
            self.poked.wait(self._until(upcoming))
            self.poked.clear()

    def _until(self, upcoming: datetime | None) -> float:
        ahead = (upcoming - self.clock()).total_seconds() if upcoming else _LOOK_AGAIN
        return min(max(ahead, 0.01), _LOOK_AGAIN)

    def _ring(self, due: Due) -> Ring:
        return Ring(due.token, due.text, say("reminder.ring", text=due.text), softly=due.softly)

    def _missed_ring(self, due: Due) -> Ring:
        local = due.at.astimezone(ZoneInfo(self.reminders.device_zone))
        time = f"{local:%A} {local.hour}:{local.minute:02}"
        return Ring(due.token, due.text, say("reminder.missed", text=due.text, time=time), missed=True)

    def _keep_missed(self, due: Due) -> None:
        with self.reminders.shelf.change() as kept:
            rows = kept.setdefault("missed", [])
            rows.append({"token": due.token, "at": due.at.isoformat(), "text": due.text})
            del rows[:-_MOST_MISSED]
