"""What somebody left can be taken back by asking, and nobody learns from it what the other left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skill.domain.check_in.expectations import ForgettingAnswers, WhoseToDelete
from skill.domain.partner import Partner
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Slot
from tests.house import House, Keeping

HERS, HIS = "zanzibar marmalade", "a lantern by the lake"


def _leaves(house: House, name: str, words: str, voice: str | None = None) -> Reply:
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot(name)})
    return house.take("AnswerIntent", {"answer": Slot(words)}, person=voice)


def _of_two(hers: str | None = None, his: str | None = None) -> House:
    house = House(store=Keeping())
    _leaves(house, "sam", HERS, hers)
    _leaves(house, "alex", HIS, his)
    return house


def _says(house: House, intent: str, name: str | None = None, voice: str | None = None) -> Reply:
    return house.take(intent, {"name": Slot(name)} if name else {}, person=voice)


def _keys(reply: Reply) -> list[str]:
    assert isinstance(reply, Ask | Close)
    lines = [getattr(line, "key", "") for line in reply.lines]
    return [*lines, reply.question.key] if isinstance(reply, Ask) else lines


@pytest.mark.parametrize("intent", ["DeleteAnswerIntent", "DontKeepIntent", "UndoIntent"])
def test_an_unknown_voice_is_asked_whose_and_only_that_one_goes(intent: str):
    house = _of_two()
    asked = "undo" if intent == "UndoIntent" else "question"
    assert _keys(_says(house, intent)) == [f"whose_to_delete.{asked}"]
    assert HERS in house.kept()
    assert _keys(_says(house, "NameIntent", "sam")) == ["check_in.deleted"]
    assert HERS not in house.kept()
    assert HIS in house.kept()


def test_what_was_said_beside_it_is_never_heard_alone():
    house = _of_two()
    _says(house, "DeleteAnswerIntent", "sam")
    assert _keys(_says(house, "HearAnswersIntent")) == ["check_in.nothing_to_hear"]


def test_a_voice_that_left_one_is_not_asked():
    house = _of_two("voice one", "voice two")
    assert _keys(_says(house, "DeleteAnswerIntent", voice="voice two")) == ["check_in.deleted"]
    assert HIS not in house.kept()
    assert HERS in house.kept()


def test_whoever_said_their_name_is_not_asked():
    house = _of_two()
    _says(house, "WhoIntent", "alex")
    assert _keys(_says(house, "DeleteAnswerIntent")) == ["check_in.deleted"]
    assert HIS not in house.kept()


def test_the_reply_is_the_same_whether_there_was_an_answer_or_not():
    there, not_there = House(store=Keeping()), House(store=Keeping())
    for house in (there, not_there):
        _says(house, "WhoIntent", "sam")
    _leaves(there, "sam", HERS)
    for house in (there, not_there):
        house.progress = House().progress
    said = [(_says(h, "DeleteAnswerIntent"), _says(h, "NameIntent", "sam")) for h in (there, not_there)]
    assert said[0] == said[1]


def test_a_name_that_nobody_has_here_deletes_nothing_learns_nothing_and_says_so():
    house = House(store=Keeping())
    _leaves(house, "sam", HERS)
    _says(house, "DeleteAnswerIntent")
    assert _keys(_says(house, "NameIntent", "robin"))[0] == "whose_to_delete.unknown"
    assert HERS in house.kept()
    assert "Robin" not in house.kept()


def test_where_nobody_has_a_name_nothing_is_kept_and_nothing_is_asked():
    for intent, said in (
        ("DeleteAnswerIntent", "check_in.deleted"),
        ("ForgetAnswersIntent", "forgetting_answers.done"),
    ):
        assert _keys(_says(House(store=Keeping()), intent)) == [said]


@pytest.mark.parametrize("intent", ["ExerciseIntent", "WhoseIntent", "NameIntent"])
def test_whose_is_asked_three_times_at_most(intent: str):
    house = _of_two()
    _says(house, "DeleteAnswerIntent")
    name = "robin" if intent == "NameIntent" else None
    said = [_keys(_says(house, intent, name))[-1] for _ in range(3)]
    assert said == ["whose_to_delete.help", "whose_to_delete.two_choices", "misheard.close"]


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent", "KeepIntent", "AMAZON.StopIntent"])
@pytest.mark.parametrize("wish", ["DeleteAnswerIntent", "ForgetAnswersIntent"])
def test_a_no_leaves_everything_as_it_is(wish: str, intent: str):
    house = _of_two()
    before = house.kept()
    _says(house, wish)
    assert isinstance(_says(house, intent), Close)
    assert house.kept() == before


def test_undo_takes_back_what_was_done_last():
    house = House(store=Keeping())
    house.take("BookAloneTimeIntent", _slots(name="sam", day="2026-11-28", time="10:00", length="PT1H"))
    _leaves(house, "sam", HERS)
    _says(house, "WhoIntent", "sam")
    assert _keys(_says(house, "UndoIntent")) == ["check_in.deleted"]
    assert HERS not in house.kept()
    assert _keys(_says(house, "UndoIntent"))[0] == "alone_time.unbooked"


def test_undo_takes_back_the_booking_when_that_came_last():
    house = House(store=Keeping())
    _leaves(house, "sam", HERS)
    house.take("BookAloneTimeIntent", _slots(name="sam", day="2026-11-28", time="10:00", length="PT1H"))
    assert _keys(_says(house, "UndoIntent"))[0] == "alone_time.unbooked"
    assert HERS in house.kept()


def test_yesterdays_answers_are_not_undone_today():
    house = _of_two()
    house.now += timedelta(days=1)
    _says(house, "WhoIntent", "sam")
    assert _keys(_says(house, "UndoIntent")) == ["alone_time.nothing_to_undo"]
    assert HERS in house.kept()


@pytest.mark.parametrize("speaker", ["", "sam"])
@pytest.mark.parametrize("when", ["before the booking", "after it", "without one"])
@pytest.mark.parametrize("sams", [False, True])
def test_undo_never_tells_whether_the_other_left_an_answer(speaker: str, when: str, *, sams: bool):
    heard = []
    for alex_leaves in (False, True):
        house = House(store=Keeping())
        for name in ("sam", "alex"):
            _says(house, "WhoIntent", name)
        house.progress = House().progress
        if sams and speaker:
            _leaves(house, "sam", HERS)
        if alex_leaves and when == "before the booking":
            _leaves(house, "alex", HIS)
        if when != "without one":
            house.take(
                "BookAloneTimeIntent", _slots(name="sam", day="2026-11-28", time="10:00", length="PT1H")
            )
        if alex_leaves and when != "before the booking":
            _leaves(house, "alex", HIS)
        heard.append([_undone(house, speaker) for _ in range(3)])
        assert (HIS in house.kept()) == alex_leaves
    assert heard[0] == heard[1]


def _undone(house: House, speaker: str) -> Reply:
    house.progress = House().progress
    if speaker:
        _says(house, "WhoIntent", speaker)
    return _says(house, "UndoIntent")


def test_all_of_one_persons_answers_go_after_one_yes_whenever_they_were_kept():
    house = _of_two()
    house.now += timedelta(days=1)
    _leaves(house, "sam", "the second of mine")
    house.progress = House().progress
    reply = _says(house, "ForgetAnswersIntent")
    assert isinstance(reply, Ask)
    assert reply.state == WhoseToDelete(every=True)
    asked = _says(house, "NameIntent", "sam")
    assert isinstance(asked, Ask)
    assert asked.state == ForgettingAnswers(Partner.FIRST)
    assert HERS in house.kept()
    assert _keys(_says(house, "AMAZON.YesIntent")) == ["forgetting_answers.done"]
    assert HERS not in house.kept()
    assert "the second of mine" not in house.kept()
    assert "Sam" in house.kept()


def test_todays_answer_of_the_other_stays_when_all_of_one_persons_go():
    house = _of_two()
    _says(house, "ForgetAnswersIntent", "sam")
    _says(house, "AMAZON.YesIntent")
    assert HERS not in house.kept()
    assert HIS in house.kept()


def test_answers_that_meet_after_a_forgetting_are_heard_as_ever():
    house = _of_two()
    house.now += timedelta(days=1)
    _says(house, "ForgetAnswersIntent", "sam")
    _says(house, "AMAZON.YesIntent")
    _leaves(house, "sam", "one more")
    _leaves(house, "alex", "and one more")
    house.now += timedelta(days=1)
    assert _keys(_says(house, "HearAnswersIntent")) == ["just_you_two.question"]


@pytest.mark.parametrize("intent", ["WhoIntent", "NameIntent", "CallMeIntent"])
@pytest.mark.parametrize("name", ["alex", "robin"])
def test_a_yes_after_another_name_deletes_nobodys_answers(intent: str, name: str):
    house = _of_two()
    _says(house, "ForgetAnswersIntent", "sam")
    assert _keys(_says(house, intent, name)) == ["forgetting_answers.stays"]
    _says(house, "AMAZON.YesIntent")
    assert HERS in house.kept()
    assert HIS in house.kept()


def test_whose_answers_they_are_may_say_so_before_the_yes():
    house = _of_two()
    _says(house, "ForgetAnswersIntent", "sam")
    assert _keys(_says(house, "WhoIntent", "sam"))[-1] == "forgetting_answers.question"
    _says(house, "AMAZON.YesIntent")
    assert HERS not in house.kept()


@pytest.mark.parametrize("intent", ["DontKeepIntent", "DeleteAnswerIntent"])
def test_a_wish_to_delete_is_never_kept_as_an_answer(intent: str):
    house = House(store=Keeping())
    house.take("CheckInIntent")
    house.take("KeepIntent")
    _says(house, "NameIntent", "sam")
    assert _keys(_says(house, intent)) == ["check_in.deleted"]
    assert "waiting=()" in house.kept()


def test_dont_keep_it_is_a_skip_where_nothing_was_kept_yet():
    house = House(store=Keeping())
    house.take("CheckInIntent")
    assert _keys(_says(house, "DontKeepIntent")) == ["check_in.skipped"]
    house.take("CheckInIntent")
    house.take("KeepIntent")
    assert _keys(_says(house, "DontKeepIntent")) == ["check_in.skipped"]


def _slots(**said: str) -> dict[str, Slot]:
    return {name: Slot(words, words) for name, words in said.items()}
