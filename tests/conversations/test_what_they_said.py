"""What one of the two said, or wants, is told to nobody; whoever asks is met kindly, and nothing changes."""

from __future__ import annotations

import pytest

from skill.domain.check_in.expectations import Answering, Choosing
from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import QuietOrNothing, QuietOrWords
from skill.domain.exercise.step import STANDARD
from skill.domain.frame import WhichFrame
from skill.domain.ladder import Rung
from skill.domain.reply import Ask, Close
from skill.domain.welcome import Menu
from tests.conversations.small_room import Room, key
from tests.conversations.test_hard_evenings import exercise_of

ASKED = ["LongingIntent", "PersuadeIntent", "WhatTheySaidIntent"]


@pytest.mark.parametrize("asked", ASKED)
def test_the_words_are_the_same_whatever_both_have_said(asked: str):
    replies = [Room(rung=rung).say(asked, new=True, role="other") for rung in (None, *Rung)]
    assert all(reply == replies[0] for reply in replies)


@pytest.mark.parametrize("asked", ASKED)
def test_nothing_is_kept_of_it(asked: str):
    room = Room()
    room.say("CheckInIntent", new=True)
    before = room.kept()
    room.say(asked, new=True, role="other")
    room.say("AMAZON.NoIntent")
    assert room.kept() == before


@pytest.mark.parametrize("asked", ["WhatTheySaidIntent", "WhoAreYouIntent"])
def test_the_question_of_the_day_waits_meanwhile(asked: str):
    room = Room()
    question = room.say("CheckInIntent", new=True)
    reply = room.say(asked, role="other")
    assert isinstance(question, Ask)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Choosing)
    assert reply.state == question.state


def test_at_the_door_the_menu_follows():
    reply = Room().say("WhatTheySaidIntent", new=True, role="other")
    assert isinstance(reply, Ask)
    assert reply.state == Menu()


def test_asked_while_an_answer_is_awaited_it_goes_on_waiting():
    room = Room()
    room.say("CheckInIntent", new=True)
    room.say("KeepIntent")
    room.say("NameIntent", name="sam")
    reply = room.say("WhatTheySaidIntent", role="other")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Answering)


@pytest.mark.parametrize("asked", ["LongingIntent", "PersuadeIntent"])
class TestQuietOrWords:
    def test_a_yes_says_nothing_yet(self, asked: str):
        room = Room()
        room.say(asked, new=True)
        which = room.say("AMAZON.YesIntent")
        assert isinstance(which, Ask)
        assert isinstance(which.state, QuietOrWords)
        assert which.question.key == "quiet_or_words.which"

    def test_the_quiet_is_for_one(self, asked: str):
        room = Room(rung=Rung.KISS)
        room.say(asked, new=True)
        assert exercise_of(room.say("ExerciseIntent")).company is Company.ALONE

    def test_the_words_are_chosen_next(self, asked: str):
        room = Room()
        room.say(asked, new=True)
        words = room.say("WordsIntent")
        assert isinstance(words, Ask)
        assert isinstance(words.state, WhichFrame)

    def test_nothing_at_all_is_a_good_answer(self, asked: str):
        room = Room()
        room.say(asked, new=True)
        reply = room.say("RoomIntent", room="none")
        assert isinstance(reply, Close)
        assert key(reply) == "quiet_or_nothing.nothing"


@pytest.mark.parametrize("said", ["LongingIntent", "OverwhelmedIntent", "CryingIntent", "LossIntent"])
def test_after_a_loss_whatever_is_said_is_met_by_being_here_and_the_quiet(said: str):
    room = Room()
    room.say("LossIntent", new=True)
    reply = room.say(said)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, QuietOrNothing)
    assert key(reply) == "hard_evening.here"


def test_after_a_loss_words_nobody_understood_are_met_by_being_here_once():
    room = Room()
    room.say("LossIntent", new=True)
    assert key(room.say("AMAZON.FallbackIntent")) == "hard_evening.here"
    assert key(room.say("AMAZON.FallbackIntent")) == "misheard.once_more"
    assert key(room.say("AMAZON.FallbackIntent")) == "misheard.close"


def test_after_a_loss_something_for_two_comes_without_a_word_of_what_there_is_not():
    room = Room()
    room.say("LossIntent", new=True)
    reply = room.say("ExerciseIntent", company="together")
    assert isinstance(reply, Ask)
    assert exercise_of(reply).company is Company.TOGETHER
    assert reply.lines[:1] == exercise_of(reply).spoken(0, STANDARD)[:1]


def test_a_booking_under_way_waits_for_a_kind_word():
    room = Room()
    booking = room.say("BookAloneTimeIntent", new=True)
    reply = room.say("OverwhelmedIntent")
    assert isinstance(booking, Ask)
    assert isinstance(reply, Ask)
    assert reply.state == booking.state
    assert key(reply) == "hard_evening.overwhelmed"
