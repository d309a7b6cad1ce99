"""Four kinds of reply, and what Alexa gets of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.alexa.attributes import attributes_of, progress_of_token
from skill.alexa.edge import AlexaEdge
from skill.alexa.request import REMINDERS
from skill.domain.check_in.expectations import Choosing
from skill.domain.line import Line, Rest, Spoken
from skill.domain.progress import Progress
from skill.domain.reply import Ask, HandOver, Reply, close, hand_over, nothing
from skill.domain.welcome import Menu

from .recorded import EMPTY, KeysAloud, Skill, clock, edge, recorded

AT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
ASKING = Ask((Line("welcome"), Rest(2)), Line("what"), Line("whatever"), Menu())
ELICITING = Ask((), Line("what"), Line("whatever"), Choosing("q"))
WORDLESS = ["ended_user_initiated", "audio_started", "skill_enabled", "unknown_type", "can_fulfill"]


def answer(name: str, reply: Reply, progress: Progress | None = None) -> dict[str, Any]:
    return edge(Skill(reply, progress or Progress()).take).respond(recorded(name))


def ssml(words: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{words}</speak>"}


def test_a_question_opens_the_microphone_and_says_it_again_in_other_words() -> None:
    progress = Progress(Menu(), given_at=AT)
    assert answer("launch", ASKING, progress) == {
        "version": "1.0",
        "sessionAttributes": attributes_of(progress),
        "response": {
            "outputSpeech": ssml("welcome what en-GB"),
            "reprompt": {"outputSpeech": ssml("whatever en-GB")},
            "shouldEndSession": False,
        },
    }


def test_a_question_for_words_takes_whatever_is_said_next() -> None:
    assert answer("intent_check_in_one_shot", ELICITING)["response"]["directives"] == [
        {
            "type": "Dialog.ElicitSlot",
            "slotToElicit": "answer",
            "updatedIntent": {
                "name": "AnswerIntent",
                "confirmationStatus": "NONE",
                "slots": {"answer": {"name": "answer", "confirmationStatus": "NONE"}},
            },
        }
    ]


@pytest.mark.parametrize("name", ["launch", "permission_denied"])
def test_a_dialog_directive_answers_an_intent_only(name: str) -> None:
    assert "directives" not in answer(name, ELICITING)["response"]
    assert answer(name, ELICITING)["response"]["shouldEndSession"] is False


def test_a_close_shuts_the_microphone_and_has_no_reprompt() -> None:
    assert answer("intent_check_in_one_shot", close(Line("bye")))["response"] == {
        "outputSpeech": ssml("bye en-GB"),
        "shouldEndSession": True,
    }


def test_a_close_can_show_the_card_that_asks_for_the_permission() -> None:
    card = answer("permission_error", close(Line("bye"), permission_card=True))["response"]["card"]
    assert card == {"type": "AskForPermissionsConsent", "permissions": [REMINDERS]}


def test_a_hand_over_says_nothing_of_its_own_and_takes_its_place_along() -> None:
    progress = Progress(Choosing("q"), given_at=AT)
    response = answer("intent_check_in_one_shot", hand_over(Choosing("q")), progress)["response"]
    [prompt] = response.pop("directives")
    assert response == {"shouldEndSession": True}
    assert progress_of_token(prompt.pop("token")) == progress
    assert prompt == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "1",
            "permissionScope": REMINDERS,
        },
    }


def test_what_was_handed_over_comes_back_with_the_answer() -> None:
    progress = Progress(Choosing("q"), given_at=AT)
    sent = answer("intent_check_in_one_shot", HandOver(Choosing("q")), progress)
    returned = recorded("permission_accepted")
    returned["request"]["token"] = sent["response"]["directives"][0]["token"]
    skill = Skill()
    edge(skill.take).respond(returned)
    assert skill.turns[0].progress == progress


def test_a_question_after_a_permission_prompt_keeps_its_place_although_the_request_had_no_session() -> None:
    progress = Progress(Menu(), given_at=AT)
    assert answer("permission_accepted", ASKING, progress)["sessionAttributes"] == attributes_of(progress)


def test_nothing_is_an_empty_valid_answer() -> None:
    assert answer("launch", nothing()) == EMPTY


@pytest.mark.parametrize("name", WORDLESS)
@pytest.mark.parametrize(
    "reply", [ASKING, close(Line("bye")), hand_over(Menu())], ids=["ask", "close", "hand over"]
)
def test_what_may_not_be_answered_with_words_never_is(name: str, reply: Reply) -> None:
    assert answer(name, reply) == EMPTY


class Talkative(KeysAloud):
    """Says nearly every line at great length."""

    def __init__(self, words: str) -> None:
        self.words = words

    def render(self, lines: Sequence[Spoken], locale: str, *, softly: bool = False) -> str:
        """The same words for all but the apology."""
        return "sorry" if lines == (Line("sorry"),) else self.words + locale[: int(softly) * 0]


@pytest.mark.parametrize("words", ["x" * 7_900, "ä" * 7_800, "\N{CRYING FACE}" * 6_000])
def test_what_alexa_would_not_take_becomes_the_apology(words: str, caplog: pytest.LogCaptureFixture) -> None:
    def take(*_: object) -> tuple[Reply, Progress]:
        return ASKING, Progress()

    talkative = AlexaEdge(take, Talkative(words), (Line("sorry"),), clock=clock)
    answered = talkative.respond(recorded("launch"))
    assert answered["response"] == {"outputSpeech": ssml("sorry"), "shouldEndSession": True}
    assert "TooLargeError" in caplog.text
    assert words[:50] not in caplog.text


def test_the_longest_speech_is_said() -> None:
    def take(*_: object) -> tuple[Reply, Progress]:
        return close(Line("long")), Progress()

    long = AlexaEdge(take, Talkative("x" * 7_880), (Line("sorry"),), clock=clock)
    assert len(json.dumps(long.respond(recorded("launch")))) > 7_880
