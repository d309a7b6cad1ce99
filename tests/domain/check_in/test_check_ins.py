"""Kept answers of a day: they meet, they wait, and each can be taken back without the other's."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skill.domain.check_in.check_ins import CheckIns, KeptAnswer
from skill.domain.partner import Partner

MONDAY = date(2026, 11, 23)
ASKED = CheckIns().asking(MONDAY, "q")
SONG = KeptAnswer(Partner.FIRST, "the song", "q", "a")
BREAD = KeptAnswer(Partner.SECOND, "the bread", "q", "b")
ANSWERS = st.builds(
    KeptAnswer,
    st.sampled_from(Partner),
    st.sampled_from(["the song", "the bread", "the walk"]),
    st.just("q"),
    st.sampled_from([None, "a", "b"]),
)


def test_two_answers_that_belong_together_meet():
    met = ASKED.keeping(MONDAY, SONG).keeping(MONDAY, BREAD)
    assert [pair.answers for pair in met.met] == [(SONG, BREAD)]
    assert met.waiting == ()


def test_an_answer_taken_back_leaves_the_others_waiting():
    met = ASKED.keeping(MONDAY, SONG).keeping(MONDAY, BREAD)
    assert met.revoking(MONDAY, Partner.FIRST) == ASKED.keeping(MONDAY, BREAD)
    assert met.revoking(MONDAY, Partner.SECOND) == ASKED.keeping(MONDAY, SONG)


def test_taking_back_what_was_never_left_changes_nothing():
    waiting = ASKED.keeping(MONDAY, SONG)
    assert waiting.revoking(MONDAY, Partner.SECOND) == waiting


def test_the_others_answer_to_a_question_that_was_exchanged_does_not_come_back():
    swapped = ASKED.keeping(MONDAY, SONG).keeping(MONDAY, BREAD).swapping(MONDAY, "lighter")
    assert swapped.revoking(MONDAY, Partner.FIRST).kept_on(MONDAY) == ()


@given(st.lists(ANSWERS, max_size=6), st.sampled_from(Partner))
def test_taken_back_is_all_of_one_partner_and_never_the_last_word_of_the_other(
    answers: list[KeptAnswer], partner: Partner
):
    kept = ASKED
    for answer in answers:
        kept = kept.keeping(MONDAY, answer)
    staying = [a for a in kept.kept_on(MONDAY) if a.partner is not partner]
    assert list(kept.revoking(MONDAY, partner).kept_on(MONDAY)) == staying[-1:]


def test_a_voice_is_whose_it_left_an_answer_as_and_two_names_in_one_voice_are_nobodys():
    met = ASKED.keeping(MONDAY, SONG).keeping(MONDAY, BREAD)
    assert met.left_by(MONDAY, "a") is Partner.FIRST
    assert met.left_by(MONDAY, "b") is Partner.SECOND
    assert met.left_by(MONDAY, None) is None
    assert met.left_by(MONDAY, "c") is None
    both = met.keeping(MONDAY, KeptAnswer(Partner.SECOND, "again", "q", "a"))
    assert both.left_by(MONDAY, "a") is None


def test_pairs_and_waiting_answers_leave_the_household_with_their_day():
    met = ASKED.keeping(MONDAY, SONG).keeping(MONDAY, BREAD)
    assert met.settled(MONDAY) is met
    assert met.settled(MONDAY + timedelta(days=1)).kept_on(MONDAY) == ()
    waiting = ASKED.keeping(MONDAY, SONG)
    assert waiting.settled(MONDAY + timedelta(days=1)).kept_on(MONDAY) == ()
