"""Sound as numbers: one channel, 24,000 values a second between -1 and 1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 24_000
"""Samples a second, as the platform wants its MP3."""
LOWEST = 1e-12
"""What counts as no sound at all, so that silence has a level."""

Wave = NDArray[np.float64]


def samples(seconds: float) -> int:
    """How many samples a time has."""
    return round(seconds * RATE)


def times(seconds: float) -> Wave:
    """The moment of each sample, in seconds."""
    return np.arange(samples(seconds)) / RATE


def silence(seconds: float) -> Wave:
    """No sound for a time."""
    return np.zeros(samples(seconds))


def level(wave: Wave) -> float:
    """How loud a wave is: its RMS in dBFS."""
    return float(10 * np.log10(max(float(np.mean(np.square(wave))), LOWEST)))


def peak(wave: Wave) -> float:
    """The largest sample, in dBFS."""
    return float(20 * np.log10(max(float(np.max(np.abs(wave))), LOWEST)))


def gain(decibels: float) -> float:
    """What to multiply by for so many decibels."""
    return float(10 ** (decibels / 20))


def at_level(wave: Wave, decibels: float) -> Wave:
    """The same sound at an RMS level in dBFS."""
    return wave * gain(decibels - level(wave))


def rise(seconds: float) -> Wave:
    """Half a cosine from 0 to 1: the softest way in, and backwards the softest way out."""
    return 0.5 - 0.5 * np.cos(np.pi * times(seconds) / seconds)


def drawn_out(points: Wave, block: int, length: int) -> Wave:
    """Straight lines through points so many samples apart."""
    steps = np.diff(points, append=points[-1:])
    lines = points[:, None] + steps[:, None] * (np.arange(block) / block)
    return lines.reshape(-1)[:length]


def faded(wave: Wave, into: float, out: float) -> Wave:
    """The same with a soft beginning and end, in seconds."""
    soft = wave.copy()
    soft[: samples(into)] *= rise(into)
    soft[-samples(out) :] *= rise(out)[::-1]
    return soft


def from_pcm(pcm: bytes) -> Wave:
    """Signed 16-bit samples as a wave."""
    return np.frombuffer(pcm, dtype="<i2").astype(np.float64) / 32768


def to_pcm(wave: Wave) -> bytes:
    """A wave as signed 16-bit samples."""
    return np.clip(np.round(wave * 32768), -32768, 32767).astype("<i2").tobytes()
