"""The services of the device that speaks now: made for one request, loaded when one is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from skill.domain.line import Line
from skill.domain.reminder import Refusal, Ring
from skill.reminders.access import Access
from skill.reminders.answers import GONE, Answered, refusal_of
from skill.reminders.budget import Budget
from skill.reminders.payload import payload_of

Say = Callable[[Line], str]
"""Puts a line into plain words."""
Service = Callable[[Any], Answered]
"""Calls one operation of the SDK's client factory."""
ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{1,60}")


class DeviceServices:
    """The reminders and the clock of one request's device."""

    def __init__(self, access: Access, say: Say, budget: Budget | None = None) -> None:
        self._access = access
        self._say = say
        self._budget = budget or Budget()

    @cached_property
    def reminders(self) -> DeviceReminders:
        """The port Reminders."""
        return DeviceReminders(self._access, self._say, self._call)

    @cached_property
    def device(self) -> DeviceClock:
        """The port Device."""
        return DeviceClock(self._access, self._call)

    def _call(self, name: str, service: Service) -> Answered:
        """Calls a service, where the device has any."""
        if not self._access.endpoint:
            return Answered(name, None, None)
        from skill.reminders.calling import call

        return call(name, service, self._access.endpoint, self._access.token, self._budget)


Call = Callable[[str, Service], Answered]


@dataclass(frozen=True, slots=True)
class DeviceReminders:
    """Creates, changes and deletes reminders on the device that speaks now."""

    access: Access
    say: Say
    call: Call

    def create(self, ring: Ring) -> str | Refusal:
        """Creates a reminder: its token, or why not."""
        payload = self._payload(ring)
        answered = self.call(
            "create reminder",
            lambda clients: clients.get_reminder_management_service().create_reminder(
                payload, full_response=True
            ),
        )
        return refusal_of(answered) or answered.alert_token() or Refusal.NOT_NOW

    def update(self, token: str, ring: Ring) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""
        payload = self._payload(ring)
        answered = self.call(
            "update reminder",
            lambda clients: clients.get_reminder_management_service().update_reminder(
                token, payload, full_response=True
            ),
        )
        return refusal_of(answered) or answered.alert_token() or token

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""
        answered = self.call(
            "delete reminder",
            lambda clients: clients.get_reminder_management_service().delete_reminder(
                token, full_response=True
            ),
        )
        return None if answered.status == GONE else refusal_of(answered)

    def _payload(self, ring: Ring) -> Mapping[str, Any]:
        return payload_of(ring, self.say(ring.text), self.access.locale, self.access.at)


@dataclass(frozen=True, slots=True)
class DeviceClock:
    """What the device knows of where it stands."""

    access: Access
    call: Call

    def time_zone(self) -> str | None:
        """The IANA zone of the device, or None when it cannot be had now."""
        if not self.access.device:
            return None
        answered = self.call(
            "time zone",
            lambda clients: clients.get_ups_service().get_system_time_zone(
                self.access.device, full_response=True
            ),
        )
        named = answered.body if answered.succeeded and isinstance(answered.body, str) else ""
        return named if ZONE.fullmatch(named) else None
