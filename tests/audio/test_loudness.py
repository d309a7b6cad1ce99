"""Loudness and peaks."""

from __future__ import annotations

import numpy as np
import pytest

from audio.loudness import TARGET, levelled, limited, loudness
from audio.waves import Wave, gain, peak, times


@pytest.fixture
def bursts() -> Wave:
    """A tone that is now and then ten times as loud for a moment."""
    at = times(5)
    loud = np.where(at % 0.5 < 0.02, 1.0, 0.1)
    return np.asarray(0.5 * loud * np.sin(2 * np.pi * 300 * at))


def test_a_full_sine_measures_as_the_standard_says():
    sine = np.sin(2 * np.pi * 997 * times(5))
    assert abs(loudness(sine) - -3.01) < 0.1


def test_what_is_levelled_has_the_loudness_and_keeps_under_the_ceiling(bursts: Wave):
    level = levelled(bursts, -5)
    assert abs(loudness(level) - TARGET) < 0.2
    assert peak(level) <= -5 + 1e-6


def test_what_is_under_the_ceiling_is_left_as_it_is(bursts: Wave):
    quiet = bursts * 0.1
    assert limited(quiet, -5) is quiet


def test_the_limiter_turns_down_softly_and_only_near_a_peak(bursts: Wave):
    turned = limited(bursts * gain(6), -3)
    ratio = turned[np.abs(bursts) > 0.02] / (bursts[np.abs(bursts) > 0.02] * gain(6))
    assert np.max(np.abs(np.diff(ratio))) < 0.05
    middle = (times(5) % 0.5 > 0.1) & (times(5) % 0.5 < 0.4)
    assert np.allclose(turned[middle], (bursts * gain(6))[middle])
