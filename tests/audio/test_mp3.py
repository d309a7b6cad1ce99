"""The MP3 that the platform plays."""

from __future__ import annotations

import numpy as np
import pytest

from audio.mp3 import decoded, encoded
from audio.waves import Wave, level, times
from tests.audio.frames import NoFrame, frames, whole
from tests.audio.listening import cut


@pytest.fixture
def tone() -> Wave:
    return np.asarray(0.2 * np.sin(2 * np.pi * 440 * times(3)))


def test_it_is_nothing_but_equal_frames_of_mpeg_2_layer_iii(tone: Wave):
    found = frames(encoded(tone))
    assert {(f.kilobits, f.rate, f.size, f.tagged) for f in found} == {(48, 24_000, 144, False)}
    assert whole(found)


def test_it_lasts_as_long_as_the_sound(tone: Wave):
    lasting = len(frames(encoded(tone))) * 576 / 24_000
    assert 3 <= lasting <= 3.1


def test_it_is_as_loud_as_the_sound(tone: Wave):
    heard = cut(decoded(encoded(tone)), (0.5, 2.5))
    assert abs(level(heard) - level(tone)) < 0.05


def test_the_same_sound_is_the_same_bytes(tone: Wave):
    assert encoded(tone) == encoded(tone)


@pytest.mark.parametrize("tag", [b"ID3\x04\x00\x00\x00\x00\x00\x00", b"TAG" + bytes(125)])
def test_a_tag_before_or_after_the_frames_is_found(tone: Wave, tag: bytes):
    mp3 = encoded(tone)
    for tagged in (tag + mp3, mp3 + tag):
        with pytest.raises(NoFrame):
            frames(tagged)


def test_a_frame_that_reaches_for_bytes_that_are_not_there_is_found(tone: Wave):
    found = frames(encoded(tone))
    assert not whole([f for f in found if f.reaches_back])
