"""What is built."""

from __future__ import annotations

import pytest

from audio.build import every_name
from audio.catalogue import SOUNDS, narratable, sound, track_name
from audio.finishing import finished
from audio.loudness import loudness
from audio.mp3 import decoded
from audio.waves import peak
from skill.alexa.player import track_file
from skill.domain.ladder import Touch
from skill.library import LOCALES, Library
from tests.audio.frames import frames, whole


def test_an_exercise_with_touch_a_gate_or_a_second_yes_has_no_track():
    exercises = Library.english().exercises
    left_out = {e.id for e in exercises} - {e.id for e in narratable(exercises)}
    assert left_out == {"P01", "P02", "P03", "P04", "P14", "P15", "P16", "P30"}
    assert all(e.touch is Touch.NONE for e in narratable(exercises))


def test_a_track_has_the_name_that_a_players_directive_has():
    for exercise in narratable(Library.english().exercises):
        for locale in LOCALES:
            assert track_name(exercise, locale) == track_file(exercise.id, locale)
    assert "exercise-p01t-en-in.mp3" in every_name()


def test_nothing_has_a_name_twice():
    assert len(set(every_name())) == len(every_name()) == len(SOUNDS) + 28 * 5


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_is_as_the_platform_wants_it(name: str):
    mp3 = finished(sound(name))
    found, heard = frames(mp3), decoded(mp3)
    assert {(f.kilobits, f.rate, f.size, f.tagged) for f in found} == {(48, 24_000, 144, False)}
    assert whole(found)
    assert abs(loudness(heard) + 16) <= 1
    assert peak(heard) <= -3
