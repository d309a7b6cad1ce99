"""The end chime: the same bowl and, under it, one a fourth lower. Something has come home."""

from __future__ import annotations

from audio.sources.bell import bell
from audio.sources.chime import C5
from audio.waves import Wave, samples, silence

G4 = 392.0
SECOND = 0.8
"""Seconds until the lower one sounds."""


def end_chime() -> Wave:
    """Five seconds."""
    sound = silence(5)
    high, low = bell(C5, ring=0.7, seconds=3), bell(G4, ring=0.9, seconds=5 - SECOND)
    sound[: high.size] += 0.8 * high
    sound[samples(SECOND) :] += low
    return sound
