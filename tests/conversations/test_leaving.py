"""Whatever ends a conversation at once leaves the same behind as fear does, to the byte."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from skill.conversations.table import AT_ONCE
from skill.domain.exercise.expectations import Afterwards, AtGate
from skill.domain.household import Household
from skill.domain.turn import Heard, Slot
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.conversations.asking_house import AskingHouse
from tests.house import LIBRARY, House, Keeping, PlainEars
from tests.what_always_holds.saying import FEAR

DAY = timedelta(days=1)
A_WHILE = timedelta(seconds=40)


def _house_at(state: type[AtGate | Afterwards], exercise: str) -> AskingHouse:
    """A house whose zone grows older than a day while an exercise is under way."""
    house = AskingHouse()
    house.say("CheckInIntent")
    house.say("AMAZON.StopIntent")
    house.now += DAY - timedelta(seconds=10)
    house.say("ExerciseIntent", exercise=exercise)
    assert isinstance(house.progress.state, state)
    house.now += A_WHILE
    return house


def _left_by(intent: str, state: type[AtGate | Afterwards], exercise: str) -> Household:
    house = _house_at(state, exercise)
    house.say(intent)
    return house.household


@pytest.mark.parametrize(("state", "exercise"), [(AtGate, "P02"), (Afterwards, "A01")])
@pytest.mark.parametrize("intent", sorted(AT_ONCE))
def test_no_end_asks_the_device_and_all_leave_the_same_bytes(
    intent: str, state: type[AtGate | Afterwards], exercise: str
):
    left = _left_by(intent, state, exercise)
    assert left == _left_by("FearIntent", state, exercise)
    assert left.zone is not None
    assert left.zone.learned_at == AskingHouse().now, "the device was asked"


class Stopped(PlainEars):
    """Ears that hear a stop in free words, too."""

    def whole(self, words: str, _locale: str, _today: date) -> Heard | None:
        return Heard("AMAZON.StopIntent") if words == "stop" else None


class Free(House):
    """A house where words come in as they are."""

    def turns(self) -> Turns:
        return Turns(self.store, MemoryStore(), LIBRARY, Stopped(), First())


@pytest.mark.parametrize("words", ["stop", FEAR])
def test_a_stop_among_free_words_asks_no_device_either(words: str):
    house = Free(store=Keeping())
    house.take("CheckInIntent")
    house.now += DAY + A_WHILE
    kept = house.kept()
    house.take("AnswerIntent", {"answer": Slot(words)})
    assert house.kept() == kept
