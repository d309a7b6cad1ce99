"""The soft chime."""

from __future__ import annotations

from audio.sources.chime import C5, chime
from audio.waves import RATE
from tests.audio.listening import cut, levels, share, steepest, strongest


def test_it_is_one_c():
    assert abs(strongest(chime()) - C5) < 2
    assert share(chime(), C5 - 60, C5 + 60) > 0.85


def test_nothing_in_it_is_shrill():
    assert share(chime(), 3_000, RATE / 2) < 0.001


def test_it_begins_without_a_click_and_ends_in_nothing():
    sound = chime()
    assert abs(sound[0]) == abs(sound[-1]) == 0
    assert steepest(sound) < 0.3
    assert steepest(cut(sound, (0, 0.005))) < 0.5


def test_it_fades_from_its_first_second_on():
    heard = levels(chime(), 0.4)
    assert heard[1:] == sorted(heard[1:], reverse=True)
    assert heard[0] - heard[-1] > 30
