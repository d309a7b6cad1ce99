"""What a request brings along for calling the services of its own device."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from skill.alexa.envelope import part, text
from skill.domain.turn import Turn


@dataclass(frozen=True, slots=True)
class Access:
    """One request's door to Alexa's services; all of it empty where the request had none."""

    endpoint: str
    token: str = field(repr=False)
    device: str
    locale: str
    at: datetime
    """The request's own time, UTC."""


def access_of(envelope: object, turn: Turn) -> Access:
    """The door that a request opens."""
    system = part(envelope, "context", "System")
    return Access(
        endpoint=text(system.get("apiEndpoint")),
        token=text(system.get("apiAccessToken")),
        device=text(part(system, "device").get("deviceId")),
        locale=turn.locale,
        at=turn.at,
    )
