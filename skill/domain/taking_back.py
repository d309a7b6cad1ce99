"""Reminders that a turn sets on a device are taken back where the turn itself could not be kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from skill.domain.quiet import Quiet
from skill.domain.reminder import Alarm, Refusal, Reminders, Ring


class TakingBack:
    """The Reminders of a turn that remember what they did."""

    def __init__(self, reminders: Reminders) -> None:
        self._reminders = reminders
        self._created: list[str] = []
        self._updated: list[str] = []

    def create(self, ring: Ring) -> str | Refusal:
        """Creates a reminder: its token, or why not."""
        token = self._reminders.create(ring)
        if not isinstance(token, Refusal):
            self._created.append(token)
        return token

    def update(self, token: str, ring: Ring) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""
        changed = self._reminders.update(token, ring)
        if not isinstance(changed, Refusal):
            self._updated.append(token)
        return changed

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""
        return self._reminders.delete(token)

    def take_back(self, kept: Sequence[Alarm], quiet: Quiet, at: datetime) -> bool:
        """Takes away what was created and puts back what was changed; whether something may still ring.

        Args:
            kept: the reminders as the household still knows them.
            quiet: when they were whispered before this turn.
            at: the time of the turn, UTC.
        """
        created = [self._reminders.delete(token) not in (None, Refusal.GONE) for token in self._created]
        known = (alarm for alarm in kept if alarm.token in self._updated)
        changed = [self._put_back(alarm, quiet, at) for alarm in known]
        self._created, self._updated = [], []
        return any((*created, *changed))

    def _put_back(self, alarm: Alarm, quiet: Quiet, at: datetime) -> bool:
        ring = alarm.ring(at.astimezone(ZoneInfo(alarm.zone)).replace(tzinfo=None))
        if ring is None:
            return self._reminders.delete(alarm.token) not in (None, Refusal.GONE)
        return isinstance(self._reminders.update(alarm.token, quiet.ringing(ring)), Refusal)
