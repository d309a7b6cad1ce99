"""Conversations with the device: few at a time, and none for long."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from skill.speaker.envelope import Json

MOST = 32
LONGEST_REST = timedelta(minutes=30)
"""After this long without a word a session is over; the longest answer lasts a few minutes."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The device's own permission prompt, standing open."""

    scope: str
    token: str
    """The skill's state; comes back with the answer."""
    asked_again: bool = False


@dataclass(frozen=True, slots=True)
class Elicited:
    """The slot that the next sentence fills, whatever it says."""

    intent: str
    slot: str


@dataclass(slots=True)
class Session:
    """One conversation."""

    used_at: datetime
    id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{secrets.token_hex(16)}")
    new: bool = True
    attributes: Json = field(default_factory=dict)
    elicited: Elicited | None = None
    consent: Consent | None = None
    locale: str = "en-US"
    over: bool = False
    plays: bool = False
    """Whether a track would be heard where it was last spoken."""
    turn: Lock = field(default_factory=Lock)
    """One sentence at a time."""

    def row(self) -> Json:
        """As the envelope carries it."""
        return {"new": self.new, "sessionId": self.id, "attributes": self.attributes}


class Sessions:
    """The open conversations by their opaque ids."""

    def __init__(self) -> None:
        self._open: dict[str, Session] = {}
        self._lock = Lock()

    def find(self, id_: str | None, now: datetime) -> Session | None:
        """An open conversation, or None when it is over or never was."""
        with self._lock:
            found = self._open.get(id_ or "")
        return found if found and now - found.used_at <= LONGEST_REST else None

    def keep(self, session: Session, now: datetime) -> None:
        """Holds a conversation open."""
        session.used_at, session.over = now, False
        with self._lock:
            self._open.pop(session.id, None)
            self._open[session.id] = session

    def drop(self, session: Session) -> None:
        """Ends a conversation."""
        session.over = True
        with self._lock:
            self._open.pop(session.id, None)

    def take_old(self, now: datetime) -> Iterator[Session]:
        """The conversations that are over: left alone for long, or the oldest of too many."""
        with self._lock:
            open_ = list(self._open.values())
            spare = len(open_) - MOST
            old = [s for n, s in enumerate(open_) if n < spare or now - s.used_at > LONGEST_REST]
            for session in old:
                session.over = True
                del self._open[session.id]
        yield from old
