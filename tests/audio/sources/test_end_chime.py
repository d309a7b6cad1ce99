"""The end chime."""

from __future__ import annotations

from audio.sources.chime import C5
from audio.sources.end_chime import G4, SECOND, end_chime
from tests.audio.listening import cut, levels, share, steepest, strongest


def test_it_goes_from_a_c_down_to_a_g():
    sound = end_chime()
    assert abs(strongest(cut(sound, (0, SECOND))) - C5) < 3
    assert abs(strongest(cut(sound, (SECOND, 5))) - G4) < 3


def test_nothing_in_it_is_shrill():
    assert share(end_chime(), 3_000, 12_000) < 0.001


def test_it_has_no_click_and_ends_in_nothing():
    sound = end_chime()
    assert abs(sound[0]) == abs(sound[-1]) == 0
    assert steepest(sound) < 0.3
    assert levels(sound, 0.5)[0] - levels(sound, 0.1)[-1] > 40


def test_it_lasts_five_seconds():
    assert end_chime().size == 5 * 24_000
