"""Rain."""

from __future__ import annotations

import numpy as np

from audio.sources.rain import rain
from audio.waves import level, peak
from tests.audio.listening import levels, share


def test_it_is_soft_neither_rumbling_nor_hissing():
    assert share(rain(), 150, 4_500) > 0.95
    assert share(rain(), 6_000, 12_000) < 0.005


def test_its_end_meets_its_beginning():
    sound = rain()
    usual = np.max(np.abs(np.diff(sound)))
    assert abs(sound[0] - sound[-1]) < usual


def test_it_is_steady_and_no_drop_stands_far_out():
    sound = rain()
    heard = levels(sound, 1)
    assert max(heard) - min(heard) < 5
    assert peak(sound) - level(sound) < 17


def test_it_is_the_same_every_time():
    assert np.array_equal(rain(), rain())
