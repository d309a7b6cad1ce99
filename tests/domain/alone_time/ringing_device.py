"""A device that keeps reminders as a real one does: refuses by script, and can say when it would ring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from skill.domain.reminder import Once, Refusal, Ring


@dataclass
class RingingDevice:
    """Reminders of one device; `refusals` are answered first, one for each call."""

    there: dict[str, Ring] = field(default_factory=dict)
    refusals: list[Refusal | None] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    made: int = 0

    def create(self, ring: Ring) -> str | Refusal:
        refused = self._refused("create")
        if refused:
            return refused
        self.made += 1
        self.there[f"t{self.made}"] = ring
        return f"t{self.made}"

    def update(self, token: str, ring: Ring) -> str | Refusal:
        refused = self._refused("update")
        if refused:
            return refused
        if token not in self.there:
            return Refusal.GONE
        self.there[token] = ring
        return token

    def delete(self, token: str) -> Refusal | None:
        refused = self._refused("delete")
        if not refused:
            self.there.pop(token, None)
        return refused

    def _refused(self, call: str) -> Refusal | None:
        self.calls.append(call)
        return self.refusals.pop(0) if self.refusals else None

    def rings(self, after: datetime, until: datetime) -> list[datetime]:
        """Every ring in a stretch of the wall clock, as often as it would be heard."""
        return sorted(at for ring in self.there.values() for at in _rings(ring, until) if at > after)


def _rings(ring: Ring, until: datetime) -> Iterator[datetime]:
    if isinstance(ring.trigger, Once):
        yield from [ring.trigger.at] if ring.trigger.at <= until else []
        return
    day = ring.trigger.starts.date()
    until = min(until, ring.trigger.ends or until)
    while day <= until.date():
        at = datetime.combine(day, ring.trigger.at)
        if day.weekday() == ring.trigger.weekday and ring.trigger.starts <= at <= until:
            yield at
        day += timedelta(days=1)
