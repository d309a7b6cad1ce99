"""The door to its device's services that a request opens."""

from __future__ import annotations

from skill.alexa.envelope import part, text
from skill.domain.turn import Turn
from skill.reminders.access import Access


def access_of(envelope: object, turn: Turn) -> Access:
    """The services' address, and the request's own token for them."""
    system = part(envelope, "context", "System")
    return Access(
        endpoint=text(system.get("apiEndpoint")),
        token=text(system.get("apiAccessToken")),
        device=text(part(system, "device").get("deviceId")),
        locale=turn.locale,
        at=turn.at,
    )
