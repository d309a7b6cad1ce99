"""Hush: a far sea, low and slow, with nothing in it to listen for."""

from __future__ import annotations

import numpy as np

from audio.noise import band, noise
from audio.waves import Wave, times

SECONDS = 60.0
SEED = 11
WAVES = 6
"""How often it comes and goes in a minute: as slowly as somebody at rest breathes."""


def hush() -> Wave:
    """A minute that can go round."""
    deep = noise(SEED, SECONDS, band(120, 500, tilt=-4))
    near = noise(SEED + 1, SECONDS, band(400, 1_500, tilt=-4))
    tide = 0.5 - 0.5 * np.cos(2 * np.pi * WAVES * times(SECONDS) / SECONDS)
    return np.asarray(deep * (0.9 + 0.1 * tide) + 0.3 * near * (0.4 + 0.6 * tide))
