"""How long sound lasts, and quiet of a length, to the sample."""

from __future__ import annotations

from collections.abc import Iterable

from skill.speaker.voice.port import RATE, Sound

BETWEEN_SENTENCES = 0.3
"""Seconds, at the usual pace."""


def lasting(sounds: Iterable[Sound]) -> float:
    """How long they are in all, in seconds."""
    return sum(map(len, sounds)) / 2 / RATE


def quiet(seconds: float) -> Sound:
    """So much of it; none where there is less than none."""
    return bytes(2 * round(max(0.0, seconds) * RATE))
