"""The services of the device that speaks now: made for every request, loaded when one is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from skill.domain.line import Line
from skill.domain.reminder import Refusal, Ring
from skill.reminders.access import Access

if TYPE_CHECKING:
    from skill.reminders.budget import Budget
    from skill.reminders.operations import Operations

Say = Callable[[Line], str]
"""Puts a line into plain words."""


class DeviceServices:
    """The reminders and the clock of one request's device: the ports Reminders and Device."""

    def __init__(self, access: Access, say: Say, budget: Budget | None = None) -> None:
        """Calls nobody yet.

        Args:
            access: the request's own door to the services.
            say: puts a reminder's text into plain words.
            budget: how long all calls of the turn may take; the usual one when it is left out.
        """
        self._access = access
        self._say = say
        self._budget = budget
        self._made: Operations | None = None

    @property
    def reminders(self) -> DeviceServices:
        """The port Reminders."""
        return self

    @property
    def device(self) -> DeviceServices:
        """The port Device."""
        return self

    def create(self, ring: Ring) -> str | Refusal:
        """Creates a reminder: its token, or why not."""
        return self._operations.create(ring, self._say(ring.text))

    def update(self, token: str, ring: Ring) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""
        return self._operations.update(token, ring, self._say(ring.text))

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""
        return self._operations.delete(token)

    def time_zone(self) -> str | None:
        """The IANA zone of the device, or None when it cannot be had now."""
        return self._operations.time_zone() if self._access.endpoint and self._access.device else None

    @property
    def _operations(self) -> Operations:
        from skill.reminders.operations import Operations

        if self._made is None:
            self._made = Operations(self._access, self._budget)
        return self._made
