"""Whoever leaves hears the same close, whatever breaks: no reply and no log tells fear from another end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from skill.domain.ending import EARLY_CLOSE
from skill.domain.ports import Home, StoreError
from skill.domain.progress import Progress
from skill.domain.reply import Close, Reply
from skill.domain.turn import Heard, Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.house import LIBRARY, Bench, House, Keeping
from tests.laws.house.log import log_lines
from tests.what_always_holds.saying import FEAR

LEAVING: tuple[tuple[str, dict[str, Slot]], ...] = (
    ("FearIntent", {}),
    ("AnswerIntent", {"answer": Slot(FEAR)}),
    ("NameIntent", {"name": Slot(FEAR)}),
    ("AMAZON.StopIntent", {}),
    ("AMAZON.CancelIntent", {}),
    ("AMAZON.NavigateHomeIntent", {}),
    ("AnswerIntent", {"answer": Slot("stop")}),
)
FAULTS = (StoreError("No room."), PermissionError("us"), ZeroDivisionError(), KeyError("household"))


class Breaking(Keeping):
    """A store that breaks while it opens a household, or when it is to keep what a turn has changed."""

    fault: Exception | None = None
    opens = True

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        if self.fault and not self.opens:
            raise self.fault
        with super().visit(household) as home:
            yield home
            if self.fault:
                raise self.fault


class Reading:
    """Ears that hear danger, and a stop among free words."""

    def __init__(self) -> None:
        self.distress = House().turns().ears.distress

    def whole(self, words: str, _locale: str, _today: date) -> Heard | None:
        return Heard("AMAZON.StopIntent") if words == "stop" else None


def left(
    house: House, store: Breaking, intent: str, slots: dict[str, Slot]
) -> tuple[Reply, Progress, list[str]]:
    at = house.now + timedelta(seconds=40)
    turn = Turn(Kind.INTENT, "us", at, "en-GB", intent, slots, progress=house.progress)
    with log_lines() as lines:
        reply, progress = Turns(store, MemoryStore(), LIBRARY, Reading(), First()).take(turn, Bench())
    return reply, progress, lines


@pytest.mark.parametrize("begun", ["", "CheckInIntent", "ExerciseIntent", "ForgetUsIntent"])
@pytest.mark.parametrize("opens", [True, False], ids=["not_kept", "not_read"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_fear_is_any_early_end_whatever_breaks(fault: Exception, begun: str, *, opens: bool):
    store = Breaking()
    house = House(store=store)
    if begun:
        house.take(begun)
    store.fault, store.opens = fault, opens
    endings = [left(house, store, intent, slots) for intent, slots in LEAVING]
    assert endings == [endings[0]] * len(LEAVING)
    assert endings[0][0] == Close((EARLY_CLOSE,))
    assert len(endings[0][2]) == 2, "what broke is told, and the turn"


def test_what_else_breaks_is_not_hidden():
    store = Breaking()
    store.fault = ZeroDivisionError()
    house = House(store=store)
    for intent in ("AMAZON.NoIntent", "AMAZON.HelpIntent", "CheckInIntent"):
        with pytest.raises(ZeroDivisionError):
            house.take(intent)
