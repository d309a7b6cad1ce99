"""What is kept of an answer, until when, and when two of them meet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skill.domain.reply import Close, Reply
from skill.domain.turn import Slot
from tests.house import House, Keeping, about_to_answer
from tests.what_always_holds.saying import SECRET


def _keeps(house: House, name: str, words: str, person: str | None = None) -> Reply:
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot(name)})
    return house.take("AnswerIntent", {"answer": Slot(words)}, person=person)


def test_a_number_alone_and_a_state_alone_are_never_kept():
    for words in (
        "seven",
        "seven or eight",
        "11",
        "i'm so tired",
        "fine",
        "pretty low today",
        "shit happens",
        "?",
    ):
        house = about_to_answer()
        house.take("AnswerIntent", {"answer": Slot(words)})
        assert "waiting=()" in house.kept()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("i feel sad and like 3 out of 10", False),
        ("i'm in", False),
        ("count me in", False),
        ("my period is late", False),
        ("when you made pancakes, you know, the burnt ones", True),
        ("one small hello", True),
        ("we couldn't stop laughing", True),
    ],
)
def test_what_is_kept_is_neither_a_state_nor_a_number_nor_a_consent(words: str, kept: bool):  # noqa: FBT001 - as above
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(words)})
    assert (words in house.kept()) is kept


def test_words_are_kept_only_after_the_choice_and_who_it_is_from():
    house = House()
    house.take("CheckInIntent")
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET not in house.kept()
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET in house.kept()


def test_one_answer_alone_is_never_read():
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert isinstance(house.take("HearAnswersIntent"), Close)


def test_an_unmatched_answer_is_gone_at_four():
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.now = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    house.turns().night(house.now)
    assert SECRET not in house.kept()


def test_an_unmatched_answer_is_still_there_a_minute_before_four():
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    house.turns().night(house.now)
    assert SECRET in house.kept()


def test_words_said_after_four_do_not_answer_yesterdays_question():
    house = House(store=Keeping(), now=datetime(2026, 11, 24, 3, 59, tzinfo=UTC))
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot("sam")})
    house.now += timedelta(minutes=2)
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET not in house.kept()


def test_answers_to_two_questions_never_meet():
    house = House(store=Keeping())
    _keeps(house, "sam", SECRET)
    house.take("CheckInIntent")
    house.take("AnotherOneIntent")
    _keeps(house, "alex", "the little boat")
    assert "Pair" not in house.kept()
    assert SECRET not in house.kept()


@pytest.mark.parametrize(("voices", "met"), [(("a", "a"), False), (("a", "b"), True), ((None, "b"), True)])
def test_one_voice_is_never_two_people(voices: tuple[str | None, str], met: bool):  # noqa: FBT001 - the expectation
    house = House(store=Keeping())
    _keeps(house, "sam", SECRET, voices[0])
    _keeps(house, "alex", "the little boat", voices[1])
    assert ("Pair" in house.kept()) is met
