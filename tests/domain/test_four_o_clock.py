from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from skill.domain.forgetting import Leftover
from skill.domain.four_o_clock import keep_four, sweep
from skill.domain.household import Household, Zone
from skill.domain.partner import Partner
from skill.domain.ports import Home
from skill.stores.memory import MemoryStore

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
RANG = Leftover("t1", MONDAY)
RINGS = Leftover("t2", TUESDAY)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def settle(store: MemoryStore, today: date, zone: str) -> Household:
    with store.visit("us") as home:
        keep_four(home, today, zone)
        return home.household


def test_a_turn_leaves_the_clock_it_went_by_where_nobody_knows_the_zone(store: MemoryStore):
    assert settle(store, MONDAY, "America/New_York").night == "America/New_York"
    assert settle(store, MONDAY, "Europe/London").night == "Europe/London"


def test_a_zone_that_is_known_counts_before_any_clock(store: MemoryStore):
    settle(store, MONDAY, "America/New_York")
    with store.visit("us") as home:
        home.keep(replace(home.household, zone=Zone("Asia/Kolkata", datetime(2026, 11, 23, tzinfo=UTC))))
    household = settle(store, MONDAY, "Asia/Kolkata")
    assert (household.night, household.clock) == ("Asia/Kolkata", None)


def test_a_settled_household_is_left_as_it_is(store: MemoryStore):
    settle(store, MONDAY, "Europe/London")
    with store.visit("us") as home:
        before = home.household
        keep_four(home, MONDAY, "Europe/London")
        assert home.household is before


def leaves(home: Home, *leftovers: Leftover) -> None:
    home.keep(replace(home.household, leftovers=leftovers))


def test_at_night_what_has_rung_goes_and_what_is_still_to_ring_stays(store: MemoryStore):
    with store.visit("us") as home:
        leaves(home, RANG, RINGS)
        sweep(home, TUESDAY)
        assert home.household.leftovers == (RINGS,)


def test_at_night_nothing_stays_of_those_who_were_forgotten_when_the_last_has_rung(store: MemoryStore):
    for night in (TUESDAY, TUESDAY.replace(day=25)):
        with store.visit("us") as home:
            leaves(home, *home.household.leftovers or (RANG, RINGS))
            sweep(home, night)
    assert list(store.households()) == []


def test_at_night_those_who_came_back_stay(store: MemoryStore):
    with store.visit("us") as home:
        home.keep(home.household.naming(Partner.FIRST, "sam"))
        leaves(home, RANG)
        sweep(home, TUESDAY)
    assert list(store.households()) == ["us"]
