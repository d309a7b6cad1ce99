"""At which pace words last as long as their clock reckons, within bounds that neither drag nor hurry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skill.domain.exercise.step import STANDARD
from skill.speaker.voice.length import lasting
from skill.speaker.voice.port import Sound

USUAL = STANDARD / 100
SLOWEST, FASTEST = 0.8, 1.1
"""Beside the voice's own pace: how far words may differ from the usual before they drag or hurry.

No words are read faster than the clock has them, at 142 a minute: what is read at more than the usual pace
has long words, or gaps between its sentences, that take the time away.
"""
NEAR_ENOUGH = 0.1
"""Seconds by which words may miss their time before another pace is tried."""
TRIES = 4
_SHORTEST = 0.01
"""Seconds; no words last less, whatever is left for them."""

Read = Callable[[float], Sequence[Sound]]
"""Words at a pace (1.0 is the voice's own), piece by piece."""


@dataclass(frozen=True, slots=True)
class Paces:
    """The pace that is tried first, and how far another one may be from it."""

    usual: float = USUAL
    slowest: float = SLOWEST
    fastest: float = FASTEST
    apart: float = 0.0
    """How far apart those are that are tried; 0 is any at all."""

    def held(self, pace: float) -> float:
        """The nearest one within bounds."""
        tried = round(round(pace / self.apart) * self.apart, 6) if self.apart else pace
        return min(self.fastest, max(self.slowest, tried))


def in_time(read: Read, seconds: float, paces: Paces) -> Sequence[Sound]:
    """The words at the pace at which they last so long, or as nearly as the bounds allow."""
    pace = paces.usual
    for _ in range(TRIES):
        sounds = read(pace)
        lasted = lasting(sounds)
        better = paces.held(pace * lasted / max(seconds, _SHORTEST))
        if abs(lasted - seconds) < NEAR_ENOUGH or better == pace:
            break
        pace = better
    return sounds
