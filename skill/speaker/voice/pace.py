"""Another pace at the same pitch, by WSOLA: overlapping pieces laid where they fit best."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from skill.speaker.voice import samples
from skill.speaker.voice.port import RATE, Sound, Unreachable

_FOLLOWED = RATE // 10
"""Samples of quiet put after a sound: the last piece of what comes in does not come out."""


def stretched(sound: Sound, rate: float) -> Sound:
    """A sound at another pace: 0.5 takes twice as long.

    Raises:
        Unreachable: when nothing here can do it.
    """
    try:
        tsm: Any = import_module("audiotsm")
        array: Any = import_module("audiotsm.io.array")
    except ImportError as fault:
        raise Unreachable from fault
    spoken = samples.read(sound)
    followed = np.pad(spoken, (0, _FOLLOWED))
    written = array.ArrayWriter(1)
    tsm.wsola(1, speed=rate).run(array.ArrayReader(followed[np.newaxis]), written)
    return samples.written(written.data[0][: round(spoken.size / rate)].astype(np.float32))
