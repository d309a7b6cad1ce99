"""Every exercise without a question, spoken by the voice that is always there, as a page hears it."""

from __future__ import annotations

import pytest

from skill.domain.exercise.exercise import STANDARD, Exercise
from skill.library import Library
from skill.speaker.ssml import parts
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.port import RATE
from skill.speaker.voice.rendering import Voice
from skill.speech import Speech

LIBRARY = Library.english()
WHOLE = [exercise for exercise in LIBRARY.exercises if exercise.is_track]
PLACE = 8
"""Seconds by which the clock that keeps a place may be wrong at the end: less than a step."""


@pytest.mark.parametrize("locale", ["en-US", "en-GB"])
@pytest.mark.parametrize("exercise", WHOLE, ids=lambda exercise: str(exercise.id))
def test_it_lasts_two_minutes_and_as_long_as_the_clock_of_its_place_believes(exercise: Exercise, locale: str):
    ssml = Speech(LIBRARY, None).render(exercise.spoken(0, STANDARD), locale)
    sound = Voice(Espeak()).render(parts(f"<speak>{ssml}</speak>"), locale)
    lasts = sum(len(piece) for piece in sound) / 2 / RATE
    assert 105 <= lasts <= 135
    assert abs(lasts - exercise.seconds(0, STANDARD)) <= PLACE
