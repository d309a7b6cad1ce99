"""What a request brings along for calling the services of its own device."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Access(Struct, frozen=True):
    """One request's door to its device's services; empty where the request had none."""

    endpoint: str
    token: str
    device: str
    locale: str
    at: datetime
    """The request's own time, UTC."""

    def __repr__(self) -> str:
        """Says where, and never the token."""
        return f"Access({self.endpoint!r})"
