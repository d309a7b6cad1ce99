"""Danger is answered at once, from everywhere, whatever breaks, with the number of where they live."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from skill.conversations.table import TABLE
from skill.domain.ports import Home, StoreError
from skill.domain.reply import Ask, Close
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Slot, Turn
from tests.house import Bench, House, spoken
from tests.what_always_holds.saying import DANGER, DANGERS, SLOTS


class Deaf(Bench):
    """A device that must not be asked."""

    def time_zone(self) -> str | None:
        raise AssertionError("the device was asked before the reply")


@pytest.mark.parametrize("slot", sorted(SLOTS))
@pytest.mark.parametrize("intent", sorted(TABLE))
def test_danger_in_any_slot_of_any_intent_gets_help(intent: str, slot: str):
    reply = House().take(intent, {slot: Slot(DANGER)})
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Crisis)


def test_the_crisis_reply_asks_no_device_anything():
    house = House()
    turn = Turn(Kind.INTENT, "us", house.now, "en-AU", "DangerIntent")
    reply, _ = house.turns().take(turn, Deaf())
    assert "000" in spoken(reply)


def test_danger_in_an_exercise_asks_the_device_nothing():
    house = House()
    house.take("ExerciseIntent")
    turn = Turn(
        Kind.INTENT, "us", house.now + timedelta(days=2), "en-GB", "DangerIntent", progress=house.progress
    )
    reply, _ = house.turns().take(turn, Deaf())
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Crisis)


@pytest.mark.parametrize(
    ("locale", "number"),
    [("en-US", "911"), ("en-GB", "999"), ("en-AU", "000"), ("en-CA", "911"), ("en-IN", "112")],
)
def test_every_locale_speaks_its_own_number(locale: str, number: str):
    house = House()
    reply, _ = house.turns().take(Turn(Kind.INTENT, "us", house.now, locale, "DangerIntent"), Bench())
    assert f">{number}<" in spoken(reply)


def test_the_zone_the_household_lives_in_speaks_before_the_locale():
    house = House()
    house.take("CheckInIntent")
    reply, _ = house.turns().take(Turn(Kind.INTENT, "us", house.now, "en-US", "DangerIntent"), Bench())
    assert ">999<" in spoken(reply)


def test_a_question_that_is_not_understood_after_the_crisis_reply_ends_kindly():
    house = House()
    house.take("DangerIntent")
    assert isinstance(house.take("AMAZON.FallbackIntent"), Ask)
    assert isinstance(house.take("AMAZON.FallbackIntent"), Ask)
    assert isinstance(house.take("AMAZON.FallbackIntent"), Close)


class Broken:
    """A store that breaks in a way nobody thought of."""

    keeps = True

    def visit(self, household: str) -> AbstractContextManager[Home]:
        raise PermissionError(household)

    def households(self) -> Iterable[str]:
        return ()

    def forget_later(self, household: str) -> None:
        raise StoreError(household)


@pytest.mark.parametrize("intent", ["FearIntent", *(intent for intent, _ in DANGERS.values())])
def test_danger_and_fear_are_answered_whatever_breaks(intent: str):
    assert House(store=Broken()).take(intent) == House().take(intent)


def test_what_breaks_otherwise_is_not_hidden():
    with pytest.raises(PermissionError):
        House(store=Broken()).take("CheckInIntent")
