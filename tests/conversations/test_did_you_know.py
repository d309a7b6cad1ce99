"""Small true things are told one at a time, and where they come from is never spoken."""

from __future__ import annotations

from skill.domain.ladder import Rung, Touch
from skill.domain.reply import Ask, Close
from tests.conversations.small_room import LIBRARY, Room, key

QUIET = [f"fact.{fact.id}" for fact in LIBRARY.facts if fact.touch is Touch.NONE]
TOUCH = {f"fact.{fact.id}" for fact in LIBRARY.facts if fact.touch is not Touch.NONE}


def test_in_one_breath_one_is_told_and_the_microphone_stays_shut():
    reply = Room().say("DidYouKnowIntent", new=True)
    assert isinstance(reply, Close)
    assert key(reply) in QUIET
    assert len(reply.lines) == 1


def test_none_comes_twice_before_all_were_told_and_then_they_begin_again():
    room = Room()
    told = [key(room.say("DidYouKnowIntent", new=True)) for _ in range(len(QUIET) + 1)]
    assert sorted(told[:-1]) == sorted(QUIET)
    assert told[-1] in QUIET


def test_touch_is_spoken_of_only_where_today_has_room_for_it():
    shut, open_ = Room(), Room(rung=Rung.HUG)
    assert not {key(shut.say("DidYouKnowIntent", new=True)) for _ in range(60)} & TOUCH
    assert {key(open_.say("DidYouKnowIntent", new=True)) for _ in range(60)} & TOUCH


def test_in_a_conversation_it_is_said_again_or_followed_by_another():
    room = Room()
    first = room.say("DidYouKnowIntent")
    assert isinstance(first, Ask)
    assert key(room.say("AMAZON.RepeatIntent")) == key(first)
    assert key(room.say("AMAZON.YesIntent")) != key(first)
    assert isinstance(room.say("AMAZON.NoIntent"), Close)


def test_one_about_touch_is_not_said_again_once_today_has_no_room_for_it():
    room = Room(rung=Rung.HUG)
    while key(room.say("DidYouKnowIntent")) not in TOUCH:
        pass
    room.become(Rung.WORDS)
    assert key(room.say("AMAZON.RepeatIntent")) not in TOUCH
