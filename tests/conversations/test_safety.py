"""Danger and fear in several slots are weighed as one sentence; what follows a crisis is met calmly."""

from __future__ import annotations

import pytest

from skill.conversations.safety import distress
from skill.domain.distress import Distress
from skill.domain.reply import Ask, Close
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Slot, Turn
from tests.conversations.small_room import Room, key
from tests.house import House, PlainEars

FEAR = "i'm scared of him"


def said(*words: str, intent: str = "AnswerIntent") -> Turn:
    slots = {f"slot{n}": Slot(each) for n, each in enumerate(words)}
    return Turn(Kind.INTENT, "us", House().now, intent=intent, slots=slots)


@pytest.mark.parametrize("other", ["i hear voices", "sam", "i want to die"])
def test_fear_in_one_slot_stays_quiet_whatever_another_says_of_help(other: str):
    assert distress(said(FEAR, other), PlainEars()) is Distress.FEAR
    assert distress(said(other, FEAR), PlainEars()) is Distress.FEAR


def test_a_plan_of_ones_own_is_heard_beside_fear():
    assert distress(said("i'm going to kill myself", FEAR), PlainEars()) is Distress.SELF_HARM


def test_an_intent_of_fear_needs_no_words():
    assert distress(said(intent="FearIntent"), PlainEars()) is Distress.FEAR


def test_after_rage_a_child_who_is_put_down_is_met_with_what_comes_next():
    room = Room()
    room.say("RageIntent", new=True)
    reply = room.say("PutDownIntent")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Crisis)
    assert key(reply) == "settling.put_down"


def test_in_an_emergency_a_cot_is_no_help_and_the_number_is_said_again():
    room = Room()
    first = room.say("EmergencyIntent", new=True)
    reply = room.say("PutDownIntent")
    assert isinstance(first, Ask)
    assert isinstance(reply, Ask)
    assert reply.lines == first.lines


@pytest.mark.parametrize("last", ["GoodnightIntent", "AMAZON.NoIntent"])
@pytest.mark.parametrize("danger", ["DangerIntent", "RageIntent", "EmergencyIntent"])
def test_goodnight_after_a_crisis_closes_as_a_no_does(danger: str, last: str):
    room = Room()
    room.say(danger, new=True)
    reply = room.say(last)
    assert isinstance(reply, Close)
    assert key(reply) == "crisis.close"


@pytest.mark.parametrize("said", ["OverwhelmedIntent", "CryingIntent"])
def test_after_a_crisis_whoever_cannot_go_on_is_told_again_who_helps(said: str):
    room = Room()
    first = room.say("RageIntent", new=True)
    reply = room.say(said)
    assert isinstance(first, Ask)
    assert isinstance(reply, Ask)
    assert reply.lines == first.lines
