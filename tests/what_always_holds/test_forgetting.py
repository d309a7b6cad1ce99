"""Whoever wants to be forgotten is, whatever goes on meanwhile."""

from __future__ import annotations

from pathlib import Path

from skill.domain.ports import StoreError
from skill.domain.reply import Nothing
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.tinydb import TinyDBStore
from tests.house import Bench, Full, House, about_to_answer
from tests.what_always_holds.saying import SECRET


def test_forget_us_takes_one_confirmation_and_leaves_nothing():
    house = about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.take("ForgetUsIntent")
    assert SECRET in house.kept()
    house.take("AMAZON.YesIntent")
    assert house.kept() == House().kept()


def test_disabling_for_good_forgets_and_for_a_while_does_not():
    for persisted in (True, False):
        house = about_to_answer()
        house.take("AnswerIntent", {"answer": Slot(SECRET)})
        turn = Turn(Kind.DISABLED, "us", house.now, persisted=persisted)
        assert house.turns().take(turn, Bench())[0] == Nothing()
        assert (SECRET in house.kept()) is persisted


def test_a_household_that_leaves_while_somebody_speaks_is_forgotten_all_the_same(tmp_path: Path):
    house = House(store=TinyDBStore(tmp_path, patience=0.05))
    house.take("WhoIntent", {"name": Slot("sam")})
    with house.store.visit("us"):
        leaving = Turn(Kind.DISABLED, "us", house.now, persisted=False)
        assert house.turns().take(leaving, Bench())[0] == Nothing()
    with TinyDBStore(tmp_path).visit("us") as home:
        assert home.household.first.name is None
    assert not [f for f in tmp_path.rglob("*") if f.is_file() and b"Sam" in f.read_bytes()]


def test_a_household_that_cannot_even_be_marked_breaks_nothing():
    class Shut(Full):
        def forget_later(self, household: str) -> None:
            raise StoreError(household)

    leaving = Turn(Kind.DISABLED, "us", House().now, persisted=False)
    assert House(store=Shut()).turns().take(leaving, Bench())[0] == Nothing()
