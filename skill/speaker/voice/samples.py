"""What is done with samples: another rate, and no quiet at the ends."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.speaker.voice.port import RATE, Sound

Samples = NDArray[np.float32]
"""From -1 to 1."""
_IN, _OUT = 147, 160
"""22,050 to 24,000 in whole numbers."""
_REACH = 16
"""Samples on either side of a point that its value is made of."""
_AT_ONCE = 8
"""Blocks multiplied together: few enough that numpy starts no threads, which cost more than they bring."""
_FLOOR = 0.004
"""Quieter than this (-48 dB) at an end is no sound."""
_SKIRT = RATE // 100
"""Kept on both sides of the sound, so that no word is clipped: 10 ms."""


def read(sound: Sound) -> Samples:
    """Sound as samples."""
    whole = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    return whole / np.float32(32768)


def written(samples: Samples) -> Sound:
    """Samples as sound."""
    whole: NDArray[Any] = np.clip(np.rint(samples * 32767), -32768, 32767)
    return whole.astype("<i2").tobytes()


def trimmed(samples: Samples) -> Samples:
    """Without the quiet before and after it, and without a click at either end."""
    loud = np.flatnonzero(np.abs(samples) > _FLOOR)
    if not loud.size:
        return samples[:0]
    kept = samples[max(0, loud[0] - _SKIRT) : loud[-1] + _SKIRT].copy()
    slope = np.linspace(0, 1, min(_SKIRT, len(kept)), dtype=np.float32)
    kept[: len(slope)] *= slope
    kept[-len(slope) :] *= slope[::-1]
    return kept


def resampled(samples: Samples) -> Samples:
    """From 22,050 samples a second to 24,000: each is a weighted sum of its neighbours (windowed sinc)."""
    blocks = max(1, -(-len(samples) // _IN))
    padded = np.zeros(blocks * _IN + 2 * _REACH, dtype=np.float32)
    padded[_REACH : _REACH + len(samples)] = samples
    frames = np.lib.stride_tricks.sliding_window_view(padded, _IN + 2 * _REACH)[::_IN]
    made = np.empty((blocks, _OUT), dtype=np.float32)
    for first in range(0, blocks, _AT_ONCE):
        np.matmul(frames[first : first + _AT_ONCE], _weights(), out=made[first : first + _AT_ONCE])
    return made.reshape(-1)[: len(samples) * _OUT // _IN]


@cache
def _weights() -> Samples:
    """What each sample of a block counts for each sample made of it."""
    at = np.arange(_OUT) * _IN / _OUT
    away = at[None, :] - (np.arange(_IN + 2 * _REACH)[:, None] - _REACH)
    near = np.abs(away) <= _REACH
    window = np.where(near, np.i0(8 * np.sqrt(np.clip(1 - (away / _REACH) ** 2, 0, 1))), 0)
    weights = np.sinc(away) * window
    scaled: Samples = (weights / weights.sum(axis=0)).astype(np.float32)
    return scaled
