"""An exercise read aloud on its own clock."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest

from audio.catalogue import narratable
from audio.narration import read_aloud, texts
from skill.domain.exercise.exercise import Exercise, by_id
from skill.domain.exercise.step import BREATH, STANDARD
from skill.library import LOCALES, Library
from skill.speaker.ssml import parts, plain
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fitting import FASTEST, SLOWEST
from skill.speech import Speech
from tests.audio.reading import Reader
from tests.speaker.voice.test_exercises_aloud import WITHIN, heard_on_page

AT_142 = 60 / 142
"""Seconds a word, as the clock reckons."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.english()


@pytest.fixture
def exercise(library: Library) -> Exercise:
    found = by_id(library.exercises, "P24")
    assert found is not None
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_the_very_words_of_the_spoken_exercise(library: Library, locale: str):
    for exercise in narratable(library.exercises):
        spoken = plain(parts(Speech(library).render(exercise.spoken(0, STANDARD), locale)))
        assert " ".join(said for step in exercise.steps for said in texts(step, locale, library)) == spoken


def test_every_step_begins_and_ends_with_the_clock_of_the_spoken_form(library: Library, exercise: Exercise):
    read = read_aloud(exercise, "en-GB", library, Reader())
    starts = list(accumulate((step.seconds(STANDARD) for step in exercise.steps), initial=0.0))
    assert [(step.at, step.ends) for step in read] == list(pairwise(starts))
    assert [step.passages[0].at for step in read] == starts[:-1]


def test_a_voice_with_a_pace_near_the_usual_is_brought_to_it_so_that_rests_are_exact(
    library: Library, exercise: Exercise
):
    for seconds in (0.38, 0.42, 0.46):
        read = read_aloud(exercise, "en-GB", library, Reader(seconds))
        for step, of in zip(read, exercise.steps, strict=True):
            assert step.ends - step.passages[-1].until == pytest.approx(of.quiet(STANDARD), abs=0.1)


def test_between_two_phrases_of_a_step_there_is_a_breath(library: Library, exercise: Exercise):
    opening = read_aloud(exercise, "en-GB", library, Reader())[0]
    gaps = [b.at - a.until for a, b in pairwise(opening.passages)]
    assert gaps == pytest.approx([BREATH, BREATH])


@pytest.mark.parametrize(("seconds", "pace"), [(0.1, SLOWEST), (1.0, FASTEST)])
def test_a_voice_far_off_is_neither_dragged_nor_hurried_out_of_bounds(
    library: Library, exercise: Exercise, seconds: float, pace: float
):
    reader = Reader(seconds)
    read_aloud(exercise, "en-GB", library, reader)
    assert {rate for _, rate in reader.asked} <= {0.95, pace}


@pytest.mark.parametrize("wanted", ["P24", "P27", "P08"])
def test_the_page_and_the_track_begin_every_step_at_the_same_second(library: Library, wanted: str):
    exercise = by_id(library.exercises, wanted)
    assert exercise is not None
    read = read_aloud(exercise, "en-GB", library, Espeak())
    page = heard_on_page(exercise, "en-GB", STANDARD)
    for step, (began, _) in zip(read, page.spans, strict=True):
        assert abs(began - step.passages[0].at) <= WITHIN


@pytest.mark.parametrize("wanted", ["P24", "P27", "P08"])
def test_the_offline_voice_never_hurries_and_leaves_the_rests_their_length(library: Library, wanted: str):
    exercise = by_id(library.exercises, wanted)
    assert exercise is not None
    for step, of in zip(read_aloud(exercise, "en-GB", library, Espeak()), exercise.steps, strict=True):
        said = sum(passage.until - passage.at for passage in step.passages)
        assert said >= of.words * AT_142 - 1
        assert step.ends - step.passages[-1].until == pytest.approx(of.quiet(STANDARD), abs=1.2)
