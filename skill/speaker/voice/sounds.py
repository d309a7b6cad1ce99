"""Speeches that a page may fetch as sound, by ids that say nothing and do not last."""

from __future__ import annotations

import logging
import secrets
import struct
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from threading import Lock, Thread

from skill.speaker.clock import Clock
from skill.speaker.ssml import Part
from skill.speaker.voice.port import RATE, Sound, Unreachable
from skill.speaker.voice.rendering import Voice

MOST = 128
LASTS = timedelta(minutes=15)
"""A reprompt is fetched after the longest speech, with a pause in it."""
_JUST_SAID = timedelta(minutes=3)
"""What may still be fetched where nothing is kept: the goodbye itself, and whatever is being heard."""
_AT_ONCE = 8 * 1024
"""Bytes sent first, so that a player begins."""
_LET_GO = 0.0005
"""Seconds in which the server's own thread can send them: Python runs one thread at a time."""
_log = logging.getLogger(__name__)
_UNKNOWN = 0xFFFFFFFF
"""As long as it takes: the length of a WAV that is still being made."""


@dataclass(frozen=True, slots=True)
class _Offer:
    parts: tuple[Part, ...]
    locale: str
    at: datetime
    after: tuple[Part, ...]


@dataclass
class Sounds:
    """What may be fetched just now; nothing where there is no voice."""

    voice: Voice | None
    clock: Clock
    locale: str = "en-US"
    """What was spoken last; a reminder is spoken so too."""
    _offers: dict[str, _Offer] = field(default_factory=dict)
    _warm: bool = False
    _lock: Lock = field(default_factory=Lock)

    def warm(self) -> None:
        """A page has opened: somebody may speak soon."""
        if self.voice and not self._warm:
            self._warm = True
            Thread(target=self.voice.warm, daemon=True).start()

    def offer(self, parts: Sequence[Part], locale: str, after: Sequence[Part] = ()) -> str:
        """The id under which a speech can be fetched; empty when nothing can speak it, or it says nothing.

        `after` is the speech that a reprompt belongs to: where that one stays, its reprompt tells of it.
        """
        if self.voice is None or not parts:
            return ""
        offered = secrets.token_urlsafe(24)
        self.tidy()
        self.locale = locale
        with self._lock:
            self._offers[offered] = _Offer(tuple(parts), locale, self.clock(), tuple(after))
        return offered

    def stream(self, offered: str) -> Iterator[bytes] | None:
        """A speech as WAV, its first sound already made; None when there is no such speech, or no voice."""
        with self._lock:
            offer = self._offers.get(offered)
        if offer is None or self.voice is None or self._is_over(offer):
            return None
        made = self.voice.render(offer.parts, offer.locale, offer.after)
        try:
            first = next(made, b"")
        except Unreachable:
            return None
        return chain([header() + first[:_AT_ONCE]], _the_rest(first[_AT_ONCE:], made))

    def tidy(self) -> None:
        """Forgets what is too old, and the oldest of too many."""
        self._drop(LASTS, len(self._offers) - MOST + 1)

    def forget(self) -> None:
        """Leaves no sound that tells what was heard here; where it can't be removed, it is tried again."""
        self._drop(_JUST_SAID)
        if self.voice and self.voice.cache:
            try:
                self.voice.cache.empty()
            except OSError:
                _log.warning("The kept sounds could not be removed now.")

    def _drop(self, older_than: timedelta, spare: int = 0) -> None:
        with self._lock:
            numbered = enumerate(list(self._offers.items()))
            for number, (offered, offer) in numbered:
                if number < spare or self._is_over(offer, older_than):
                    del self._offers[offered]

    def _is_over(self, offer: _Offer, older_than: timedelta = LASTS) -> bool:
        return abs(self.clock() - offer.at) > older_than


def header() -> bytes:
    """A WAV's first 44 bytes, of a length that nobody knows yet."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16)
    return struct.pack("<4sI4s", b"RIFF", _UNKNOWN, b"WAVE") + form + struct.pack("<4sI", b"data", _UNKNOWN)


def _the_rest(begun: Sound, made: Iterator[Sound]) -> Iterator[Sound]:
    """A voice that fails in the middle ends the speech; nobody is there to be told."""
    time.sleep(_LET_GO)
    yield begun
    try:
        yield from made
    except Unreachable:
        return
