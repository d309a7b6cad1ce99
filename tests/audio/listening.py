"""Measures of a sound, as a test reads them."""

from __future__ import annotations

import numpy as np

from audio.waves import RATE, Wave, level, samples


def share(wave: Wave, low: float, high: float) -> float:
    """How much of a sound's power lies between two frequencies in Hz."""
    power = np.square(np.abs(np.fft.rfft(wave)))
    frequencies = np.fft.rfftfreq(wave.size, 1 / RATE)
    return float(power[(frequencies >= low) & (frequencies < high)].sum() / power.sum())


def strongest(wave: Wave) -> float:
    """The strongest frequency, in Hz."""
    return float(np.argmax(np.abs(np.fft.rfft(wave)))) * RATE / wave.size


def steepest(wave: Wave) -> float:
    """The largest jump from one sample to the next beside the highest sample: a click has one near 1."""
    return float(np.max(np.abs(np.diff(wave))) / np.max(np.abs(wave)))


def levels(wave: Wave, seconds: float) -> list[float]:
    """The level of piece after piece, in dB."""
    size = samples(seconds)
    return [level(wave[start : start + size]) for start in range(0, wave.size - size + 1, size)]


def cut(wave: Wave, *spans: tuple[float, float]) -> Wave:
    """The spans of a sound, one after the other."""
    return np.concatenate([wave[samples(start) : samples(end)] for start, end in spans])
