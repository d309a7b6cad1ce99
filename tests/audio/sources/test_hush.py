"""Hush."""

from __future__ import annotations

import numpy as np

from audio.sources.hush import hush
from audio.waves import level, peak
from tests.audio.listening import levels, share


def test_it_is_low_like_a_far_sea():
    assert share(hush(), 60, 1_500) > 0.97
    assert share(hush(), 3_000, 12_000) < 0.001


def test_its_end_meets_its_beginning():
    sound = hush()
    assert abs(sound[0] - sound[-1]) < np.max(np.abs(np.diff(sound)))


def test_it_comes_and_goes_a_little_and_nothing_stands_out():
    sound = hush()
    heard = levels(sound, 2)
    assert 0.5 < max(heard) - min(heard) < 4
    assert peak(sound) - level(sound) < 15


def test_it_is_the_same_every_time():
    assert np.array_equal(hush(), hush())
