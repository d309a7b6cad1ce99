"""Which exercise fits: always something, none with touch, none for two to one alone."""

from __future__ import annotations

from itertools import product

import hypothesis.strategies as st
import pytest
from hypothesis import given
from msgspec.structs import replace

from skill.domain.exercise.choice import Circumstances, Fit, Wish, choose
from skill.domain.exercise.exercise import Company, Exercise, Hands, PartOfDay, Theme
from skill.domain.exercise.situation import Situation
from skill.domain.ladder import Touch
from skill.library import Library

EXERCISES = Library.english().exercises
WITHOUT = [e for e in EXERCISES if e.touch is Touch.NONE]
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
    Circumstances,
    part=st.sampled_from(PartOfDay),
    lately=SOME,
    set_aside=SOME,
    seed=st.text(max_size=5),
    situations=st.frozensets(st.sampled_from(Situation)),
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
def test_it_never_has_touch_whatever_was_wished_for(wish: Wish, now: Circumstances):
    assert choose(wish, EXERCISES, now).exercise.touch is Touch.NONE


@given(WISHES, TIMES)
def test_it_is_never_one_that_is_wrong_as_things_are(wish: Wish, now: Circumstances):
    assert not choose(wish, EXERCISES, now).exercise.not_when & now.situations


@given(WISHES, TIMES)
def test_one_that_was_set_aside_only_comes_when_nothing_else_fits(wish: Wish, now: Circumstances):
    chosen = choose(wish, EXERCISES, now).exercise
    fitting = {e.id for e in WITHOUT if wish.company in (None, e.company) and _works(e, wish, now)}
    assert chosen.id not in now.set_aside or fitting <= set(now.set_aside)


def _works(exercise: Exercise, wish: Wish, now: Circumstances) -> bool:
    return not exercise.not_when & now.situations and wish.hands in (None, *exercise.works_with)


@given(WISHES, TIMES)
def test_what_is_better_asked_for_comes_only_when_nothing_else_fits(wish: Wish, now: Circumstances):
    now = replace(now, set_aside=())
    chosen = choose(wish, EXERCISES, now).exercise
    fitting = [e for e in WITHOUT if wish.company in (None, e.company) and _works(e, wish, now)]
    themed = [e for e in fitting if wish.theme in e.themes]
    assert chosen.unasked or (themed and not any(e.unasked for e in themed))


@given(st.sampled_from(PartOfDay), st.sampled_from(Company))
def test_days_of_exercises_go_through_all_that_fit_before_one_comes_back(part: PartOfDay, company: Company):
    lately: tuple[str, ...] = ()
    for _ in range(30):
        chosen = choose(Wish(company=company), EXERCISES, replace(DAYTIME, part=part, lately=lately)).exercise
        fitting = [e for e in WITHOUT if e.unasked and e.company is company and part in e.times]
        assert chosen.id not in lately[-min(len(fitting) - 1, 6) :]
        lately = (*(each for each in lately if each != chosen.id), chosen.id)[-6:]


@pytest.mark.parametrize("theme", [Theme.THANKS, Theme.GOOD_NEWS, Theme.REMEMBER, Theme.NEAR])
def test_a_theme_for_two_asked_for_by_one_is_told_and_one_for_one_comes(theme: Theme):
    choice = choose(Wish(theme, Company.ALONE), EXERCISES, DAYTIME)
    assert choice.fit is Fit.FOR_TWO
    assert choice.exercise.company is Company.ALONE


@pytest.mark.parametrize("exercise", [e.id for e in EXERCISES if e.company is Company.TOGETHER])
def test_one_for_two_asked_for_by_name_by_one_is_told_and_one_for_one_comes(exercise: str):
    choice = choose(Wish(company=Company.ALONE, exercise=exercise), EXERCISES, DAYTIME)
    assert choice.fit is Fit.FOR_TWO
    assert choice.exercise.company is Company.ALONE


def test_who_needs_room_gets_one_of_three_for_themselves_and_with_a_baby_in_the_arms_one_of_two():
    for part, hands in product(PartOfDay, [None, *Hands]):
        choices = [
            choose(Wish(Theme.SPACE, hands=hands), EXERCISES, replace(DAYTIME, part=part, seed=seed))
            for seed in map(str, range(40))
        ]
        assert {choice.fit for choice in choices} == {Fit.AS_WISHED}
        own = {"my-own-skin-again"} if hands in (None, Hands.FREE, Hands.ACROSS) else set()
        assert {choice.exercise.slug for choice in choices} == {"five-four-three", "kind-minute"} | own


def test_one_who_wants_to_talk_gets_words_to_find_alone():
    drawn = {
        choose(Wish(Theme.TALK, Company.ALONE), EXERCISES, replace(DAYTIME, seed=str(seed))).exercise.slug
        for seed in range(30)
    }
    assert drawn == {"softer-start", "a-kind-friends-view"}


def test_two_who_need_room_get_the_hand_over():
    choice = choose(Wish(Theme.SPACE, Company.TOGETHER), EXERCISES, DAYTIME)
    assert (choice.exercise.slug, choice.fit) == ("the-hand-over", Fit.AS_WISHED)


@pytest.mark.parametrize(
    ("situation", "fitting"),
    [
        (Situation.TOUCHED_OUT, {"P21", "P24", "P27"}),
        (Situation.QUARREL, {"P22", "P24"}),
        (Situation.LOW, {"P21", "P24"}),
        (Situation.GOOD, {"P05", "P06", "P09", "P13"}),
    ],
)
def test_as_things_are_the_ones_that_are_good_for_it_come(situation: Situation, fitting: set[str]):
    drawn = {
        choose(Wish(), EXERCISES, replace(_as_it_is(situation), seed=str(seed))).exercise.id
        for seed in range(60)
    }
    assert drawn == fitting


@pytest.mark.parametrize(
    ("situation", "wrong"),
    [(Situation.QUARREL, {"P03", "P04", "P05"}), (Situation.LOW, {"P06"})],
)
def test_as_things_are_the_ones_that_would_sting_never_come(situation: Situation, wrong: set[str]):
    for theme, seed in product([None, *Theme], range(10)):
        now = replace(_as_it_is(situation), seed=str(seed))
        assert choose(Wish(theme, Company.TOGETHER), EXERCISES, now).exercise.id not in wrong


def _as_it_is(situation: Situation) -> Circumstances:
    return Circumstances(PartOfDay.EVENING, (), (), "", frozenset({situation}))


def test_nobody_named_evenings_are_for_two_and_the_rest_of_the_day_for_one():
    likely = {
        part: choose(Wish(), EXERCISES, replace(DAYTIME, part=part)).exercise.company for part in PartOfDay
    }
    assert [part for part, company in likely.items() if company is Company.TOGETHER] == [PartOfDay.EVENING]


def test_nobody_named_the_other_company_comes_once_the_likely_one_was_all_done():
    alone = tuple(e.id for e in WITHOUT if e.company is Company.ALONE)
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
