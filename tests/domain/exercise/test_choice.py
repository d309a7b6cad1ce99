"""Which exercise fits: always something, none with touch, none for two to one alone."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given
from msgspec.structs import replace

from skill.domain.exercise.choice import Circumstances, Fit, Wish, choose
from skill.domain.exercise.exercise import Company, Exercise, Hands, PartOfDay, Theme
from skill.library import Library

EXERCISES = Library.english().exercises
IDS = [e.id for e in EXERCISES]
SLUG = {e.id: e.slug for e in EXERCISES}
ID = {e.slug: e.id for e in EXERCISES}
DAYTIME = Circumstances(PartOfDay.DAY, (), (), "us:today")
WISHES = st.builds(
    Wish,
    theme=st.none() | st.sampled_from(Theme),
    company=st.none() | st.sampled_from(Company),
    hands=st.none() | st.sampled_from(Hands),
)
SOME = st.lists(st.sampled_from(IDS), unique=True).map(tuple)
TIMES = st.builds(
    Circumstances, part=st.sampled_from(PartOfDay), lately=SOME, set_aside=SOME, seed=st.text(max_size=5)
)


@given(WISHES, TIMES)
def test_there_is_always_one_for_the_people_and_the_hands_that_are_there(wish: Wish, now: Circumstances):
    chosen = choose(wish, EXERCISES, now).exercise
    assert wish.company in (None, chosen.company)
    assert wish.hands is None or wish.hands in chosen.works_with


@given(WISHES, TIMES)
def test_the_same_circumstances_choose_the_same(wish: Wish, now: Circumstances):
    assert choose(wish, EXERCISES, now) == choose(wish, EXERCISES, now)


@given(WISHES, TIMES)
def test_it_has_the_theme_or_says_that_it_has_not(wish: Wish, now: Circumstances):
    choice = choose(wish, EXERCISES, now)
    assert (choice.fit is Fit.AS_WISHED) == (wish.theme is None or wish.theme in choice.exercise.themes)


@given(WISHES, TIMES)
def test_one_that_was_set_aside_only_comes_when_nothing_else_fits(wish: Wish, now: Circumstances):
    chosen = choose(wish, EXERCISES, now).exercise
    fitting = [e.id for e in EXERCISES if wish.company in (None, e.company) and _works(e, wish)]
    assert chosen.id not in now.set_aside or set(fitting) <= set(now.set_aside)


def _works(exercise: Exercise, wish: Wish) -> bool:
    return wish.hands is None or wish.hands in exercise.works_with


@given(st.sampled_from(PartOfDay), st.sampled_from(Company))
def test_days_of_exercises_go_through_all_that_fit_before_one_comes_back(part: PartOfDay, company: Company):
    lately: tuple[str, ...] = ()
    for _ in range(30):
        chosen = choose(Wish(company=company), EXERCISES, replace(DAYTIME, part=part, lately=lately)).exercise
        fitting = [e.id for e in EXERCISES if e.company is company and part in e.times]
        assert chosen.id not in lately[-min(len(fitting) - 1, 6) :]
        lately = (*(each for each in lately if each != chosen.id), chosen.id)[-6:]


@pytest.mark.parametrize("theme", [Theme.THANKS, Theme.TALK, Theme.GOOD_NEWS, Theme.REMEMBER])
def test_a_theme_for_two_asked_for_by_one_is_told_and_one_for_one_comes(theme: Theme):
    choice = choose(Wish(theme, Company.ALONE), EXERCISES, DAYTIME)
    assert choice.fit is Fit.FOR_TWO
    assert choice.exercise.company is Company.ALONE


def test_room_of_ones_own_with_a_baby_in_the_arms_becomes_something_near_it_and_never_one_for_two():
    for seed in "abcdefgh":
        choice = choose(Wish(Theme.SPACE, hands=Hands.BABY), EXERCISES, replace(DAYTIME, seed=seed))
        assert choice.fit is Fit.ANOTHER_THEME
        assert choice.exercise.slug == "hand-and-foot"


def test_nobody_named_evenings_are_for_two_and_the_rest_of_the_day_for_one():
    likely = {
        part: choose(Wish(), EXERCISES, replace(DAYTIME, part=part)).exercise.company for part in PartOfDay
    }
    assert [part for part, company in likely.items() if company is Company.TOGETHER] == [PartOfDay.EVENING]


def test_nobody_named_the_other_company_comes_once_the_likely_one_was_all_done():
    alone = tuple(e.id for e in EXERCISES if e.company is Company.ALONE)
    chosen = choose(Wish(), EXERCISES, replace(DAYTIME, lately=alone)).exercise
    assert chosen.company is Company.TOGETHER


def test_different_evenings_draw_differently():
    drawn = {
        choose(Wish(company=Company.TOGETHER), EXERCISES, replace(DAYTIME, seed=f"us:{day}")).exercise.id
        for day in range(40)
    }
    assert len(drawn) >= 5


def test_one_for_the_evening_does_not_come_in_the_morning():
    drawn = {
        choose(Wish(company=Company.TOGETHER), EXERCISES, Circumstances(PartOfDay.MORNING, (), (), str(seed)))
        for seed in range(60)
    }
    assert ID["one-hard-one-good-one-wish"] not in {choice.exercise.id for choice in drawn}
