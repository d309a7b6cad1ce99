from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

import pytest

from skill.domain.ports import Home, StoreError
from skill.domain.quiet import Nap, Quiet
from skill.domain.reminder import Refusal
from skill.stores.memory import MemoryStore
from tests.conversations.alone_time.alone_room import KeepingStore, asked, keys
from tests.conversations.asking_house import AskingHouse


@pytest.fixture
def house() -> AskingHouse:
    return AskingHouse()


@pytest.mark.parametrize(("said", "kept"), [("07:00", time(19)), ("19:30", time(19, 30)), ("NI", time(21))])
def test_an_hour_that_is_said_is_kept_and_read_back(house: AskingHouse, said: str, kept: time):
    reply = house.say("WhisperFromIntent", time=said)
    assert keys(reply) == ["quiet.kept"]
    assert house.household.quiet == Quiet(kept)


NAP = Nap(time(13), time(15))


def test_nap_time_is_kept_beside_the_evenings_and_either_is_changed_alone(house: AskingHouse):
    house.say("WhisperFromIntent", time="19:00")
    reply = house.say("WhisperFromIntent", time="13:00", until="15:00")
    assert keys(reply) == ["quiet.nap", "quiet.evenings_too"]
    assert house.household.quiet == Quiet(time(19), nap=NAP)
    reply = house.say("WhisperFromIntent", time="20:00")
    assert keys(reply) == ["quiet.kept", "quiet.nap_too"]
    assert house.household.quiet == Quiet(time(20), nap=NAP)
    house.say("StopWhisperingIntent")
    assert house.household.quiet == Quiet()


def test_nap_time_is_an_answer_to_from_when(house: AskingHouse):
    house.say("WhisperFromIntent")
    assert keys(house.say("WhenIntent", time="13:00", until="15:00")) == ["quiet.nap"]
    assert house.household.quiet == Quiet(nap=NAP)


@pytest.mark.parametrize("answer", [("NumberIntent", {"number": "8"}), ("WhenIntent", {"time": "20:00"})])
def test_an_hour_that_is_missing_is_asked_for(house: AskingHouse, answer: tuple[str, dict[str, str]]):
    assert asked(house.say("WhisperFromIntent")) == "whisper_from"
    intent, slots = answer
    house.say(intent, **slots)
    assert house.household.quiet == Quiet(time(20))


@pytest.mark.parametrize("number", ["25", "x", ""])
def test_what_is_no_hour_is_asked_again(house: AskingHouse, number: str):
    house.say("WhisperFromIntent")
    assert asked(house.say("NumberIntent", number=number)) == "whisper_from"
    assert house.household.quiet == Quiet()


@pytest.mark.parametrize("no", ["AMAZON.NoIntent", "SkipIntent", "StopWhisperingIntent"])
def test_a_no_to_from_when_leaves_it_as_it_was(house: AskingHouse, no: str):
    house.say("WhisperFromIntent", time="19:00")
    house.say("WhisperFromIntent")
    assert keys(house.say(no)) == ["quiet.as_it_was"]
    assert house.household.quiet == Quiet(time(19))


def test_whisper_on_its_own_whispers_in_that_very_answer(house: AskingHouse):
    house.say("CheckInIntent")
    reply = house.say("WhisperIntent")
    assert asked(reply) == "choosing"
    assert house.progress.softly


def test_speaking_up_ends_the_evening_and_all_evenings(house: AskingHouse):
    house.say("WhisperFromIntent", time="19:00")
    house.say("WhisperIntent")
    house.say("StopWhisperingIntent")
    assert house.household.quiet == Quiet()


def test_where_nothing_is_kept_only_this_evening_is_promised():
    house = AskingHouse(store=type("Forgetful", (KeepingStore,), {"keeps": False})())
    assert keys(house.say("WhisperFromIntent", time="19:00")) == ["quiet.tonight_only"]
    assert house.household.quiet.since is None


def test_a_ring_in_quiet_hours_is_not_offered_but_can_be_asked_for(house: AskingHouse):
    house.say("WhisperFromIntent", time="20:00")
    assert asked(house.book(time="20:10")) == "offer_reminder", "it rings at five to eight"
    house.no()
    house.later(days=8)
    assert asked(house.book(time="20:15", day="2026-12-05")) == ""
    assert asked(house.say("RemindMeIntent")) == "offer_reminder"
    house.yes()
    assert [ring.softly for ring in house.device.there.values()] == [True]


def test_moving_a_booking_into_quiet_hours_offers_no_ring_there_either(house: AskingHouse):
    house.granted = False
    house.say("WhisperFromIntent", time="20:00")
    house.book(time="20:30")
    assert asked(house.say("MoveAloneTimeIntent", time="21:00")) == ""


def test_quiet_asks_no_device_for_its_clock_when_a_conversation_is_left(house: AskingHouse):
    house.say("WhisperFromIntent", time="19:00")
    house.later(days=3)
    kept = house.household
    house.say("AMAZON.StopIntent")
    assert house.household == kept


def test_quiet_is_kept_by_the_household_s_own_clock():
    house = AskingHouse(now=datetime(2026, 11, 23, 15, tzinfo=UTC))
    house.settings.zone = "Asia/Kolkata"
    house.say("WhisperFromIntent", time="20:00")
    house.say("SupportIntent")
    assert house.progress.softly, "it is half past eight in the evening there"


@pytest.fixture
def reminded(house: AskingHouse) -> AskingHouse:
    """One that rings at quarter to ten in the morning, and one at quarter past eight on Thursdays."""
    house.book()
    house.yes()
    house.book(weekday="TH", day="", time="20:30")
    house.yes()
    return house


def _soft(house: AskingHouse) -> list[bool]:
    return [ring.softly for ring in house.device.there.values()]


def test_a_reminder_that_was_set_before_is_whispered_and_no_other(reminded: AskingHouse):
    assert _soft(reminded) == [False, False]
    reply = reminded.say("WhisperFromIntent", time="19:00")
    assert keys(reply) == ["quiet.kept"]
    assert _soft(reminded) == [False, True]
    since, until = datetime(2026, 11, 24), datetime(2026, 12, 4)  # noqa: DTZ001 - the wall clock has no zone
    assert len(reminded.device.rings(since, until)) == 3, "it rings no more often than before"


def test_a_reminder_rings_aloud_again_when_the_hour_is_over_or_later(reminded: AskingHouse):
    reminded.say("WhisperFromIntent", time="19:00")
    reminded.say("WhisperFromIntent", time="21:00")
    assert _soft(reminded) == [False, False]
    reminded.say("WhisperFromIntent", time="19:00")
    reminded.say("StopWhisperingIntent")
    assert _soft(reminded) == [False, False]


@pytest.mark.parametrize(
    ("intent", "said"),
    [("WhisperFromIntent", "quiet.not_softly"), ("StopWhisperingIntent", "quiet.not_aloud")],
)
def test_a_reminder_that_could_not_be_changed_is_owned_up_to_and_tried_again(
    reminded: AskingHouse, intent: str, said: str
):
    slots = {"time": "19:00"} if intent == "WhisperFromIntent" else {}
    if not slots:
        reminded.say("WhisperFromIntent", time="19:00")
    before = _soft(reminded)
    reminded.device.refusals = [Refusal.NOT_NOW]
    assert keys(reminded.say(intent, **slots))[-1] == said
    assert _soft(reminded) == before
    if slots:
        assert keys(reminded.say(intent, **slots)) == ["quiet.kept"]
        assert _soft(reminded) == [False, True]


def test_a_reminder_that_is_gone_from_the_device_is_no_trouble(reminded: AskingHouse):
    reminded.device.there.clear()
    assert keys(reminded.say("WhisperFromIntent", time="19:00")) == ["quiet.kept"]


def test_where_the_hour_cannot_be_kept_the_reminders_ring_as_before(reminded: AskingHouse):
    reminded.say("WhisperFromIntent", time="19:00")
    reminded.store = _Full(reminded.store)
    reminded.say("StopWhisperingIntent")
    assert _soft(reminded) == [False, True]


class _Full(KeepingStore):
    """A store whose disk is full: what a visit kept is lost."""

    def __init__(self, there: MemoryStore) -> None:
        super().__init__()
        self.there = there

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with self.there.visit(household) as home:
            found = home.household
            yield home
            home.keep(found)
        raise StoreError("the disk is full")
