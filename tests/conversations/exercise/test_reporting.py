"""What players tell and buttons ask: kept or done, and never a word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from skill.domain.ending import EARLY_CLOSE
from skill.domain.reply import Ask, Close, HandOver, Nothing
from skill.domain.track import Now
from tests.conversations.exercise import track_room
from tests.conversations.exercise.track_room import TrackRoom, hushes

EVEN = "P23"
OUTCOMES = ("STARTED", "STOPPED", "FINISHED", "FAILED", "NEARLY_FINISHED", "")


@pytest.fixture
def room() -> TrackRoom:
    room = TrackRoom()
    room.say("TrackIntent", exercise=EVEN)
    room.later(5)
    return room


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_nothing_is_ever_answered(room: TrackRoom, outcome: str):
    assert room.tell(outcome, EVEN, 1000) == Nothing()


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_player_that_was_told_nothing_begins_no_place(outcome: str):
    room = TrackRoom()
    room.tell(outcome, EVEN, 1000)
    assert room.stands == ()
    assert room.done == []


@pytest.mark.parametrize("outcome", ["STOPPED", "FINISHED", "FAILED"])
def test_what_another_device_or_another_track_tells_changes_nothing(room: TrackRoom, outcome: str):
    before = room.household
    room.tell(outcome, EVEN, 99_000, on="bedroom")
    room.tell(outcome, "P21", 99_000)
    assert room.household == before


def test_heard_to_its_end_it_is_done_once_and_waits_no_more(room: TrackRoom):
    for _ in range(3):
        room.tell("FINISHED", EVEN, 125_000)
    assert room.done == [EVEN]
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)


def test_nearly_over_at_once_is_no_progress(room: TrackRoom):
    room.tell("STARTED", EVEN, 0)
    room.tell("NEARLY_FINISHED", EVEN, 125_000)
    assert (room.done, room.stand()) == ([], (EVEN, 0))


def test_stopped_halfway_is_not_done(room: TrackRoom):
    room.tell("STOPPED", EVEN, 60_000)
    assert room.done == []


def test_what_comes_late_changes_nothing(room: TrackRoom):
    room.tell("STARTED", EVEN, 40_000)
    room.later(-20)
    room.tell("STOPPED", EVEN, 10_000)
    assert room.stand() == (EVEN, 40_000)


def test_over_midnight_and_four_what_was_begun_yesterday_is_yesterdays(room: TrackRoom):
    room.now = datetime(2026, 11, 24, 4, 1, tzinfo=UTC)
    room.tell("FINISHED", EVEN, 125_000)
    assert [entry.day.day for entry in room.history] == [23]


@pytest.mark.parametrize("outcome", ["STARTED", "STOPPED"])
@pytest.mark.parametrize("told_before", [(), ("STOPPED",), ("FINISHED",)])
def test_a_place_that_went_at_four_is_not_brought_back_by_what_is_told_late(
    room: TrackRoom, outcome: str, told_before: tuple[str, ...]
):
    for before in told_before:
        room.tell(before, EVEN, 42_170)
    room.now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    room.tell("FINISHED", EVEN, 42_170)
    room.tell(outcome, EVEN, 42_170)
    room.sounds(EVEN, 42_170, Now.STOPPED)
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)


def test_a_track_that_sounds_over_four_keeps_its_place():
    room = TrackRoom()
    room.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    room.say("TrackIntent", exercise=EVEN)
    room.later(70)
    room.tell("STOPPED", EVEN, 65_000)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 65_000)


def test_after_a_failure_it_is_spoken_for_an_hour(room: TrackRoom):
    room.tell("STARTED", EVEN, 40_000)
    room.tell("FAILED", EVEN, 0)
    assert room.stand() == (EVEN, 40_000), "where it was heard to"
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)
    room.say("AMAZON.StopIntent")
    room.later(3600)
    assert isinstance(room.say("TrackIntent", exercise=EVEN), HandOver)


def test_the_buttons_do_what_is_said_with_their_names(room: TrackRoom):
    assert hushes(room.press("Pause"))
    room.tell("STOPPED", EVEN, 42_170)
    assert track_room.playing(room.press("Resume")) == (EVEN, 42_170)
    following, _ = track_room.playing(room.press("Next"))
    assert following != EVEN
    assert track_room.playing(room.press("Previous")) == (EVEN, 0)


def test_play_on_a_track_that_is_over_plays_it_again(room: TrackRoom):
    room.tell("FINISHED", EVEN, 125_000)
    assert track_room.playing(room.press("Resume")) == (EVEN, 0)


def test_play_after_four_plays_the_players_track_from_its_beginning():
    room = TrackRoom()
    room.sounds(EVEN, 42_170, Now.STOPPED)
    assert track_room.playing(room.press("Resume")) == (EVEN, 0)


@pytest.mark.parametrize("intent", ["Next", "Previous", "Resume"])
def test_a_button_with_nothing_behind_it_does_nothing(intent: str):
    assert TrackRoom().press(intent) == Nothing()


@pytest.mark.parametrize("intent", ["Next", "Previous", "Resume"])
def test_a_button_begins_no_words_where_no_track_can_be_played(room: TrackRoom, intent: str):
    room.plays = False
    before = room.household
    assert room.press(intent) == Nothing()
    assert room.household == before


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "FearIntent"])
def test_every_early_end_leaves_the_same_of_a_track(room: TrackRoom, intent: str):
    room.sounds(EVEN, 20_000)
    before = room.household
    assert room.say(intent) == Close((EARLY_CLOSE,))
    assert room.household == before
    room.tell("STOPPED", EVEN, 20_000)
    assert room.stand() == (EVEN, 20_000)
