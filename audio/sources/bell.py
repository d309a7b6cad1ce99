"""A small bowl, touched with something soft."""

from __future__ import annotations

import numpy as np

from audio.waves import Wave, faded, times

PARTIALS = ((1.0, 1.0, 1.0), (1.0023, 0.25, 1.0), (2.0, 0.22, 0.55), (2.98, 0.07, 0.3))
"""Frequency, strength and how long it rings, beside the first; the second makes it breathe."""
TOUCH = 0.03
"""Seconds until it sounds: what is touched softly does not click."""


def bell(frequency: float, ring: float, seconds: float) -> Wave:
    """One tone in Hz that has faded to a third after `ring` seconds, and to nothing after `seconds`."""
    at = times(seconds)
    sound = np.zeros_like(at)
    for ratio, strength, lasting in PARTIALS:
        sound += strength * np.exp(-at / (ring * lasting)) * np.sin(2 * np.pi * frequency * ratio * at)
    return faded(sound, TOUCH, seconds / 4)
