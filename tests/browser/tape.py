"""Records what the page plays, sample by sample, and measures it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.speaker.voice.port import RATE
from tests.browser.kitchen import Visitor

SPEECH, RINGS = 0, 1
"""The two lines of the page."""
FLOOR = 10 ** (-54 / 20)
"""Quieter than this is silence."""
_BLOCK = RATE // 100
Samples = NDArray[np.float32]


@dataclass
class Tape:
    """What went to one line, at the pace of the page's clock."""

    visitor: Visitor
    line: int = SPEECH
    speed: float = 1

    @property
    def samples(self) -> Samples:
        """Everything until now, from -1 to 1."""
        unwound: Any = self.visitor.browser.execute_script("return unwound(arguments[0])", self.line)
        whole = np.frombuffer(base64.b64decode(unwound), dtype="<i2").astype(np.float32)
        return whole / np.float32(32768)

    def silences(self, longer_than: float) -> list[float]:
        """Seconds of each silence between sounds, as they are at the usual pace."""
        return silences(self.samples, RATE / self.speed, longer_than)

    def level(self) -> float:
        """dBFS of what sounds, silence left out."""
        return level(self.samples)

    @property
    def is_silent(self) -> bool:
        """Whether nothing was heard."""
        return not (np.abs(self.samples) > FLOOR).any()


@contextmanager
def taping(visitor: Visitor) -> Iterator[None]:
    """Every page opened inside the block has its tapes running from the first tap."""
    do = visitor.browser.execute_cdp_cmd
    script = (Path(__file__).parent / "tape.js").read_text(encoding="utf-8")
    do("Page.setBypassCSP", {"enabled": True})
    added = do("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    try:
        yield
    finally:
        do("Page.removeScriptToEvaluateOnNewDocument", added)
        do("Page.setBypassCSP", {"enabled": False})


def tapped(visitor: Visitor) -> None:
    """Sound is on, and both tapes run."""
    visitor.press("sound")
    running = "return tapes.length === 2 && tapes.every((tape) => tape.length > 0)"
    visitor.sees(lambda: visitor.browser.execute_script(running))


def silences(samples: Samples, rate: float, longer_than: float) -> list[float]:
    """Seconds of each silence between sounds, at so many samples a second."""
    lengths = [(loud, len(list(run)) / rate) for loud, run in groupby(np.abs(samples) > FLOOR)]
    inside = lengths[1:-1] if lengths and not lengths[0][0] else lengths[:-1]
    return [length for loud, length in inside if not loud and length > longer_than]


def level(samples: Samples) -> float:
    """dBFS of what sounds: the mean power of its hundredths of a second, silent ones left out."""
    blocks = samples[: samples.size - samples.size % _BLOCK].reshape(-1, _BLOCK).astype(np.float64)
    power = (blocks**2).mean(axis=1)
    sounding = power[power > FLOOR**2]
    return float(10 * np.log10(sounding.mean())) if sounding.size else -np.inf
