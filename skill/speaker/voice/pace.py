"""Another pace at the same pitch, by WSOLA: overlapping pieces laid where they fit best."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from skill.speaker.voice import samples
from skill.speaker.voice.port import Sound, Unreachable


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
    written = array.ArrayWriter(1)
    tsm.wsola(1, speed=rate).run(array.ArrayReader(samples.read(sound)[np.newaxis]), written)
    return samples.written(written.data[0].astype(np.float32))
