"""The device's player: takes orders for tracks, knows where one stands, and tells what became of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from threading import Lock

from skill.speaker.clock import Clock
from skill.speaker.envelope import Json

PLACE = "/audio"
"""Where the page finds tracks, on whatever address it came from."""


class Event(StrEnum):
    """What became of a track."""

    STARTED = "Started"
    NEARLY_FINISHED = "NearlyFinished"
    STOPPED = "Stopped"
    FINISHED = "Finished"
    FAILED = "Failed"


ACTIVITIES = {
    Event.STARTED: "PLAYING",
    Event.STOPPED: "STOPPED",
    Event.FINISHED: "FINISHED",
    Event.FAILED: "IDLE",
}


@dataclass(frozen=True, slots=True)
class Track:
    """A track that is to be played, from an offset in milliseconds on."""

    token: str
    source: str
    title: str = ""
    subtitle: str = ""
    offset: int = 0
    play: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    """This one time of playing it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a page's player does now: plays a track, or stops."""

    track: Track | None = None

    @property
    def play(self) -> str:
        """The one time of playing that goes on; empty when none does."""
        return self.track.play if self.track else ""

    def row(self) -> dict[str, object]:
        """As the page reads it."""
        track = self.track
        if track is None:
            return {"play": ""}
        shown = {"title": track.title, "subtitle": track.subtitle}
        return {"play": track.play, "source": track.source, "offset": track.offset} | shown


@dataclass
class Player:
    """One player, as an Echo has one; a page lends it its loudspeaker."""

    base: str
    """Where its tracks are, as the skill names it."""
    clock: Clock
    track: Track | None = None
    waiting: Track | None = None
    """What comes after it."""
    _activity: str = "IDLE"
    _offset: int = 0
    _since: datetime | None = None
    """When it was at the offset; None while it moves no further."""
    _lock: Lock = field(default_factory=Lock)

    def take(self, directives: Iterable[Json]) -> Order | None:
        """Does what the skill orders; None when it orders nothing."""
        order = None
        with self._lock:
            for directive in directives:
                order = self._taken(directive) or order
        return order

    def hear(self, play: str, event: Event, offset: int) -> Json | None:
        """What the skill is told of the track that plays; None when another one plays by now."""
        with self._lock:
            track = self.track
            if track is None or track.play != play:
                return None
            if event in ACTIVITIES:
                self._stand(ACTIVITIES[event], offset)
        at: Json = {"token": track.token, "offsetInMilliseconds": offset}
        request: Json = {"type": f"AudioPlayer.Playback{event}"} | at
        if event is not Event.FAILED:
            return request
        error = {"type": "MEDIA_ERROR_UNKNOWN", "message": "The track could not be played."}
        return request | {"error": error, "currentPlaybackState": at | {"playerActivity": "IDLE"}}

    def follow(self) -> Order | None:
        """Once a track is over, the one that waits."""
        with self._lock:
            ended = self._activity == "FINISHED" and self.waiting
            return self._play(self.waiting) if ended and self.waiting else None

    def state(self) -> Json:
        """As every request tells it."""
        with self._lock:
            token = self.track.token if self.track else ""
            return {"token": token, "offsetInMilliseconds": self._now(), "playerActivity": self._activity}

    def _taken(self, directive: Json) -> Order | None:
        match directive.get("type"), directive.get("playBehavior"), directive.get("clearBehavior"):
            case "AudioPlayer.Play", ("ENQUEUE" | "REPLACE_ENQUEUED"), _ if self._activity == "PLAYING":
                self.waiting = self._read(directive)
            case "AudioPlayer.Play", _, _:
                return self._play(self._read(directive))
            case "AudioPlayer.ClearQueue", _, "CLEAR_ENQUEUED":
                self.waiting = None
            case (("AudioPlayer.Stop" | "AudioPlayer.ClearQueue"), _, _):
                self.waiting = None
                return self._stop()
        return None

    def _play(self, track: Track) -> Order:
        self.track, self.waiting = track, None
        self._stand("PLAYING", track.offset)
        self._since = None
        return Order(track)

    def _stop(self) -> Order:
        if self._activity == "PLAYING":
            self._stand("STOPPED", self._now())
        return Order()

    def _stand(self, activity: str, offset: int) -> None:
        self._activity, self._offset = activity, offset
        self._since = self.clock() if activity == "PLAYING" else None

    def _now(self) -> int:
        gone = (self.clock() - self._since).total_seconds() if self._since else 0
        return self._offset + round(1000 * max(gone, 0))

    def _read(self, directive: Json) -> Track:
        item: Json = directive.get("audioItem") or {}
        stream: Json = item.get("stream") or {}
        shown: Json = item.get("metadata") or {}
        return Track(
            str(stream.get("token", "")),
            self._source(str(stream.get("url", ""))),
            str(shown.get("title") or ""),
            str(shown.get("subtitle") or ""),
            int(stream.get("offsetInMilliseconds") or 0),
        )

    def _source(self, url: str) -> str:
        """On the page's own address; where it is none of ours there is nothing, and the player fails."""
        ours = url.startswith(f"{self.base}/")
        return f"{PLACE}/{url.removeprefix(f'{self.base}/') if ours else ''}"
