"""A turn that is not kept leaves nothing on the device, and the night goes by the clock that turns go by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from skill.domain.ports import Home, StoreError
from skill.domain.progress import Progress
from skill.domain.reminder import Once, Refusal, Ring, Weekly
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.conversations.alone_time.alone_room import (
    LIBRARY,
    Around,
    House,
    InTurn,
    KeepingStore,
    PlainEars,
    Settings,
    keys,
)
from tests.domain.alone_time.ringing_device import RingingDevice

WORDS = "the little boat"


class Failing(KeepingStore):
    """A store whose disk fails when told to; nothing of the turn is then kept."""

    fault: Exception | None = None

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with super().visit(household) as home:
            yield home
            if self.fault:
                raise self.fault


@pytest.fixture
def store() -> Failing:
    return Failing()


@pytest.fixture
def house(store: Failing) -> House:
    return House(store=store)


def reminded(house: House, **slots: str) -> Ring:
    """A booking with its reminder: how that rings."""
    house.book(**slots)
    house.yes()
    (ring,) = house.device.there.values()
    return ring


def test_a_reminder_that_could_not_be_kept_is_taken_off_the_device_again(house: House, store: Failing):
    house.book()
    store.fault = StoreError("No room.")
    assert keys(house.yes()) == ["store.not_kept"]
    assert house.device.there == {}


def test_a_reminder_that_could_not_even_be_taken_off_may_still_ring_and_it_is_said(
    house: House, store: Failing
):
    house.book()
    store.fault = StoreError("No room.")
    house.device.refusals = [None, Refusal.NOT_NOW]
    assert keys(house.yes()) == ["store.not_kept", "store.may_still_ring"]


def test_a_reminder_of_a_turn_that_broke_is_taken_off_too(house: House, store: Failing):
    house.book()
    store.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        house.yes()
    assert house.device.there == {}


def test_a_move_that_could_not_be_kept_rings_as_before(house: House, store: Failing):
    before = reminded(house)
    store.fault = StoreError("No room.")
    assert keys(house.say("MoveAloneTimeIntent", day="2026-11-29")) == ["store.not_kept"]
    assert list(house.device.there.values()) == [before]
    assert isinstance(before.trigger, Once)


def test_a_series_that_was_cut_but_not_kept_rings_every_week_again(house: House, store: Failing):
    before = reminded(house, day="", weekday="TH", time="19:30").trigger
    assert isinstance(before, Weekly)
    house.later(days=7)
    store.fault = StoreError("No room.")
    assert keys(house.say("SkipAloneTimeIntent", day="2026-12-17")) == ["store.not_kept"]
    assert house.device.calls == ["create", "update", "create", "delete", "update"]
    (after,) = (ring.trigger for ring in house.device.there.values())
    assert isinstance(after, Weekly)
    assert (after.weekday, after.at, after.ends) == (before.weekday, before.at, None)


def test_what_was_kept_stays_on_the_device(house: House):
    reminded(house)
    assert [alarm.token for alarm in house.times.alarms] == list(house.device.there)


def leave_an_answer(store: MemoryStore, at: datetime, locale: str) -> Turns:
    turns = Turns(store, MemoryStore(), LIBRARY, PlainEars(), InTurn())
    progress = Progress()
    for intent, slots in (
        ("CheckInIntent", {}),
        ("KeepIntent", {}),
        ("NameIntent", {"name": Slot("sam")}),
        ("AnswerIntent", {"answer": Slot(WORDS)}),
    ):
        turn = Turn(Kind.INTENT, "us", at, locale, intent, slots, progress=progress)
        _, progress = turns.take(turn, Around(RingingDevice(), Settings(zone=None)))
    return turns


def kept(store: MemoryStore) -> bool:
    with store.visit("us") as home:
        return WORDS in repr(home.household)


@pytest.mark.parametrize(
    ("locale", "four"), [("en-US", 9), ("en-GB", 4), ("en-AU", 17)], ids=["new_york", "london", "sydney"]
)
def test_where_nobody_knows_the_zone_the_night_comes_when_the_turns_say_so(locale: str, four: int):
    store = KeepingStore()
    turns = leave_an_answer(store, datetime(2026, 11, 24, four - 1, 30, tzinfo=UTC), locale)
    turns.night(datetime(2026, 11, 24, four - 1, 59, tzinfo=UTC))
    assert kept(store)
    turns.night(datetime(2026, 11, 24, four, 0, tzinfo=UTC))
    assert not kept(store)
