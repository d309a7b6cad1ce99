"""One question a day: its kinds, its depth, and no question twice in sixty days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.check_in.check_ins import LIGHT, CheckIns, KeptAnswer, Outcome
from skill.domain.check_in.question import Question, QuestionKind
from skill.domain.check_in.question_of_the_day import choose, choose_lighter, kind_of
from skill.domain.partner import Partner
from skill.domain.today import is_weekend
from skill.library import Library

QUESTIONS = Library.english().questions
BY_ID = {q.id: q for q in QUESTIONS}
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
DOINGS = st.sampled_from(["take", "pass", "leave", "swap", "swap and take", "away"])


def _live(check_ins: CheckIns, day: date, doing: str) -> CheckIns:
    if doing == "away":
        return check_ins
    question = choose("us", check_ins, day, QUESTIONS)
    assert question is not None
    lived = check_ins.asking(day, question.id)
    if doing.startswith("swap") and (other := choose_lighter("us", lived, day, QUESTIONS)):
        lived = lived.swapping(day, other.id)
    return {"take": lived.taking_up, "pass": lived.passing}.get(
        doing.rsplit(maxsplit=1)[-1], lambda _day: lived
    )(day)


@settings(max_examples=40, deadline=None)
@given(DAYS, st.lists(DOINGS, min_size=130, max_size=130))
def test_no_question_comes_twice_in_sixty_days_whatever_the_household_does(start: date, doings: list[str]):
    check_ins, asked = CheckIns(), dict[str, date]()
    for number, doing in enumerate(doings):
        day = start + timedelta(days=number)
        before = set(check_ins.asked)
        check_ins = _live(check_ins, day, doing)
        for new in {a for a in check_ins.asked if a.day == day and a not in before}:
            last = asked.get(new.question)
            assert last is None or last == day or day - last >= timedelta(days=60)
            asked[new.question] = day
        assert len(check_ins.asked) <= 2 * 60


@given(DAYS)
@settings(max_examples=30, deadline=None)
def test_a_household_that_stays_light_has_a_light_question_of_the_days_kind_for_every_day(start: date):
    check_ins = CheckIns()
    for number in range(90):
        day = start + timedelta(days=number)
        question = choose("us", check_ins, day, QUESTIONS)
        assert question is not None
        assert question.depth <= LIGHT
        assert question.kind is kind_of(day)
        check_ins = check_ins.asking(day, question.id)


@given(DAYS)
@settings(max_examples=30, deadline=None)
def test_in_seven_weeks_every_kind_comes_on_every_weekday_and_never_twice_running(start: date):
    days = [start + timedelta(days=n) for n in range(49)]
    assert len({(kind_of(day), day.weekday()) for day in days}) == 49
    assert all(kind_of(day) is not kind_of(day + timedelta(days=1)) for day in days)


def test_the_question_is_the_same_all_day_for_both():
    first = choose("us", CheckIns(), MONDAY, QUESTIONS)
    assert first == choose("us", CheckIns(), MONDAY, QUESTIONS)
    assert {choose(str(n), CheckIns(), MONDAY, QUESTIONS) for n in range(40)} != {first}


def _after(*outcomes: Outcome) -> CheckIns:
    check_ins = CheckIns()
    for number, outcome in enumerate(outcomes):
        day = MONDAY + timedelta(days=number)
        check_ins = check_ins.asking(day, f"q{number}")
        check_ins = check_ins.taking_up(day) if outcome is Outcome.TAKEN_UP else check_ins.passing(day)
    return check_ins


T, P = Outcome.TAKEN_UP, Outcome.PASSED


def test_five_taken_up_raise_the_depth_by_one():
    assert _after(T, T, T, T).depth == 0
    assert _after(T, T, T, T, T).depth == 1


def test_a_rise_needs_five_more_for_the_next():
    assert _after(*[T] * 9).depth == 1
    assert _after(*[T] * 10).depth == 2


def test_a_pass_among_the_last_two_holds_the_depth():
    assert _after(T, T, T, T, P, T).depth == 0
    assert _after(T, T, T, T, P, T, T).depth == 1


def test_a_pass_is_one_step_lighter_for_the_three_days_after_it():
    passed = _after(*[T] * 15, P)
    day = MONDAY + timedelta(days=15)
    depths = [passed.effective_depth(day + timedelta(days=n)) for n in range(7)]
    expected = [1 if is_weekend(day + timedelta(days=n)) else (2 if n <= 3 else 3) for n in range(7)]
    assert depths == expected


def test_weekends_are_light():
    deep = CheckIns(depth=5)
    assert deep.effective_depth(date(2026, 11, 28)) == LIGHT
    assert deep.effective_depth(date(2026, 11, 27)) == 5


@given(st.lists(st.sampled_from([T, P]), max_size=60))
def test_the_depth_stays_between_nought_and_five(outcomes: list[Outcome]):
    assert 0 <= _after(*outcomes).depth <= 5


def test_a_deep_question_is_followed_by_a_light_one():
    check_ins, deep_days = CheckIns(depth=5), 0
    for number in range(14):
        day = MONDAY + timedelta(days=number)
        question = choose("us", check_ins, day, QUESTIONS)
        assert question is not None
        yesterday = check_ins.on(day - timedelta(days=1))
        if yesterday and BY_ID[yesterday.question].depth > LIGHT:
            assert question.depth <= LIGHT
        deep_days += question.depth > LIGHT
        check_ins = check_ins.asking(day, question.id)
    assert deep_days >= 4


def test_the_same_question_taken_up_twice_counts_once():
    once = CheckIns().asking(MONDAY, "q").taking_up(MONDAY)
    assert once.taking_up(MONDAY) is once


def test_another_one_is_lighter_and_does_not_count_as_a_pass():
    deep = next(q for q in QUESTIONS if q.depth == 4)
    asked = CheckIns(depth=5).asking(MONDAY, deep.id)
    other = choose_lighter("us", asked, MONDAY, QUESTIONS)
    assert other is not None
    assert other.depth <= LIGHT
    swapped = asked.swapping(MONDAY, other.id)
    assert swapped.swapped(MONDAY)
    assert swapped.passed_on is None
    assert [a.question for a in swapped.asked if a.outcome is not Outcome.SWAPPED] == [other.id]


def test_no_other_is_offered_when_the_days_ahead_need_them_all():
    few = [Question(f"{kind}-{n}", kind, 1) for kind in QuestionKind for n in range(7)]
    assert choose_lighter("us", CheckIns().asking(MONDAY, few[0].id), MONDAY, few) is None


def test_unmatched_answers_are_gone_with_the_day():
    kept = CheckIns().keeping(MONDAY, KeptAnswer(Partner.FIRST, "the song"))
    assert kept.settled(MONDAY).waiting_on(MONDAY) != ()
    assert kept.settled(MONDAY + timedelta(days=1)).waiting == ()


def test_a_second_answer_of_one_partner_replaces_the_first():
    kept = (
        CheckIns()
        .keeping(MONDAY, KeptAnswer(Partner.FIRST, "one"))
        .keeping(MONDAY, KeptAnswer(Partner.FIRST, "two"))
    )
    assert [a.words for a in kept.waiting] == ["two"]
