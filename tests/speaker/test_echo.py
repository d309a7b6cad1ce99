from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.speaker.devices.grants import REMINDERS
from skill.speaker.envelope import ACCOUNT, DEVICE, PEOPLE
from tests.speaker.conftest import Kitchen
from tests.speaker.stand_in import ask, close, elicit, hand_over

Build = Callable[..., Kitchen]


def slots(kitchen: Kitchen) -> dict[str, Any]:
    found: dict[str, Any] = kitchen.skill.last["request"]["intent"]["slots"]
    return found


def test_a_bare_sentence_is_a_one_shot_in_a_new_session(kitchen: Build):
    here = kitchen({"CheckInIntent": close("Good evening.")})
    answer = here.speaker.echo.say("Check in.")
    assert (answer.speech.words, answer.listening) == ("Good evening.", False)
    assert here.skill.last["session"]["new"] is True
    assert here.skill.last["request"]["intent"]["name"] == "CheckInIntent"


def test_the_envelope_says_who_where_when_and_how_to_reach_the_device(home: Kitchen):
    home.speaker.echo.say("check in", "second", locale="en-GB")
    sent = home.skill.last
    system = sent["context"]["System"]
    assert sent["version"] == "1.0"
    assert sent["session"]["user"]["userId"] == system["user"]["userId"] == ACCOUNT
    assert system["device"] == {"deviceId": DEVICE, "supportedInterfaces": {}}
    assert system["person"]["personId"] == PEOPLE["second"]
    assert system["apiEndpoint"] == "http://127.0.0.1:8484"
    assert system["apiAccessToken"] == home.speaker.services.token
    assert sent["request"]["timestamp"] == "2026-11-23T18:00:00Z"
    assert sent["request"]["locale"] == "en-GB"
    assert sent["session"]["application"] == system["application"]


def test_an_unknown_voice_has_no_person(home: Kitchen):
    home.speaker.echo.say("check in")
    assert "person" not in home.skill.last["context"]["System"]


def test_the_name_alone_launches(home: Kitchen):
    home.speaker.echo.say("Alexa, open holding hands")
    assert home.skill.last["request"]["type"] == "LaunchRequest"


def test_the_name_with_a_wish_is_a_one_shot(home: Kitchen):
    home.speaker.echo.say("ask holding hands for check in")
    assert home.skill.last["request"]["intent"]["name"] == "CheckInIntent"


def test_what_nobody_understands_is_the_fallback(home: Kitchen):
    home.speaker.echo.say("the moon is a balloon")
    assert home.skill.last["request"]["intent"] == {
        "name": "AMAZON.FallbackIntent",
        "confirmationStatus": "NONE",
        "slots": {},
    }


def test_a_matched_value_comes_with_its_id_and_its_own_words(home: Kitchen):
    home.speaker.echo.say("for grandma")
    slot = slots(home)["helper"]
    match = slot["resolutions"]["resolutionsPerAuthority"][0]
    assert slot["value"] == "nana"
    assert match["status"]["code"] == "ER_SUCCESS_MATCH"
    assert match["values"][0]["value"]["id"] == "grandma"


def test_days_are_seen_from_the_wall_clock_of_the_zone(kitchen: Build):
    here = kitchen(zone="Pacific/Auckland")
    here.speaker.echo.say("book tomorrow")
    assert slots(here)["day"]["value"] == "2026-11-25"


def test_an_open_session_carries_its_attributes_from_turn_to_turn(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?", attributes={"step": 1}), "AMAZON.YesIntent": close("Good.")})
    first = here.speaker.echo.say("check in")
    assert (first.listening, first.reprompt.words) == (True, "Still there?")
    here.speaker.echo.say("yes", session=first.session)
    session = here.skill.last["session"]
    assert (session["new"], session["attributes"]) == (False, {"step": 1})
    assert session["sessionId"] == first.session


def test_a_session_that_ended_is_not_continued(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?"), "AMAZON.StopIntent": close("Bye.")})
    first = here.speaker.echo.say("check in")
    assert not here.speaker.echo.say("stop", session=first.session).listening
    here.speaker.echo.say("yes", session=first.session)
    assert here.skill.last["session"]["new"] is True
    assert here.skill.last["session"]["attributes"] == {}


def test_without_a_word_about_the_session_it_ends(kitchen: Build):
    here = kitchen({"CheckInIntent": {"version": "1.0", "response": {}}})
    assert here.speaker.echo.say("check in").listening is False


def test_silence_ends_the_session_and_is_told_to_the_skill(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?", attributes={"step": 1})})
    first = here.speaker.echo.say("check in")
    answer = here.speaker.echo.say("  ", session=first.session)
    assert (answer.listening, answer.speech.words) == (False, "")
    assert here.skill.last["request"]["type"] == "SessionEndedRequest"
    assert here.skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert here.skill.last["session"]["attributes"] == {"step": 1}


def test_silence_with_nothing_open_is_nothing(home: Kitchen):
    assert home.speaker.echo.say("").listening is False
    assert home.skill.heard == []


def test_exit_ends_the_session_without_an_answer(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?"), "SessionEndedRequest": close("May not be heard.")})
    first = here.speaker.echo.say("check in")
    assert here.speaker.echo.say("exit", session=first.session).speech.words == ""
    assert here.skill.last["request"]["reason"] == "USER_INITIATED"


def test_opening_it_again_ends_the_old_session_first(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?"), "LaunchRequest": ask("Hello.")})
    first = here.speaker.echo.say("check in")
    second = here.speaker.echo.say("open holding hands", session=first.session)
    assert here.skill.kinds == ["IntentRequest", "SessionEndedRequest", "LaunchRequest"]
    assert second.session != first.session


def test_while_an_answer_is_elicited_every_sentence_fills_it(kitchen: Build):
    here = kitchen({"CheckInIntent": elicit("What was good?"), "AnswerIntent": close("Thank you.")})
    first = here.speaker.echo.say("check in")
    here.speaker.echo.say("You made ME tea, twice!", session=first.session)
    request = here.skill.last["request"]
    assert request["intent"]["name"] == "AnswerIntent"
    assert request["dialogState"] == "IN_PROGRESS"
    assert slots(here)["answer"]["value"] == "you made me tea twice"


@pytest.mark.parametrize("words", ["skip", "yes", "no", "pause"])
def test_even_other_intents_fill_it(kitchen: Build, words: str):
    here = kitchen({"CheckInIntent": elicit("What was good?"), "AnswerIntent": close("Thank you.")})
    first = here.speaker.echo.say("check in")
    here.speaker.echo.say(words, session=first.session)
    assert slots(here)["answer"]["value"] == words


@pytest.mark.parametrize(("words", "intent"), [("Stop!", "StopIntent"), ("help", "HelpIntent")])
def test_but_stop_and_help_get_through(kitchen: Build, words: str, intent: str):
    here = kitchen({"CheckInIntent": elicit("What was good?")})
    first = here.speaker.echo.say("check in")
    here.speaker.echo.say(words, session=first.session)
    assert here.skill.last["request"]["intent"]["name"] == f"AMAZON.{intent}"


def test_an_elicited_slot_is_forgotten_when_the_next_answer_elicits_none(kitchen: Build):
    here = kitchen({"CheckInIntent": elicit("What was good?"), "AnswerIntent": ask("More?")})
    first = here.speaker.echo.say("check in")
    here.speaker.echo.say("tea", session=first.session)
    here.speaker.echo.say("yes", session=first.session)
    assert here.skill.last["request"]["intent"]["name"] == "AMAZON.YesIntent"


@pytest.mark.parametrize(
    ("said", "status", "kept"),
    [("yes", "ACCEPTED", "GRANTED"), ("No.", "DENIED", "DENIED"), ("", "NOT_ANSWERED", None)],
)
def test_the_permission_prompt_is_the_devices_own(kitchen: Build, said: str, status: str, kept: str | None):
    here = kitchen({"RemindMeIntent": hand_over("my state"), "Connections.Response": close("All right.")})
    prompt = here.speaker.echo.say("remind me")
    assert prompt.listening
    assert prompt.speech.words.endswith("?")
    answer = here.speaker.echo.say(said, session=prompt.session)
    sent = here.skill.last
    assert answer.speech.words == "All right."
    assert sent["request"]["payload"] == {"permissionScope": REMINDERS, "status": status}
    assert (sent["request"]["token"], sent["session"]["attributes"]) == ("my state", {})
    assert here.speaker.echo.grants.all().get(REMINDERS) == kept


def test_a_permission_once_given_is_not_asked_again(kitchen: Build):
    here = kitchen({"RemindMeIntent": hand_over(), "Connections.Response": close("All right.")})
    here.speaker.grant(granted=True)
    assert here.speaker.echo.say("remind me").speech.words == "All right."
    assert here.skill.last["request"]["payload"]["status"] == "ACCEPTED"
    permissions = here.skill.last["context"]["System"]["user"]["permissions"]
    assert permissions == {"scopes": {REMINDERS: {"status": "GRANTED"}}}


def test_what_is_neither_yes_nor_no_is_asked_once_more_then_let_be(kitchen: Build):
    here = kitchen({"RemindMeIntent": hand_over(), "Connections.Response": close("Fine.")})
    prompt = here.speaker.echo.say("remind me")
    again = here.speaker.echo.say("where is the milk", session=prompt.session)
    assert again.listening
    assert again.speech.words != prompt.speech.words
    assert here.speaker.echo.say("where is it", session=prompt.session).speech.words == "Fine."
    assert here.skill.last["request"]["payload"]["status"] == "NOT_ANSWERED"


def test_danger_gets_past_the_permission_prompt_to_the_skill(kitchen: Build):
    here = kitchen({"RemindMeIntent": hand_over(), "AMAZON.FallbackIntent": close("I'm with you.")})
    prompt = here.speaker.echo.say("remind me")
    assert here.speaker.echo.say("I want to die", session=prompt.session).speech.words == "I'm with you."


def test_a_permission_card_is_shown_in_the_devices_words(kitchen: Build):
    card = {"type": "AskForPermissionsConsent", "permissions": [REMINDERS]}
    here = kitchen({"RemindMeIntent": close("I've sent a card.", card=card)})
    answer = here.speaker.echo.say("remind me")
    assert (bool(answer.permission), answer.card) == (True, None)


def test_speech_that_cannot_be_played_ends_the_session_with_the_devices_apology(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("Sam & Kim")})
    answer = here.speaker.echo.say("check in")
    assert (answer.listening, bool(answer.speech.words)) == (False, True)
    assert here.skill.last["request"]["error"]["type"] == "INVALID_RESPONSE"


def test_a_conversation_left_alone_for_long_is_ended(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?")})
    first = here.speaker.echo.say("check in")
    here.clock.move(minutes=31)
    here.speaker.echo.tidy()
    assert here.skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    here.speaker.echo.say("yes", session=first.session)
    assert here.skill.last["session"]["new"] is True


def test_too_many_conversations_end_the_oldest(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?")})
    first = here.speaker.echo.say("check in")
    for _ in range(32):
        here.speaker.echo.say("check in")
    here.speaker.echo.tidy()
    assert here.skill.kinds.count("SessionEndedRequest") == 1
    assert here.skill.last["session"]["sessionId"] == first.session


@pytest.mark.parametrize("words", ["stop", "Cancel.", "go home"])
def test_a_stop_gets_past_the_permission_prompt_to_the_skill_and_allows_nothing(kitchen: Build, words: str):
    here = kitchen(
        {"RemindMeIntent": hand_over()}
        | {f"AMAZON.{name}Intent": close("Bye.") for name in ("Stop", "Cancel", "NavigateHome")}
    )
    prompt = here.speaker.echo.say("remind me")
    answer = here.speaker.echo.say(words, session=prompt.session)
    assert (answer.speech.words, answer.listening) == ("Bye.", False)
    assert here.skill.kinds == ["IntentRequest", "IntentRequest"]
    assert here.speaker.echo.grants.all() == {}


def test_leaving_gets_past_the_permission_prompt(kitchen: Build):
    here = kitchen({"RemindMeIntent": hand_over()})
    prompt = here.speaker.echo.say("remind me")
    assert not here.speaker.echo.say("exit", session=prompt.session).listening
    assert here.skill.last["request"]["reason"] == "USER_INITIATED"


def test_a_device_that_cannot_read_its_own_things_asks_the_skill_all_the_same(
    kitchen: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    here = kitchen({"CheckInIntent": close("Good evening.")})
    here.speaker.grant(granted=True)
    (tmp_path / "device" / "device.json").write_text("{broken")

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.rename", refuse)
    monkeypatch.setattr("os.replace", refuse)
    assert here.speaker.echo.say("check in").speech.words == "Good evening."
