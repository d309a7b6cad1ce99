"""What a forgetting could not take off the device is taken off later, and nothing else is known by then."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.progress import Progress
from skill.domain.reminder import Refusal
from skill.domain.reply import Ask, Reply
from skill.domain.turn import Kind, Slot, Turn
from skill.forgetting import forget_all
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from skill.turns import Turns
from tests.conversations.alone_time import alone_room
from tests.conversations.alone_time.alone_room import LIBRARY, Around, InTurn, PlainEars, asked, keys
from tests.domain.alone_time.ringing_device import RingingDevice

MONDAY = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
SATURDAY = {"name": "sam", "day": "2026-11-28", "time": "10:00", "length": "PT1H"}
THURSDAYS = {"name": "sam", "weekday": "TH", "time": "19:30", "length": "PT1H"}
UNREACHABLE = [Refusal.NOT_NOW] * 9


@dataclass
class Room:
    """A household on disk with one device; every turn is a process of its own."""

    folder: Path
    now: datetime = MONDAY
    device: RingingDevice = field(default_factory=RingingDevice)
    progress: Progress | None = None

    def turns(self) -> Turns:
        return Turns(TinyDBStore(self.folder), MemoryStore(), LIBRARY, PlainEars(), InTurn())

    def say(self, intent: str, kind: Kind = Kind.INTENT, **slots: str) -> Reply:
        turn = Turn(
            kind,
            "us",
            self.now,
            "en-GB",
            intent,
            {name: Slot(said, said) for name, said in slots.items()},
            progress=self.progress or Progress(),
            new=self.progress is None,
            may_remind=True,
        )
        reply, progress = self.turns().take(turn, Around(self.device, alone_room.Settings()))
        self.progress = progress if isinstance(reply, Ask) else None
        return reply

    def night(self, **later: float) -> None:
        self.now += timedelta(**later)
        self.turns().night(self.now)

    @property
    def household(self) -> Household:
        with TinyDBStore(self.folder).visit("us") as home:
            return home.household

    @property
    def files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def forgotten(room: Room, **slots: str) -> Reply:
    """All is to be forgotten of a couple with a reminder, while the device cannot be reached."""
    room.say("BookAloneTimeIntent", Kind.INTENT, **(slots or SATURDAY))
    room.say("AMAZON.YesIntent")
    room.say("ForgetUsIntent")
    room.device.refusals = list(UNREACHABLE)
    reply = room.say("AMAZON.YesIntent")
    room.device.refusals = []
    assert list(room.device.there) == ["t1"]
    return reply


def test_what_is_left_of_a_forgotten_household_is_a_reminders_token_and_nothing_else(room: Room):
    assert keys(forgotten(room)) == ["forgetting.done", "reminder.may_still_ring"]
    assert room.household == Household("us", leftovers=(Leftover("t1", date(2026, 11, 29)),))
    assert not [path for path in room.files if b"Sam" in path.read_bytes() or b"10:00" in path.read_bytes()]


def test_the_next_conversation_takes_it_off_the_device_and_drops_it(room: Room):
    forgotten(room)
    room.now += timedelta(hours=1)
    room.say("", Kind.LAUNCH)
    assert room.device.there == {}
    assert room.household.leftovers == ()
    assert not [path for path in room.files if b"t1" in path.read_bytes()]


def test_a_reminder_that_is_gone_by_itself_is_dropped(room: Room):
    forgotten(room)
    room.device.refusals = [Refusal.GONE]
    room.say("", Kind.LAUNCH)
    assert room.household.leftovers == ()


def test_what_may_still_ring_is_said_and_known_also_when_forgetting_has_to_wait(
    room: Room, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as disk:
        disk.setattr(os, "rename", full)
        assert keys(forgotten(room)) == ["forgetting.later", "reminder.may_still_ring"]
    room.say("", Kind.LAUNCH)
    assert room.device.there == {}
    assert not [path for path in room.files if b"Sam" in path.read_bytes()]


def test_it_is_tried_once_a_conversation_until_it_is_done(room: Room):
    forgotten(room)
    room.device.refusals = list(UNREACHABLE)
    calls = len(room.device.calls)
    room.say("CheckInIntent")
    room.say("SkipIntent")
    assert room.device.calls[calls:] == ["delete"]
    assert [left.token for left in room.household.leftovers] == ["t1"]
    room.device.refusals = []
    room.say("CheckInIntent")
    assert room.device.there == {}


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "FearIntent", "DangerIntent"])
def test_danger_fear_and_stop_wait_for_no_device(room: Room, intent: str):
    forgotten(room)
    calls = len(room.device.calls)
    room.say(intent)
    assert len(room.device.calls) == calls


def test_forgetting_again_tries_again(room: Room):
    forgotten(room)
    room.device.refusals = list(UNREACHABLE)
    room.say("ForgetUsIntent")
    assert keys(room.say("AMAZON.YesIntent")) == ["forgetting.done", "reminder.may_still_ring"]
    room.device.refusals = []
    room.say("ForgetUsIntent")
    assert keys(room.say("AMAZON.YesIntent")) == ["forgetting.done"]
    assert room.device.there == {}
    assert room.files == []


def test_once_it_has_rung_nothing_is_left_at_all(room: Room):
    forgotten(room)
    room.night(days=6)
    assert room.household.leftovers
    room.night(days=1)
    assert room.files == []


def test_a_series_without_an_end_is_tried_for_a_year(room: Room):
    forgotten(room, **THURSDAYS)
    room.night(days=365)
    assert room.household.leftovers
    room.night(days=1)
    assert room.files == []


def test_a_household_that_lives_on_keeps_the_rest_when_it_has_rung(room: Room):
    forgotten(room)
    room.device.refusals = list(UNREACHABLE)
    room.say("CallMeIntent", name="alex")
    room.night(days=7)
    assert room.household.leftovers == ()
    assert room.household.first.name == "Alex"


def test_the_command_that_forgets_takes_it_along(room: Room):
    forgotten(room)
    assert forget_all(Settings(room.folder), sure=True) == 1
    assert not [path for path in room.files if b"t1" in path.read_bytes()]
    assert room.household == Household("us")


def test_a_skill_that_is_disabled_leaves_nothing(room: Room):
    forgotten(room)
    room.device.refusals = list(UNREACHABLE)
    room.say("", Kind.DISABLED)
    assert room.files == []


@pytest.mark.parametrize("intent", ["DeleteItAllIntent", "EverythingIntent", "ForgetUsIntent"])
def test_the_same_wish_once_more_is_the_yes(room: Room, intent: str):
    room.say("BookAloneTimeIntent", Kind.INTENT, **SATURDAY)
    room.say("AMAZON.NoIntent")
    room.say("ForgetUsIntent")
    assert keys(room.say(intent)) == ["forgetting.done"]
    assert room.household.forgotten


def test_a_lesser_wish_is_no_yes(room: Room):
    room.say("BookAloneTimeIntent", Kind.INTENT, **SATURDAY)
    room.say("AMAZON.NoIntent")
    room.say("ForgetUsIntent")
    assert isinstance(room.say("WhichToForgetIntent"), Ask)
    assert room.household.alone_times.bookings


def test_all_of_it_said_again_means_everything_and_is_confirmed(room: Room):
    assert asked(room.say("DeleteItAllIntent")) == "which_to_forget"
    assert asked(room.say("DeleteItAllIntent")) == "forgetting"


def test_that_nothing_is_kept_is_said_where_it_is_so(room: Room):
    room.say("BookAloneTimeIntent", Kind.INTENT, **SATURDAY)
    room.say("AMAZON.NoIntent")
    assert keys(room.say("WhatIsKeptIntent")) == ["privacy.kept"]
    room.say("ForgetUsIntent")
    room.say("AMAZON.YesIntent")
    assert keys(room.say("WhatIsKeptIntent")) == ["privacy.nothing_now"]
    assert keys(room.say("WhatIsKeptIntent")) == ["privacy.nothing_now"]
