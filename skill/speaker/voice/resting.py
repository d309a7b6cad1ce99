"""An engine that is left alone for a while after it failed, and for longer each time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from skill.speaker.clock import Clock
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Sound, Style, Unreachable

FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
_log = logging.getLogger(__name__)


@dataclass
class Resting:
    """Asks the engine only when it may work; says once that it doesn't."""

    engine: Engine[FixedText]
    clock: Clock
    _again_at: datetime | None = None
    _pause: timedelta = FIRST
    _lock: Lock = field(default_factory=Lock)

    @property
    def name(self) -> str:
        """As the engine's own."""
        return self.engine.name

    def speak(self, words: FixedText, style: Style) -> Iterator[Sound]:
        """The engine's sound.

        Raises:
            Unreachable: when it fails, or rests after it failed.
        """
        began = self.clock()
        if self._rests(began):
            raise Unreachable
        try:
            sound = b"".join(self.engine.speak(words, style))
        except Unreachable:
            self._failed(began)
            raise
        self._worked()
        yield sound

    def _rests(self, now: datetime) -> bool:
        """A clock that was set back lets nobody rest for a year."""
        return self._again_at is not None and now < self._again_at <= now + LONGEST

    def _failed(self, began: datetime) -> None:
        """Several that fail together are one failure."""
        with self._lock:
            if self._rests(began):
                return
            if self._again_at is None:
                _log.warning("The online voice can't be had; the offline voice speaks until it can.")
                self._pause = FIRST
            self._again_at = self.clock() + self._pause
            self._pause = min(2 * self._pause, LONGEST)

    def _worked(self) -> None:
        with self._lock:
            self._again_at = None
