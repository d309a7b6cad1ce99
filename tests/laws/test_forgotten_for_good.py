"""Rules 11 and 12 where a conversation outlives its household, or the store breaks under it."""

from __future__ import annotations

from contextlib import AbstractContextManager

from msgspec.structs import replace

from skill.domain.ports import Home, Store
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.laws.house.device import Bench
from tests.laws.house.life import US
from tests.laws.house.log import log_lines
from tests.laws.house.memory import KeepingStore
from tests.laws.house.taken import EARS, LIBRARY, Taken
from tests.laws.scenes.two import HAND, OPENED, close_two

UNSPOKEN = (Kind.ENDED, Kind.PLAYBACK, Kind.BUTTON, Kind.PERMISSION, Kind.EVENT)


class BreakingStore:
    """A store that breaks in a way nobody thought of."""

    keeps = True

    def visit(self, household: str) -> AbstractContextManager[Home]:
        """Opens nothing.

        Raises:
            PermissionError: always.
        """
        raise PermissionError(household)

    def households(self) -> tuple[str, ...]:
        """Nobody."""
        return ()

    def forget_later(self, household: str) -> None:
        """Marks nobody.

        Raises:
            PermissionError: always.
        """
        raise PermissionError(household)


def forgotten_elsewhere(open_: Taken) -> tuple[MemoryStore, Turn]:
    """A store without its household, and what comes from the conversation that was open meanwhile."""
    store = KeepingStore()
    taken(store, Turn(Kind.DISABLED, US, open_.turn.at))
    return store, Turn(Kind.ENDED, US, open_.turn.at, open_.turn.locale, progress=open_.progress)


def taken(store: Store, turn: Turn) -> object:
    """What a turn gets in a store, and what is logged of it."""
    with log_lines() as lines:
        reply, progress = Turns(store, MemoryStore(), LIBRARY, EARS, First()).take(turn, Bench())
    return reply, progress, lines


def test_a_gate_that_was_open_brings_no_household_back_without_a_word() -> None:
    opened = close_two().asks(HAND)
    assert OPENED[HAND] in opened.keys
    store, ended = forgotten_elsewhere(opened)
    for kind in UNSPOKEN:
        for progress in (opened.progress, replace(opened.progress, begun=None)):
            taken(store, replace(ended, kind=kind, progress=progress))
            assert list(store.households()) == [], f"rule 12: {kind} brought a household back"


def test_an_answer_that_was_being_given_is_kept_by_nobody_who_begins_anew() -> None:
    two = close_two()
    for intent, slots in (("CheckInIntent", {}), ("KeepIntent", {}), ("NameIntent", {"name": "sam"})):
        asked = two.say(intent, slots)
    store, ended = forgotten_elsewhere(asked)
    said = {"answer": Slot("zqaaaa")}
    taken(store, replace(ended, kind=Kind.INTENT, intent="CheckInIntent", progress=type(asked.progress)()))
    taken(store, replace(ended, kind=Kind.INTENT, intent="AnswerIntent", slots=said))
    with store.visit(US) as home:
        assert "zqaaaa" not in repr(home.household), "rule 12: an answer of before was kept"


def test_whatever_breaks_fear_is_any_early_end() -> None:
    opened = close_two().asks(HAND)
    for progress in (opened.progress, type(opened.progress)()):
        turn = Turn(Kind.INTENT, US, opened.turn.at, opened.turn.locale, progress=progress)
        fear, *others = (
            taken(BreakingStore(), replace(turn, intent=intent, slots=slots))
            for intent, slots in (
                ("FearIntent", {}),
                ("AnswerIntent", {"answer": Slot("she hits me")}),
                ("AnswerIntent", {"answer": Slot("stop")}),
                ("AMAZON.StopIntent", {}),
                ("AMAZON.CancelIntent", {}),
                ("AMAZON.NavigateHomeIntent", {}),
            )
        )
        assert all(each == fear for each in others), "rule 11: fear can be told from another end"
