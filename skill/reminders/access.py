"""What a request brings along for calling the services of its own device."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Access:
    """One request's door to its device's services; empty where the request had none."""

    endpoint: str
    token: str = field(repr=False)
    device: str
    locale: str
    at: datetime
    """The request's own time, UTC."""
