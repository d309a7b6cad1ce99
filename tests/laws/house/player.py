"""The player of one Echo: it plays and stops as it is told, and has something to tell afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from msgspec import Struct

Json = dict[str, Any]
LENGTH = 125_000
"""Milliseconds: all tracks last two minutes, more or less."""
SOUNDS, STOPPED, FINISHED, IDLE = "PLAYING", "STOPPED", "FINISHED", "IDLE"


class Told(Struct, frozen=True):
    """What a player did: the last word of its request's type, which track, and where that stood."""

    did: str
    token: str
    offset: int


@dataclass
class Player:
    """What plays in one room."""

    token: str = ""
    offset: int = 0
    """Where the track stood when the player last did something, in milliseconds."""
    since: datetime | None = None
    """When that was, while it sounds."""
    activity: str = IDLE
    untold: list[Told] = field(default_factory=list)
    """What it did, and nobody was told yet."""

    @property
    def sounds(self) -> bool:
        """Whether the track can be heard."""
        return self.activity == SOUNDS

    def context(self, now: datetime) -> Json:
        """What every request says of it."""
        self._plays_on(now)
        if self.activity == IDLE:
            return {"playerActivity": IDLE}
        return {"playerActivity": self.activity, "token": self.token, "offsetInMilliseconds": self._at(now)}

    def obey(self, orders: Iterable[Mapping[str, Any]], now: datetime) -> None:
        """Does what a response says, and nothing else."""
        for order in orders:
            if order["type"] == "AudioPlayer.Stop":
                self._stop(now)
            elif order["type"] == "AudioPlayer.Play":
                self._stop(now)
                self._play(order["audioItem"]["stream"], now)

    def _play(self, stream: Mapping[str, Any], now: datetime) -> None:
        self.token, self.offset = stream["token"], stream["offsetInMilliseconds"]
        self.since, self.activity = now, SOUNDS
        self._did("Started")

    def _stop(self, now: datetime) -> None:
        self._plays_on(now)
        if self.sounds:
            self.offset, self.since, self.activity = self._at(now), None, STOPPED
            self._did("Stopped")

    def _plays_on(self, now: datetime) -> None:
        if self.sounds and self._at(now) >= LENGTH:
            self.offset, self.since, self.activity = LENGTH, None, FINISHED
            self._did("NearlyFinished")
            self._did("Finished")

    def _did(self, what: str) -> None:
        self.untold.append(Told(what, self.token, self.offset))

    def _at(self, now: datetime) -> int:
        return self.offset + round((now - self.since).total_seconds() * 1000) if self.since else self.offset
