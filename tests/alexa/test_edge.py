"""The edge as a whole: whatever comes in, whatever breaks, a valid answer goes out."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given

from skill.alexa.envelope import part
from skill.domain.line import Line
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Reply
from skill.domain.turn import Turn
from skill.domain.welcome import Menu
from skill.reminders.access import Access

from .mutations import MUTATED
from .recorded import EMPTY, FOLDER, NAMES, SKILL_ID, Skill, edge, recorded

SECRET = "that you let me sleep"
ASKING = Ask((Line("welcome"),), Line("what"), Line("whatever"), Menu())
WORDS = ("launch", "intent", "permission")


def broken(_turn: Turn, _access: Access) -> tuple[Reply, Progress]:
    raise ValueError(SECRET)


def valid(answer: dict[str, Any]) -> bool:
    """Whether Alexa would take an answer: version, response, and a reprompt exactly where she listens."""
    response = answer["response"]
    listens = response.get("shouldEndSession") is False
    json.dumps(answer, allow_nan=False)
    return answer["version"] == "1.0" and listens == ("reprompt" in response)


@pytest.mark.parametrize("name", NAMES)
def test_every_request_gets_a_valid_answer_with_words_only_where_they_are_allowed(name: str) -> None:
    answer = edge(Skill(ASKING).take).respond(recorded(name))
    assert valid(answer)
    assert ("outputSpeech" in answer["response"]) == name.startswith(WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_when_something_of_ours_breaks_a_kind_word_is_said_where_it_may_be(name: str) -> None:
    answer = edge(broken).respond(recorded(name))
    if name.startswith(WORDS):
        assert "sorry" in answer["response"]["outputSpeech"]["ssml"]
        assert answer["response"]["shouldEndSession"] is True
        assert "sessionAttributes" not in answer
    else:
        assert answer == EMPTY


def test_the_log_of_a_fault_has_its_kind_and_place_and_no_word_of_a_person(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    edge(broken).respond(recorded("intent_answer_elicited"))
    assert "ValueError" in caplog.text
    assert "alexa/test_edge.py:" in caplog.text
    assert SECRET not in caplog.text
    assert all(record.exc_info is None for record in caplog.records)


def test_a_fault_that_another_caused_names_both(caplog: pytest.LogCaptureFixture) -> None:
    def take(turn: Turn, access: Access) -> tuple[Reply, Progress]:
        try:
            return broken(turn, access)
        except ValueError as error:
            raise RuntimeError(SECRET) from error

    edge(take).respond(recorded("launch"))
    assert "RuntimeError" in caplog.text
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_the_platform_s_own_report_of_a_fault_is_logged_by_its_codes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    envelope = recorded("ended_error_endpoint_timeout")
    envelope["request"]["error"]["message"] = SECRET
    edge(Skill().take).respond(envelope)
    assert "SessionEndedRequest ERROR ENDPOINT_TIMEOUT" in caplog.text
    assert SECRET not in caplog.text


def test_a_report_that_is_no_code_does_not_get_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    envelope = recorded("exception_encountered")
    envelope["request"]["error"]["type"] = f"{SECRET}\nINFO all is well"
    edge(Skill().take).respond(envelope)
    assert "System.ExceptionEncountered" in caplog.text
    assert SECRET not in caplog.text


def test_another_skill_s_request_gets_an_empty_answer_and_reaches_nobody() -> None:
    skill, envelope = Skill(), recorded("launch")
    envelope["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.foreign"
    assert edge(skill.take).respond(envelope) == EMPTY
    assert not skill.turns


def test_a_request_for_no_skill_at_all_gets_an_empty_answer() -> None:
    skill, envelope = Skill(), recorded("launch")
    del envelope["context"]
    assert edge(skill.take).respond(envelope) == EMPTY
    assert not skill.turns


def test_without_a_skill_id_every_request_is_taken() -> None:
    skill, envelope = Skill(), recorded("launch")
    del envelope["context"]["System"]["application"]
    assert edge(skill.take, skill_id=None).respond(envelope) != EMPTY


@pytest.mark.parametrize("event", [None, [], "launch", 7, {}, {"request": None}])
def test_what_is_no_request_gets_an_empty_answer(event: object) -> None:
    assert edge(Skill(ASKING).take, skill_id=None).respond(event) == EMPTY


def test_lambda_hands_a_dict_in_and_gets_a_dict_out() -> None:
    answer = edge(Skill(ASKING).take).lambda_handler(recorded("launch"), object())
    assert answer["response"]["shouldEndSession"] is False


def test_the_request_that_came_in_is_left_as_it_was() -> None:
    envelope = recorded("intent_answer_elicited")
    edge(Skill(ASKING).take).respond(envelope)
    assert envelope == recorded("intent_answer_elicited")


def test_a_request_opens_the_services_of_its_own_device_and_its_token_is_not_shown() -> None:
    skill = Skill()
    edge(skill.take).respond(recorded("launch"))
    [access] = skill.accesses
    assert access.endpoint == "https://api.eu.amazonalexa.com"
    assert access.device == "amzn1.ask.device.KITCHEN"
    assert access.token == "eyJ0eXAiOiJKV1QifQ.api"
    assert access.token not in repr(access)


def test_a_door_that_brings_json_text_is_answered_the_same() -> None:
    door = edge(Skill(ASKING).take)
    skill, envelope = door.custom_skill, recorded("launch")
    request = skill.serializer.deserialize(json.dumps(envelope), "RequestEnvelope")
    assert skill.serializer.serialize(skill.invoke(request, None)) == door.respond(envelope)


class Exchangeable:
    """One edge for many skills: making one takes longer than answering."""

    def __init__(self) -> None:
        self.skill = Skill()
        self.edge = edge(self.take)

    def take(self, turn: Turn, access: Access) -> tuple[Reply, Progress]:
        return self.skill.take(turn, access)


ONE = Exchangeable()


@given(MUTATED)
def test_anything_may_stand_anywhere_and_the_answer_is_valid(envelope: dict[str, Any]) -> None:
    ONE.skill = Skill(ASKING)
    assert valid(ONE.edge.respond(envelope))
    ours = part(envelope, "context", "System", "application").get("applicationId") == SKILL_ID
    assert len(ONE.skill.turns) == ours


def test_a_turn_needs_neither_requests_nor_an_http_client_nor_dateutil() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(FOLDER.parent)!r})\n"
        "from alexa.recorded import Skill, edge, recorded\n"
        "edge(Skill().take).respond(recorded('launch'))\n"
        "print([m for m in ('requests', 'urllib3', 'dateutil', 'http.client', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
