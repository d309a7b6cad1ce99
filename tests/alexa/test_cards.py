"""A card beside an answer: plain, and counted in what Alexa takes."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from skill.domain.card import Card
from skill.domain.line import Line
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Reply, close
from skill.domain.welcome import Menu

from .recorded import KeysAloud, Skill, edge, recorded

CARD = Card("exercise.P01.name", ("exercise.P01.why", "card.grade.B"))
SHOWN = {
    "type": "Simple",
    "title": "exercise.P01.name en-GB",
    "content": "exercise.P01.why en-GB\n\ncard.grade.B en-GB",
}
ASKING = Ask((Line("welcome"),), Line("what"), Line("whatever"), Menu(), CARD)


def answer(reply: Reply, name: str = "launch") -> dict[str, Any]:
    response: dict[str, Any] = edge(Skill(reply, Progress()).take).respond(recorded(name))["response"]
    return response


@pytest.mark.parametrize("reply", [ASKING, close(Line("bye"), card=CARD)], ids=["ask", "close"])
def test_a_card_is_plain_title_and_text(reply: Reply):
    assert answer(reply)["card"] == SHOWN


def test_without_a_card_there_is_none():
    assert "card" not in answer(replace(ASKING, card=None))


def test_the_card_that_asks_for_the_permission_comes_before_any_other():
    card = answer(close(Line("bye"), permission_card=True, card=CARD))["card"]
    assert card["type"] == "AskForPermissionsConsent"


@pytest.mark.parametrize("name", ["ended_user_initiated", "audio_started"])
def test_what_may_not_be_answered_with_words_gets_no_card(name: str):
    assert answer(ASKING, name) == {}


def test_a_card_counts_in_what_alexa_takes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(KeysAloud, "shown", lambda *_: "x" * 12_000)
    answered = answer(ASKING)
    assert answered["outputSpeech"]["ssml"] == "<speak>sorry en-GB</speak>"
    assert "card" not in answered
