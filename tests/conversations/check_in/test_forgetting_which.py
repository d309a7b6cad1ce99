"""Never more is deleted than was asked for: what could be either is asked about."""

from __future__ import annotations

import pytest

from skill.domain.check_in.expectations import ForgettingAnswers
from skill.domain.forgetting import Forgetting, WhichToForget
from skill.domain.reply import Ask, Close
from tests.conversations.small_room import Room, key


def kept() -> Room:
    """Sam left an answer today."""
    room = Room()
    room.say("CheckInIntent", new=True)
    room.say("KeepIntent")
    room.say("NameIntent", name="sam")
    assert key(room.say("AnswerIntent", answer="the little boat")) == "check_in.kept"
    assert len(room.household.check_ins.waiting) == 1
    return room


def test_it_all_asks_which():
    room = kept()
    reply = room.say("WhichToForgetIntent", new=True)
    assert isinstance(reply, Ask)
    assert reply.state == WhichToForget()


@pytest.mark.parametrize("no", ["AMAZON.NoIntent", "SkipIntent", "KeepIntent"])
def test_a_no_leaves_everything(no: str):
    room = kept()
    room.say("WhichToForgetIntent", new=True)
    before = room.kept()
    assert key(room.say(no)) == "forgetting.kept"
    assert room.kept() == before


def test_a_yes_deletes_nothing_as_it_says_nothing_yet():
    room = kept()
    before = room.kept()
    room.say("WhichToForgetIntent", new=True)
    reply = room.say("AMAZON.YesIntent")
    assert isinstance(reply, Ask)
    assert reply.state == WhichToForget()
    room.say("AMAZON.YesIntent")
    assert room.kept() == before


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("EverythingIntent", Forgetting()),
        ("ForgetUsIntent", Forgetting()),
        ("HearAnswersIntent", ForgettingAnswers()),
        ("ForgetOurAnswersIntent", ForgettingAnswers()),
    ],
)
def test_either_is_confirmed_for_itself(said: str, state: object):
    room = kept()
    before = room.kept()
    room.say("WhichToForgetIntent", new=True)
    reply = room.say(said)
    assert isinstance(reply, Ask)
    assert reply.state == state
    assert room.kept() == before


@pytest.mark.parametrize("said", ["HearAnswersIntent", "ForgetOurAnswersIntent", "EverythingIntent"])
def test_where_nothing_is_kept_it_is_confirmed_all_the_same(said: str):
    room = Room()
    room.say("WhichToForgetIntent", new=True)
    reply, with_something = room.say(said), kept()
    with_something.say("WhichToForgetIntent", new=True)
    assert isinstance(reply, Ask)
    other = with_something.say(said)
    assert isinstance(other, Ask)
    assert (reply.state, reply.question.key) == (other.state, other.question.key)
    assert isinstance(room.say("AMAZON.YesIntent"), Close)


def test_our_answers_go_and_the_names_stay():
    room = kept()
    room.say("ForgetOurAnswersIntent", new=True)
    assert isinstance(room.say("AMAZON.YesIntent"), Close)
    assert room.household.check_ins.waiting == ()
    assert room.household.called("sam") is not None


def test_a_name_leaves_our_answers():
    room = kept()
    room.say("ForgetOurAnswersIntent", new=True)
    room.say("NameIntent", name="sam")
    assert len(room.household.check_ins.waiting) == 1


def test_everything_by_itself_means_nothing():
    room = kept()
    before = room.kept()
    room.say("EverythingIntent", new=True)
    assert room.kept() == before


def test_at_an_answer_it_all_is_that_answer():
    room = Room()
    room.say("CheckInIntent", new=True)
    assert key(room.say("WhichToForgetIntent")) == "check_in.skipped"
