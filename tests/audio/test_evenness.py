"""A voice made even."""

from __future__ import annotations

import numpy as np

from audio.evenness import evened
from audio.waves import Wave, level, times
from tests.audio.listening import cut


def _voice() -> Wave:
    """A loud syllable of a second, and one 12 dB softer."""
    at = times(2)
    return np.asarray(np.where(at < 1, 0.8, 0.2) * np.sin(2 * np.pi * 220 * at))


def test_what_was_loud_and_what_was_soft_come_near_each_other():
    even = evened(_voice())
    assert 0 < level(cut(even, (0.1, 0.9))) - level(cut(even, (1.1, 1.9))) < 4


def test_what_is_quiet_stays_quiet():
    even = evened(np.concatenate([_voice(), _voice() * 0.001]))
    assert level(cut(even, (2.1, 3.9))) < -55
