"""A hearth: the low breath of a fire, and now and then a small crackle."""

from __future__ import annotations

import numpy as np

from audio.noise import band, noise, sprinkled
from audio.waves import Wave, rise, samples, times

SECONDS = 60.0
SEED = 5
CRACKLES = 150
FLICKERS = (7, 11, 17)
"""How often the fire grows in a minute; together they do not seem to repeat."""


def hearth() -> Wave:
    """A minute that can go round."""
    glow = noise(SEED, SECONDS, band(110, 420, tilt=-3)) + 0.25 * noise(SEED + 1, SECONDS, band(500, 2_000))
    turns = 2 * np.pi * times(SECONDS) / SECONDS
    flicker = 1 + sum(0.04 * np.sin(often * turns) for often in FLICKERS)
    return np.asarray(glow * flicker + sprinkled(SEED, SECONDS, CRACKLES, _crackle))


def _crackle(drawn: np.random.Generator) -> Wave:
    """A crackle, forty milliseconds: noise with a soft beginning, dark rather than sharp."""
    at = times(0.04)
    rough = np.convolve(drawn.normal(size=at.size), np.hanning(9) / 4, mode="same")
    crackle = drawn.uniform(0.8, 3.0) * np.exp(-at / 0.008) * rough
    crackle[: samples(0.004)] *= rise(0.004)
    crackle[-samples(0.01) :] *= rise(0.01)[::-1]
    return np.asarray(crackle)
