"""The breathing pacer: air and a low tone that swell for about four seconds and go for about six."""

from __future__ import annotations

import numpy as np

from audio.noise import band, noise
from audio.waves import RATE, Wave, samples, times

SEED = 23
IN, OUT = 4.0, 6.0
BREATHS = 6
TONE = 196.0
"""Hz, a G; its octave is faint above it."""
DEPTH = 0.04
"""How much the tone rises on the way in."""


def pacer() -> Wave:
    """A minute of six breaths; each begins and ends in silence."""
    return np.tile(breath(), BREATHS)


def breath() -> Wave:
    """One breath, ten seconds."""
    swell = _swell()
    turn = np.cumsum(TONE * (1 + DEPTH * swell)) * 2 * np.pi / RATE
    tone = np.sin(turn) + 0.25 * np.sin(2 * turn)
    air = noise(SEED, IN + OUT, band(250, 1_800, tilt=-3))
    return np.asarray(swell**1.5 * (tone + 0.5 * air * swell))


def _swell() -> Wave:
    """From 0 to 1 on the way in, and back on the way out, without a corner."""
    into = np.sin(np.pi / 2 * times(IN) / IN) ** 2
    out = np.cos(np.pi / 2 * times(OUT) / OUT) ** 2
    return np.concatenate([into, out])[: samples(IN + OUT)]
