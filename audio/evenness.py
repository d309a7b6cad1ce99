"""A voice made even: loud syllables come down, so that it is heard well at night without being loud."""

from __future__ import annotations

import numpy as np

from audio.waves import Wave, at_level, drawn_out

BLOCK = 120
"""Samples that are looked at together: five milliseconds."""
REACH = 3
"""Blocks before and after over which a change is spread."""
RATIO = 8.0
"""What is so many dB over the threshold ends one dB over it."""
THRESHOLD = -16.0
"""dB beside the whole: most syllables pass it."""


def evened(voice: Wave) -> Wave:
    """The same voice with less between its loudest and its usual sounds."""
    whole = at_level(voice, 0.0)
    power = np.square(np.pad(whole, (0, -whole.size % BLOCK))).reshape(-1, BLOCK).mean(axis=1)
    over = np.maximum(0.0, 10 * np.log10(np.maximum(_spread(power), 1e-9)) - THRESHOLD)
    turned = 10 ** (_spread(over) * (1 / RATIO - 1) / 20)
    return voice * drawn_out(turned, BLOCK, voice.size)


def _spread(values: Wave) -> Wave:
    shape = np.hanning(2 * REACH + 3)[1:-1]
    return np.convolve(np.pad(values, REACH, mode="edge"), shape / shape.sum(), mode="valid")
