"""Keeps four o'clock while a door is open, whether or not anybody speaks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

EVERY = 15 * 60.0
"""Seconds: households live in many zones, and some of them stand at a quarter past."""
_log = logging.getLogger(__name__)


def keep_night(night: Callable[[], None], ended: Event, every: float = EVERY) -> Thread:
    """Runs `night` now and then in the background until `ended` is set."""

    def rounds() -> None:
        while not ended.is_set():
            try:
                night()
            except Exception as fault:  # noqa: BLE001 - the next round comes; a message could hold words
                _log.warning("A round at night failed: %s.", type(fault).__name__)
            ended.wait(every)

    thread = Thread(target=rounds, daemon=True)
    thread.start()
    return thread
