"""The breathing pacer."""

from __future__ import annotations

import numpy as np

from audio.sources.pacer import BREATHS, IN, OUT, breath, pacer
from tests.audio.listening import levels, share, steepest


def test_it_swells_for_four_seconds_and_goes_for_six():
    heard = levels(breath(), 0.5)
    top = int(np.argmax(heard))
    assert abs((top + 0.5) * 0.5 - IN) <= 0.5
    assert heard[:top] == sorted(heard[:top])
    assert heard[top:] == sorted(heard[top:], reverse=True)


def test_between_two_breaths_there_is_silence():
    sound = breath()
    assert levels(sound, 0.1)[0] < levels(sound, 0.1)[40] - 40
    assert levels(sound, 0.1)[-1] < levels(sound, 0.1)[40] - 40


def test_it_is_low_and_has_no_click():
    assert share(pacer(), 100, 1_800) > 0.97
    assert steepest(pacer()) < 0.35


def test_it_breathes_six_times_a_minute():
    assert pacer().size == BREATHS * (IN + OUT) * 24_000 == 60 * 24_000
