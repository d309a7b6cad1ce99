"""The shelf of tracks: what suits, in an order that holds, and what may never be on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.exercise.choice import Circumstances, Wish, choose, shelf
from skill.domain.exercise.exercise import Company, Exercise
from skill.domain.exercise.step import STANDARD
from skill.domain.ladder import Touch
from skill.domain.line import Chime
from skill.library import Library
from tests.domain.exercise.test_choice import TIMES, WISHES

EXERCISES = Library.english().exercises
TRACKS = [exercise for exercise in EXERCISES if exercise.is_track]
COMPANIES = st.sampled_from(Company)


def test_a_track_is_every_exercise_without_touch_and_without_a_question():
    refused = {exercise.id for exercise in EXERCISES if not exercise.is_track}
    assert refused == {e.id for e in EXERCISES if e.touch is not Touch.NONE} | {"P02", "P14"}


@given(WISHES, TIMES)
def test_whatever_is_wished_for_there_is_a_track_and_it_keeps_the_rules_of_choice(
    wish: Wish, now: Circumstances
):
    chosen = choose(wish, TRACKS, now).exercise
    assert chosen.touch is Touch.NONE
    assert not now.situations & chosen.not_when
    assert wish.company in (None, chosen.company)


@given(COMPANIES, TIMES)
def test_the_shelf_has_what_may_come_unasked_and_nothing_else(company: Company, now: Circumstances):
    for each in shelf(EXERCISES, company, now):
        assert each.is_track
        assert each.unasked
        assert each.company is company
        assert each.id not in now.set_aside
        assert now.part in each.times
        assert not now.situations & each.not_when


@given(COMPANIES, TIMES)
def test_the_same_shelf_stands_all_evening(company: Company, now: Circumstances):
    assert shelf(EXERCISES, company, now) == shelf(EXERCISES, company, now)


@pytest.mark.parametrize("exercise", TRACKS, ids=lambda exercise: exercise.slug)
def test_the_step_that_plays_is_the_step_that_words_would_have_reached(exercise: Exercise):
    for step in range(exercise.end):
        assert exercise.reached(0, STANDARD, exercise.begins(step) / 1000 + 0.01) == step
    assert exercise.begins(0) == 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_a_chime_begins_an_exercise_and_ends_it_and_touch_begins_with_a_question(exercise: Exercise):
    for start in range(exercise.end):
        spoken = exercise.spoken(start, STANDARD)
        begins, ends = (
            start == 0 and exercise.touch is Touch.NONE,
            exercise.part(start)[-1] == exercise.closing,
        )
        assert (spoken[0] is Chime.START, spoken[-1] is Chime.END) == (begins, ends)
        assert sum(isinstance(each, Chime) for each in spoken) == begins + ends
