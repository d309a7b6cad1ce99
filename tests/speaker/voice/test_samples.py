from __future__ import annotations

import numpy as np
import pytest

from skill.speaker.voice import samples
from skill.speaker.voice.samples import Samples


def tone(hertz: float, rate: int, seconds: float = 1.0) -> Samples:
    at = np.arange(round(rate * seconds)) / rate
    made: Samples = (0.5 * np.sin(2 * np.pi * hertz * at)).astype(np.float32)
    return made


@pytest.mark.parametrize("hertz", [100, 440, 3000, 8000])
def test_another_rate_keeps_the_tone(hertz: int):
    made = samples.resampled(tone(hertz, 22_050))
    assert len(made) == 24_000
    middle = slice(500, -500)
    assert np.max(np.abs(made[middle] - tone(hertz, 24_000)[middle])) < 0.005


@pytest.mark.parametrize(("length", "becomes"), [(0, 0), (1, 1), (147, 160), (148, 161), (22_050, 24_000)])
def test_another_rate_has_the_exact_length(length: int, becomes: int):
    assert len(samples.resampled(np.zeros(length, dtype=np.float32))) == becomes


def test_nothing_but_quiet_is_nothing():
    assert len(samples.trimmed(np.zeros(100, dtype=np.float32))) == 0


def test_what_is_too_loud_is_held_at_the_edge():
    loud = np.array([2.0, -2.0], dtype=np.float32)
    assert samples.read(samples.written(loud)).tolist() == [32767 / 32768, -1.0]
