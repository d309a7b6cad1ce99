"""Rain on leaves, some way off: a soft wash, and single drops that stand out of it."""

from __future__ import annotations

import numpy as np

from audio.noise import band, noise, sprinkled
from audio.waves import Wave, rise, samples, times

SECONDS = 60.0
SEED = 7
DROPS = 500
GUSTS = 5
"""How often it grows and wanes in a minute."""


def rain() -> Wave:
    """A minute that can go round."""
    wash = noise(SEED, SECONDS, band(250, 3_000, tilt=-4.5))
    gust = 1 + 0.15 * np.sin(2 * np.pi * GUSTS * times(SECONDS) / SECONDS)
    return wash * gust + 0.5 * sprinkled(SEED, SECONDS, DROPS, _drop)


def _drop(drawn: np.random.Generator) -> Wave:
    """A drop, thirty milliseconds: round, with a soft beginning."""
    at = times(0.03)
    pitch, strength = drawn.uniform(900, 2_600), drawn.uniform(0.4, 1.6)
    drop = strength * np.exp(-at / 0.006) * np.sin(2 * np.pi * pitch * at)
    drop[: samples(0.003)] *= rise(0.003)
    drop[-samples(0.006) :] *= rise(0.006)[::-1]
    return np.asarray(drop)
