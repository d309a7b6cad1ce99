"""Whatever JSON comes in, a Turn comes out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from skill.alexa.request import REMINDERS, turn_of
from skill.domain.check_in.expectations import Choosing
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.turn import Kind, Slot, Turn

from .mutations import ANY_JSON, MUTATED
from .recorded import NAMES, NOW, clock, recorded


def turn(name: str) -> Turn:
    return turn_of(recorded(name), clock)


KINDS = {
    "launch": Kind.LAUNCH,
    "intent": Kind.INTENT,
    "ended": Kind.ENDED,
    "permission": Kind.PERMISSION,
    "skill_disabled": Kind.DISABLED,
    "audio": Kind.PLAYBACK,
    "playback": Kind.BUTTON,
}


@pytest.mark.parametrize("name", NAMES)
def test_every_request_has_its_kind(name: str) -> None:
    expected = next((kind for start, kind in KINDS.items() if name.startswith(start)), Kind.EVENT)
    assert turn(name).kind is expected


def test_a_launch_says_who_where_and_when() -> None:
    launch = turn("launch")
    assert launch.household == "amzn1.ask.account.HOUSEHOLD"
    assert launch.person == "amzn1.ask.person.SAM"
    assert launch.at == datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
    assert launch.locale == "en-GB"
    assert launch.new
    assert launch.may_remind


def test_a_voice_that_was_not_recognised_is_nobody() -> None:
    assert turn("intent_check_in_one_shot").person is None


def test_slots_bring_their_raw_words_and_the_matched_id() -> None:
    assert turn("intent_exercise_with_slots").slots == {
        "theme": Slot("calming", "calm"),
        "hands": Slot("the baby", "baby"),
    }


def test_a_match_counts_whichever_authority_made_it() -> None:
    assert turn("intent_dynamic_entity_matched").slots == {"name": Slot("sammy", "first")}


def test_of_several_values_the_first_counts() -> None:
    assert turn("intent_cover_with_two_helpers").slots == {"helper": Slot("grandma", "grandma")}


def test_an_answer_comes_with_what_was_under_way() -> None:
    answer = turn("intent_answer_elicited")
    assert answer.words("answer") == "that you let me sleep"
    assert answer.progress.state == Choosing("noticing-small-kindness")
    assert answer.progress.here is Partner.FIRST


def test_an_intent_without_a_name_was_not_understood() -> None:
    envelope = recorded("intent_unknown")
    envelope["request"]["intent"] = None
    assert turn_of(envelope, clock).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("status", ["ACCEPTED", "DENIED", "NOT_ANSWERED"])
def test_an_answered_permission_prompt_brings_back_what_was_under_way(status: str) -> None:
    answered = turn(f"permission_{status.lower()}")
    assert answered.outcome == status
    assert answered.progress.state == Choosing("noticing-small-kindness")


def test_a_permission_prompt_that_failed_is_an_error() -> None:
    assert turn("permission_error").outcome == "ERROR"


def test_a_permission_answer_nobody_knows_is_an_error() -> None:
    envelope = recorded("permission_denied")
    envelope["request"]["payload"]["status"] = "PERHAPS"
    assert turn_of(envelope, clock).outcome == "ERROR"


def test_a_permission_answer_without_its_token_has_nothing_under_way() -> None:
    assert turn("permission_without_token").outcome == "ACCEPTED"
    assert turn("permission_without_token").progress == Progress()


def test_a_session_that_ended_says_why() -> None:
    assert turn("ended_user_initiated").outcome == "USER_INITIATED"
    assert turn("ended_error_endpoint_timeout").outcome == "ERROR"
    assert turn("ended_exceeded_max_reprompts").progress.state == Choosing("noticing-small-kindness")


def test_only_the_plain_word_not_persisted_lets_a_household_go() -> None:
    assert not turn("skill_disabled_not_persisted").persisted
    assert turn("skill_disabled_persisted").persisted
    assert turn("skill_disabled_without_body").persisted


@pytest.mark.parametrize(
    "body", [None, [], "NOT_PERSISTED", {"userInformationPersistenceStatus": ["NOT_PERSISTED"]}]
)
def test_an_unreadable_goodbye_deletes_nothing(body: object) -> None:
    envelope = recorded("skill_disabled_not_persisted")
    envelope["request"]["body"] = body
    assert turn_of(envelope, clock).persisted


def test_an_event_knows_its_household_without_a_session() -> None:
    assert turn("skill_disabled_not_persisted").household == "amzn1.ask.account.HOUSEHOLD"


def test_the_session_knows_the_household_where_the_context_does_not() -> None:
    envelope = recorded("launch")
    envelope["context"]["System"]["user"] = None
    assert turn_of(envelope, clock).household == "amzn1.ask.account.HOUSEHOLD"


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026-11-22T19:30:00Z", datetime(2026, 11, 22, 19, 30, tzinfo=UTC)),
        ("2026-11-22T21:30:00+02:00", datetime(2026, 11, 22, 19, 30, tzinfo=UTC)),
        ("2026-11-22T19:30:00.250Z", datetime(2026, 11, 22, 19, 30, 0, 250_000, tzinfo=UTC)),
        ("2026-11-22T19:30:00", datetime(2026, 11, 22, 19, 30, tzinfo=UTC)),
        (1795375800000, datetime(2026, 11, 22, 19, 30, tzinfo=UTC)),
        (1795375800000.5, datetime(2026, 11, 22, 19, 30, 0, 500, tzinfo=UTC)),
        ("1795375800000", datetime(2026, 11, 22, 19, 30, tzinfo=UTC)),
        ("0001-01-01T00:00:00+23:00", NOW),
        ("9999-12-31T23:59:59-23:00", NOW),
        ("soon", NOW),
        ("", NOW),
        (None, NOW),
        (True, NOW),
        (10**400, NOW),
        (float("nan"), NOW),
        (["2026-11-22T19:30:00Z"], NOW),
    ],
)
def test_the_time_of_a_turn_is_the_request_s_own(stamp: object, moment: datetime) -> None:
    envelope = recorded("launch")
    envelope["request"]["timestamp"] = stamp
    assert turn_of(envelope, clock).at == moment
    assert turn_of(envelope, clock).at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("permissions", "allowed"),
    [
        (None, False),
        ({"scopes": {REMINDERS: {"status": "GRANTED"}}}, True),
        ({"scopes": {REMINDERS: {"status": "DENIED"}}}, False),
        ({"consentToken": "yes"}, True),
        ({"consentToken": "yes", "scopes": {REMINDERS: {"status": "DENIED"}}}, False),
        ({"consentToken": "yes", "scopes": {"alexa::profile:name:read": {"status": "GRANTED"}}}, True),
        ({"scopes": [REMINDERS]}, False),
    ],
)
def test_reminders_are_allowed_when_the_request_says_so(permissions: object, *, allowed: bool) -> None:
    envelope = recorded("launch")
    envelope["context"]["System"]["user"]["permissions"] = permissions
    assert turn_of(envelope, clock).may_remind is allowed


def test_an_access_token_alone_is_no_consent() -> None:
    assert not turn("intent_check_in_one_shot").may_remind


@given(MUTATED)
def test_anything_may_stand_anywhere_and_a_turn_comes_of_it(envelope: dict[str, Any]) -> None:
    heard = turn_of(envelope, clock)
    assert isinstance(heard, Turn)
    assert all(isinstance(slot, Slot) and isinstance(slot.words, str) for slot in heard.slots.values())
    f"{heard.household}{heard.person}{heard.locale}{heard.intent}{heard.outcome}".encode()


@given(ANY_JSON)
def test_any_json_at_all_is_a_turn(value: object) -> None:
    assert turn_of(value, clock).kind is Kind.EVENT
