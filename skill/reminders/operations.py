"""The four things that are asked of a device's services."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from skill.domain.reminder import Refusal, Ring
from skill.reminders.access import Access
from skill.reminders.answers import GONE, Answered, refusal_of
from skill.reminders.budget import Budget
from skill.reminders.calling import call
from skill.reminders.payload import payload_of

ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{1,60}")


class Operations:
    """Asked of one request's device, within one turn's time."""

    def __init__(self, access: Access, budget: Budget | None) -> None:
        self._access = access
        self._budget = budget or Budget()

    def create(self, ring: Ring, words: str) -> str | Refusal:
        """Creates a reminder: its token, or why not."""
        payload = self._payload(ring, words)
        answered = self._reminders(
            "create", lambda service: service.create_reminder(payload, full_response=True)
        )
        return refusal_of(answered) or answered.alert_token() or Refusal.NOT_NOW

    def update(self, token: str, ring: Ring, words: str) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""
        payload = self._payload(ring, words)
        answered = self._reminders(
            "update", lambda service: service.update_reminder(token, payload, full_response=True)
        )
        return refusal_of(answered) or answered.alert_token() or token

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""
        answered = self._reminders(
            "delete", lambda service: service.delete_reminder(token, full_response=True)
        )
        return None if answered.status == GONE else refusal_of(answered)

    def time_zone(self) -> str | None:
        """The IANA zone of the device, or None when it cannot be had now."""
        device = self._access.device
        answered = self._call(
            "time zone",
            lambda clients: clients.get_ups_service().get_system_time_zone(device, full_response=True),
        )
        named = answered.body if answered.succeeded and isinstance(answered.body, str) else ""
        return named if ZONE.fullmatch(named) else None

    def _payload(self, ring: Ring, words: str) -> Mapping[str, Any]:
        return payload_of(ring, words, self._access.locale, self._access.at)

    def _reminders(self, name: str, operation: Callable[[Any], Any]) -> Answered:
        return self._call(
            f"{name} reminder", lambda clients: operation(clients.get_reminder_management_service())
        )

    def _call(self, name: str, service: Callable[[Any], Any]) -> Answered:
        """Calls a service, where the device has any."""
        if not self._access.endpoint:
            return Answered(name, None, None)
        return call(name, service, self._access.endpoint, self._access.token, self._budget)
