"""Danger and fear in several slots of one sentence are weighed as one sentence."""

from __future__ import annotations

import pytest

from skill.conversations.safety import distress
from skill.domain.distress import Distress
from skill.domain.turn import Kind, Slot, Turn
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
