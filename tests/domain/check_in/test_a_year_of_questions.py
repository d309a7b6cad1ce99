"""A year of questions: none twice in sixty days, as deep as the household likes it, whenever it begins."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.check_in.check_ins import LIGHT, CheckIns
from skill.domain.check_in.question import QuestionKind
from skill.domain.check_in.question_of_the_day import choose
from skill.domain.today import is_weekend
from skill.library import Library

QUESTIONS = Library.english().questions
BY_ID = {q.id: q for q in QUESTIONS}
VISITS = [{0, 1, 2, 3, 4, 5, 6}, {1, 3}, {1, 3, 5, 6}, {0, 2, 4}, {4, 6}]
"""Weekdays on which a household asks: each working day is a deep one for some of them."""
LEAST = {1: 12, 2: 9, 3: 5, 4: 4, 5: 4}
"""A kind comes nine times in sixty days at most, and deeper stages fall back on the second."""


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 5), st.sampled_from(VISITS))
@settings(max_examples=60, deadline=None)
def test_a_year_at_one_depth_has_no_question_twice_in_sixty_days_and_a_deep_one_on_every_deep_day(
    start: date, depth: int, visits: set[int]
):
    check_ins, asked = CheckIns(depth=depth), dict[str, date]()
    for number in range(366):
        day = start + timedelta(days=number)
        if day.weekday() not in visits:
            continue
        question = choose("us", check_ins, day, QUESTIONS)
        assert question is not None
        assert day - asked.get(question.id, date.min) >= timedelta(days=60)
        light = depth <= LIGHT or is_weekend(day) or _asked_deep(check_ins, day - timedelta(days=1))
        assert question.depth <= (LIGHT if light else depth)
        assert light or question.depth > LIGHT
        asked[question.id] = day
        check_ins = check_ins.asking(day, question.id)


def _asked_deep(check_ins: CheckIns, day: date) -> bool:
    """Whether the question of a day was a deeper one."""
    asked = check_ins.on(day)
    return asked is not None and BY_ID[asked.question].depth > LIGHT


def test_there_are_enough_questions_of_every_kind_at_every_depth():
    there_are = Counter((q.kind, max(q.depth, LIGHT)) for q in QUESTIONS)
    assert len(QUESTIONS) >= 210
    for kind in QuestionKind:
        assert [there_are[kind, depth] >= least for depth, least in LEAST.items()] == [True] * 5, kind
