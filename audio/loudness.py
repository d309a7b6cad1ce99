"""As loud as the platform asks, measured as EBU R 128 has it, and no sample too near the top."""

from __future__ import annotations

import numpy as np
import pyloudnorm

from audio.waves import RATE, Wave, drawn_out, gain, peak

TARGET = -16.0
"""LUFS, integrated."""
HIGHEST = -3.0
"""dBFS that no sample may pass, once it has been through the MP3."""
BLOCK = 24
"""Samples: the limiter looks at a millisecond at a time."""
AHEAD = 12
"""Blocks before a peak in which the limiter turns down."""
QUIETEST = 1e-9
ROUNDS = 4
CLOSE = 0.15
"""LU from the target that nobody hears."""


def loudness(wave: Wave) -> float:
    """Integrated loudness in LUFS."""
    return float(pyloudnorm.Meter(RATE).integrated_loudness(wave))


def at_loudness(wave: Wave, lufs: float) -> Wave:
    """The same sound at a loudness in LUFS."""
    return wave * gain(lufs - loudness(wave))


def levelled(wave: Wave, ceiling: float) -> Wave:
    """The same at the target's loudness, with every sample under a ceiling in dBFS."""
    turned = limited(at_loudness(wave, TARGET), ceiling)
    for _ in range(ROUNDS):
        missing = TARGET - loudness(turned)
        if abs(missing) < CLOSE:
            break
        turned = limited(turned * gain(missing), ceiling)
    return turned


def limited(wave: Wave, ceiling: float) -> Wave:
    """Turned down around what would pass the ceiling, a few milliseconds ahead, so that nothing is cut."""
    if peak(wave) <= ceiling:
        return wave
    blocks = np.abs(np.pad(wave, (0, -wave.size % BLOCK))).reshape(-1, BLOCK).max(axis=1)
    wanted = np.minimum(1.0, gain(ceiling) / np.maximum(blocks, QUIETEST))
    near = np.lib.stride_tricks.sliding_window_view(np.pad(wanted, AHEAD + 1, mode="edge"), 2 * AHEAD + 3)
    shape = np.hanning(2 * AHEAD + 3)[1:-1]
    smooth = np.convolve(np.pad(near.min(axis=1), AHEAD, mode="edge"), shape / shape.sum(), mode="valid")
    return np.clip(wave * drawn_out(smooth, BLOCK, wave.size), -gain(ceiling), gain(ceiling))
