"""A hearth."""

from __future__ import annotations

import numpy as np

from audio.sources.hearth import hearth
from audio.waves import level, peak
from tests.audio.listening import levels, share


def test_it_is_warm_and_its_crackle_is_not_sharp():
    assert share(hearth(), 60, 2_500) > 0.97
    assert share(hearth(), 5_000, 12_000) < 0.002


def test_its_end_meets_its_beginning():
    sound = hearth()
    assert abs(sound[0] - sound[-1]) < np.max(np.abs(np.diff(sound)))


def test_it_is_steady_and_no_crackle_makes_anybody_jump():
    sound = hearth()
    heard = levels(sound, 1)
    assert max(heard) - min(heard) < 4
    assert peak(sound) - level(sound) < 17


def test_it_crackles_now_and_then():
    heard = levels(np.diff(hearth()), 0.02)
    assert 20 < sum(each > np.median(heard) + 2.5 for each in heard) < 400


def test_it_is_the_same_every_time():
    assert np.array_equal(hearth(), hearth())
