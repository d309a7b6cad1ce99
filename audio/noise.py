"""Noise of a given colour, drawn from a seed; its end meets its beginning, so that it can go round."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audio.waves import RATE, Wave, at_level, samples

Colour = Callable[[Wave], Wave]
"""How strong each frequency (Hz) is."""


def noise(seed: int, seconds: float, colour: Colour) -> Wave:
    """A round of noise with an RMS of 1: random phases under the curve of its colour."""
    count = samples(seconds)
    frequencies = np.fft.rfftfreq(count, 1 / RATE).astype(np.float64)
    drawn = np.random.default_rng(seed).normal(size=(2, frequencies.size))
    wave = np.fft.irfft(colour(frequencies) * (drawn[0] + 1j * drawn[1]), count).astype(np.float64)
    return at_level(wave, 0.0)


def band(low: float, high: float, tilt: float = 0.0) -> Colour:
    """Between two frequencies, with soft shoulders and so many decibels more an octave."""

    def colour(frequencies: Wave) -> Wave:
        safe = np.maximum(frequencies, 1.0)
        shoulders = 1 / (1 + (low / safe) ** 4) / (1 + (safe / high) ** 4)
        return shoulders * (safe / low) ** (tilt / 6.02)

    return colour


def sprinkled(seed: int, seconds: float, count: int, grain: Callable[[np.random.Generator], Wave]) -> Wave:
    """Small sounds at moments nobody could foretell; what runs over the end begins the round."""
    drawn = np.random.default_rng(seed)
    wave = np.zeros(samples(seconds))
    for start in drawn.integers(0, wave.size, size=count):
        sound = grain(drawn)
        places = (start + np.arange(sound.size)) % wave.size
        wave[places] += sound
    return wave
