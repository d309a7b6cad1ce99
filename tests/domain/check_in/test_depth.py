"""How deep a household is asked: it steps up slowly, down at once for three days, and stays in its pool."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skill.domain.check_in.check_ins import DEEPEST, LIGHT, CheckIns, Outcome
from skill.domain.check_in.question_of_the_day import choose, choose_lighter
from skill.domain.today import is_weekend
from skill.library import Library

QUESTIONS = Library.english().questions
BY_ID = {q.id: q for q in QUESTIONS}
MONDAY = date(2026, 11, 23)
STARTS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
DAYS_OF_A_YEAR = 366
ACTS = (
    "take",
    "take",
    "take",
    "pass",
    "leave",
    "away",
    "another and take",
    "another and pass",
    "take and pass",
)
DAYS = st.lists(
    st.sampled_from(["take", "pass", "pass and take", "take and pass", "leave", "away"]), max_size=40
)


def _lived(check_ins: CheckIns, day: date, acts: str) -> CheckIns:
    """A day after its question was asked: what the two did with it, in their order."""
    for act in acts.split(" and "):
        if act == "another":
            lighter = choose_lighter("us", check_ins, day, QUESTIONS)
            check_ins = check_ins.swapping(day, lighter.id) if lighter else check_ins
        elif act == "take":
            check_ins = check_ins.taking_up(day)
        elif act == "pass":
            check_ins = check_ins.passing(day)
    return check_ins


@given(STARTS, st.integers(0, 10**9))
@settings(max_examples=25, deadline=None)
def test_a_year_on_any_path_of_depths_has_a_question_a_day_and_none_twice_in_sixty_days(
    start: date, seed: int
):
    dice, check_ins, asked = Random(seed), CheckIns(), dict[str, date]()
    for number in range(DAYS_OF_A_YEAR):
        day, acts = start + timedelta(days=number), dice.choice(ACTS)
        if acts == "away":
            continue
        if dice.random() < 0.1:
            check_ins = replace(check_ins, depth=dice.randint(0, DEEPEST))
        question = choose("us", check_ins, day, QUESTIONS)
        assert question is not None
        assert max(question.depth, LIGHT) <= max(check_ins.effective_depth(day), LIGHT)
        check_ins = _lived(check_ins.asking(day, question.id), day, acts)
        for of_today in [a.question for a in check_ins.asked if a.day == day]:
            assert day - asked.get(of_today, date.min) >= timedelta(days=60)
            asked[of_today] = day


@given(STARTS, st.integers(2, DEEPEST))
@settings(max_examples=40, deadline=None)
def test_a_day_that_may_be_deep_gets_a_question_of_just_that_depth(start: date, depth: int):
    day = start + timedelta(days=2 * is_weekend(start))
    question = choose("us", CheckIns(depth=depth), day, QUESTIONS)
    assert question is not None
    assert question.depth == depth


def _told(days: list[str]) -> tuple[CheckIns, int]:
    """A household's days as it lives them, and the depth that the rule in plain words gives it."""
    check_ins, depth, risen = CheckIns(), 0, date.min
    taken, passed, answered = set[date](), set[date](), list[date]()
    for number, acts in enumerate(days):
        day = MONDAY + timedelta(days=number)
        if acts == "away":
            continue
        check_ins = check_ins.asking(day, f"q{number}")
        for act in acts.split(" and "):
            check_ins = _lived(check_ins, day, act)
            if act == "leave":
                continue
            answered += [day] * (day not in answered)
            (taken if act == "take" else passed).add(day)
            lately = [d for d in taken if day - d < timedelta(days=14) and d > risen]
            if act == "take" and len(lately) >= 5 and not passed & set(answered[-2:]):
                depth, risen = min(depth + 1, 5), day
    return check_ins, depth


@given(DAYS)
@settings(max_examples=300, deadline=None)
def test_five_taken_up_in_fourteen_days_with_neither_of_the_last_two_passed_raise_it_by_one(days: list[str]):
    check_ins, depth = _told(days)
    assert check_ins.depth == depth


@given(DAYS, st.integers(0, DEEPEST), st.integers(0, 6))
@settings(max_examples=100, deadline=None)
def test_a_pass_lowers_it_by_one_for_the_three_days_after_it(days: list[str], depth: int, after: int):
    lived, _ = _told(days)
    day = MONDAY + timedelta(days=len(days))
    passed = replace(lived, depth=depth).asking(day, "q").passing(day)
    then = day + timedelta(days=after)
    expected = max(depth - (after <= 3), 0)
    assert passed.effective_depth(then) == (min(expected, LIGHT) if is_weekend(then) else expected)
    assert passed.depth == depth


def test_a_pass_lowers_it_whether_the_other_took_the_question_up_before_or_after():
    asked = CheckIns(depth=4).asking(MONDAY, "q")
    one, other = asked.taking_up(MONDAY).passing(MONDAY), asked.passing(MONDAY).taking_up(MONDAY)
    assert one == other
    assert one.asked[-1].outcome is Outcome.TAKEN_UP
    assert one.effective_depth(MONDAY + timedelta(days=1)) == 3


def test_a_pass_without_a_question_changes_nothing():
    assert CheckIns(depth=3).passing(MONDAY) == CheckIns(depth=3)


@pytest.mark.parametrize(("days", "depth"), [((1, 4, 8, 12, 14), 1), ((0, 4, 8, 12, 14), 0)])
def test_five_lie_in_a_fortnight_or_are_not_enough(days: tuple[int, ...], depth: int):
    check_ins = CheckIns()
    for number in days:
        day = MONDAY + timedelta(days=number)
        check_ins = check_ins.asking(day, f"q{number}").taking_up(day)
    assert check_ins.depth == depth
