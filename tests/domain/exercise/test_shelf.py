"""The shelf: thirty exercises and six twins, and what each of them has to have."""

from __future__ import annotations

import re
from itertools import product

import pytest

from skill.domain.card import grade_of
from skill.domain.exercise.exercise import Baby, Company, Exercise, Hands, PartOfDay, Theme, by_id
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import SLOWER, STANDARD
from skill.domain.ladder import Touch
from skill.library import Library
from tests.voice_rules import count

LIBRARY = Library.english()
EXERCISES = LIBRARY.exercises
WITH_TOUCH = [e for e in EXERCISES if e.touch is not Touch.NONE]
WITHOUT = [e for e in EXERCISES if e.touch is Touch.NONE]
THIRTY = [f"P{number:02}" for number in range(1, 31)]
GATED = {"breathe-alongside", "soft-looking"}
LEFT_FOR_ASKING = 20
"""Seconds, and words, that two questions before and two in the middle take."""
ASKED_ABOUT = frozenset(
    {Situation.TOUCHED_OUT, Situation.QUARREL, Situation.LOW, Situation.GOOD, Situation.LOSS}
)
each = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.slug)
each_with_touch = pytest.mark.parametrize("exercise", WITH_TOUCH, ids=lambda e: e.slug)
each_without = pytest.mark.parametrize("exercise", WITHOUT, ids=lambda e: e.slug)


def words(exercise: Exercise, name: str) -> str:
    return LIBRARY.phrase("en-GB", f"exercise.{exercise.id}.{name}")


def all_words(exercise: Exercise) -> str:
    keys = [key for step in exercise.steps for key in (*step.phrases, *filter(None, [step.gate]))]
    return " ".join(LIBRARY.phrase("en-GB", key) for key in keys)


def test_there_are_thirty_and_a_twin_for_every_one_with_touch():
    twins = {exercise.twin for exercise in WITH_TOUCH}
    assert {e.id for e in EXERCISES} == {*THIRTY, *twins}
    assert len(twins) == len(WITH_TOUCH) == 6
    assert not twins.intersection(THIRTY)
    assert len({e.slug for e in EXERCISES}) == len({e.name.key for e in EXERCISES}) == len(EXERCISES) == 36


def test_every_step_of_the_ladder_that_is_touch_has_one():
    assert {e.touch for e in EXERCISES} == set(Touch)


@each
def test_it_says_on_a_screen_where_it_comes_from_and_promises_nothing(exercise: Exercise):
    why, source = (LIBRARY.shown("en-GB", f"exercise.{exercise.id}.{each}") for each in ("why", "source"))
    assert len(why.split()) >= 6
    assert len(source.split()) > 1
    assert LIBRARY.variants(grade_of(exercise.grade)) == 1
    assert not re.search(r"prove[ns]|clinical|oxytocin|hormone|brain|improves|guarantee|heal", why.casefold())


@each
def test_where_it_comes_from_is_never_spoken(exercise: Exercise):
    why = LIBRARY.shown("en-GB", f"exercise.{exercise.id}.why")
    assert why not in {LIBRARY.phrase("en-GB", key) for key in LIBRARY.keys}


@each_with_touch
def test_one_with_touch_has_a_twin_without_that_fits_wherever_it_fits(exercise: Exercise):
    twin = by_id(EXERCISES, exercise.twin or "")
    assert twin is not None
    assert (twin.touch, twin.company) == (Touch.NONE, Company.TOGETHER)
    assert twin.works_with >= exercise.works_with - {Hands.BABY}
    assert twin.times >= exercise.times
    assert twin.themes & exercise.themes


@each_with_touch
def test_one_with_touch_says_before_and_after_that_nothing_follows(exercise: Exercise):
    assert "Nothing follows" in words(exercise, "ends")
    assert "nothing follows" in words(exercise, "closing").casefold()


@each_with_touch
def test_one_with_touch_asks_both_before_it_begins_and_once_in_the_middle_after_letting_go(
    exercise: Exercise,
):
    asked = [number for number, step in enumerate(exercise.steps) if step.consent]
    assert len(asked) == 2
    assert asked[0] == 0
    assert 1 < asked[1] < exercise.closing - 1
    assert re.match(r"Now (?:let go|sit up, so that you've let go)\b", words(exercise, f"step.{asked[1]}"))
    assert not any(step.gate for step in exercise.steps)


@each_with_touch
def test_one_with_touch_can_be_let_pass_in_both_halves(exercise: Exercise):
    _, middle = (number for number, step in enumerate(exercise.steps) if step.consent)
    first = " ".join(words(exercise, f"step.{number}") for number in range(1, middle))
    second = " ".join(words(exercise, f"step.{number}") for number in range(middle + 1, exercise.closing))
    lets_pass = re.compile(r"\bor\b|\bif you (?:both )?like\b|\bmay\b|wants less|smaller wish|decides")
    assert lets_pass.search(first)
    assert lets_pass.search(second)


@each_with_touch
def test_one_with_touch_leaves_time_and_words_for_asking(exercise: Exercise):
    for pace, longest in ((STANDARD, 135), (SLOWER, 160)):
        assert sum(step.seconds(pace) for step in exercise.steps) <= longest - LEFT_FOR_ASKING
    assert count(all_words(exercise)) <= 120 - LEFT_FOR_ASKING


@each_with_touch
def test_one_with_touch_is_not_for_late_nor_for_who_is_touched_out_cross_or_afraid(exercise: Exercise):
    assert PartOfDay.NIGHT not in exercise.times
    assert exercise.not_when >= {Situation.TOUCHED_OUT, Situation.QUARREL, Situation.FEAR}


@each_without
def test_one_without_touch_says_nothing_of_touching_the_other(exercise: Exercise):
    said = all_words(exercise).casefold().replace("no touching", "")
    assert not re.search(r"\btouch|\bhug|\bkiss|\bcuddl|\blean\b|hold hands|each other's hand", said)
    assert not any(step.consent for step in exercise.steps)
    assert exercise.twin is None


@each
def test_nothing_in_it_presses(exercise: Exercise):
    said = all_words(exercise).casefold()
    pressing = (
        r"\b(?:have to|(?<!no )need to|try harder|be brave|make sure|you'll feel|at least|why|deserve|owe)\b"
    )
    assert not re.search(pressing, said)


@each
def test_with_a_baby_it_is_seated_with_open_eyes_and_a_safe_place_or_asks_nothing_of_the_arms(
    exercise: Exercise,
):
    needs = words(exercise, "needs")
    if exercise.baby is Baby.SEATED:
        assert re.search(r"\bsit(?:ting)?\b", needs, re.IGNORECASE)
        assert re.search(r"eyes open|in sight of each other", needs)
        assert re.search(r"if you're sleepy.*(?:somewhere safe|a safe place)", needs)
    if exercise.baby is Baby.NO:
        assert Hands.BABY not in exercise.works_with
        assert re.search(r"\b(?:child|children|baby)\b.*somewhere safe", needs)


@each
def test_what_goes_by_the_breath_or_away_from_the_room_says_when_to_save_it_for_later(exercise: Exercise):
    if Situation.DRIVING in exercise.not_when:
        assert re.search(r"driving.*later|later.*driving", words(exercise, "ends"))


@each_without
def test_one_that_fear_would_make_wrong_comes_only_when_asked_for(exercise: Exercise):
    """Nobody is asked whether they are afraid."""
    assert Situation.FEAR not in exercise.not_when or not exercise.unasked


@each
def test_it_is_not_good_for_what_it_is_wrong_for(exercise: Exercise):
    assert exercise.when <= ASKED_ABOUT
    assert not exercise.when & exercise.not_when


def test_the_two_with_a_middle_check_are_the_only_ones_with_a_gate():
    assert {e.slug for e in EXERCISES if any(step.gate for step in e.steps)} == GATED
    for gated in (e for e in EXERCISES if e.slug in GATED):
        (gate,) = (step.gate for step in gated.steps if step.gate)
        assert LIBRARY.phrase("en-GB", gate).endswith("?")


def test_there_are_many_for_one_and_for_two_without_touch():
    alone = [e for e in WITHOUT if e.company is Company.ALONE]
    assert len(alone) >= 9
    assert len(WITHOUT) - len(alone) >= 15


def test_every_theme_and_every_part_of_the_day_has_one_without_touch_that_comes_unasked():
    unasked = [e for e in WITHOUT if e.unasked]
    assert {theme for e in unasked for theme in e.themes} == set(Theme) - {Theme.HAND, Theme.HUG, Theme.KISS}
    for company, hands, part in product(Company, Hands, PartOfDay):
        fitting = [e for e in unasked if e.company is company and hands in e.works_with and part in e.times]
        assert len(fitting) >= 3, (company, hands, part)
