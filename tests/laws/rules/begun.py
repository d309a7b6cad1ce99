"""A track as a device was last told to play it, and which of what that device tells counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from skill.domain.turn import Kind
from tests.laws.house.player import FINISHED, SOUNDS, STOPPED
from tests.laws.house.taken import Json, Taken

AN_HOUR = timedelta(hours=1)
ENDINGS = frozenset({"Stopped", "Finished", "Failed"})


@dataclass
class Begun:
    """A track as a device was last told to play it."""

    exercise: str
    at: datetime
    """When it was last heard of, as far as that counts."""
    day: date
    """On which day that was, and on which it began unless it sounded over four."""
    played: date
    """On which day it was told to play; none at all once it went on elsewhere, or in words."""
    over: bool = False
    """Whether the device told that it does not sound any more."""

    @property
    def token(self) -> str:
        """What its player knows it by."""
        return f"exercise:{self.exercise}:v1"

    def tells(self, taken: Taken, day: date) -> int | None:
        """Where it stands by what its device says of it, by itself or in passing.

        Returns:
            Milliseconds, as they were told; None where nothing counts.
        """
        at_once = taken.turn.kind is Kind.PLAYBACK
        return self._at_once(taken, day) if at_once else self._in_passing(taken, day)

    def _at_once(self, taken: Taken, day: date) -> int | None:
        request = taken.envelope["request"]
        state: Json = {**request.get("currentPlaybackState", {}), **request}
        did = taken.kind.removeprefix("AudioPlayer.Playback")
        over_four = not self.over and taken.turn.at < self.at + AN_HOUR
        if state["token"] != self.token or not (self.day == day or over_four):
            return None
        if did != "NearlyFinished":
            self.over = did in ENDINGS
        return state["offsetInMilliseconds"] if did in ("Started", "Stopped", "Finished") else None

    def _in_passing(self, taken: Taken, day: date) -> int | None:
        state = taken.envelope["context"].get("AudioPlayer", {})
        if state.get("token") != self.token:
            return None
        counts = (SOUNDS, STOPPED, FINISHED) if self.day == day else (SOUNDS,)
        return state["offsetInMilliseconds"] if state["playerActivity"] in counts else None
