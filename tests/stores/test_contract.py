"""What every store holds to."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.ports import Store, StoreError
from tests.stores.families import ALWAYS, DAY, count, entry, made, making, pair, state, step, waiting


def test_a_household_nobody_knows_is_new_and_reading_it_keeps_nothing(store: Store):
    assert state(store, "h") == (Household("h"), [], [])
    assert list(store.households()) == []


def test_what_was_kept_is_there_at_the_next_visit(store: Store):
    with store.visit("h") as home:
        kept = waiting(home, "the smell of rain")
        home.keep(kept)
        home.record(entry(1))
        home.keep_pair(pair(1))
    assert state(store, "h") == (kept, [entry(1)], [pair(1)])
    assert list(store.households()) == ["h"]


def test_a_turn_sees_its_own_changes(store: Store):
    step(store, "h", 1)
    with store.visit("h") as home:
        home.keep(replace(home.household, clock="Europe/London"))
        home.record(entry(0))
        home.keep_pair(pair(1))
        assert home.household.clock == "Europe/London"
        assert list(home.entries(*ALWAYS)) == [entry(0), entry(1)]
        assert list(home.pairs()) == [pair(1)]


def test_nothing_is_kept_of_a_turn_that_raised(store: Store):
    step(store, "h", 1)
    before = state(store, "h")
    with pytest.raises(ZeroDivisionError):
        breaking(store)
    assert state(store, "h") == before


def breaking(store: Store) -> None:
    """A turn that ends in an exception after it changed everything."""
    with store.visit("h") as home:
        home.keep(replace(home.household, clock="Europe/London"), scrub=True)
        home.record(entry(2))
        home.keep_pair(pair(2))
        home.forget()
        raise ZeroDivisionError


def test_a_household_kept_twice_in_a_turn_is_kept_as_it_was_last(store: Store):
    with store.visit("h") as home:
        home.keep(replace(home.household, clock="Europe/London"))
        home.keep(replace(home.household, welcomed=DAY))
    assert state(store, "h")[0] == Household("h", clock="Europe/London", welcomed=DAY)


def test_a_change_taken_back_within_the_turn_is_none(store: Store):
    step(store, "h")
    before = state(store, "h")
    with store.visit("h") as home:
        home.keep(replace(home.household, clock="Europe/London"))
        home.keep(before[0])
    assert state(store, "h") == before


def test_a_turn_that_is_undone_keeps_nothing(store: Store):
    with store.visit("nobody") as home:
        home.keep(replace(home.household, clock="Europe/London"), scrub=True)
        home.undo()
        assert home.household == Household("nobody")
    step(store, "h", 1)
    before = state(store, "h")
    with store.visit("h") as home:
        home.keep(replace(home.household, clock="Europe/London"))
        home.record(entry(2))
        home.keep_pair(pair(2))
        home.drop_pairs(pair(9).day)
        home.undo()
    assert state(store, "h") == before
    assert list(store.households()) == ["h"]


def test_undoing_takes_no_forgetting_back(store: Store):
    step(store, "h", 1)
    with store.visit("h") as home:
        home.forget(leaving=(Leftover("t1", DAY),))
        home.keep(replace(home.household, clock="Europe/London"))
        home.undo()
        assert home.household == Household("h", leftovers=(Leftover("t1", DAY),))
    assert state(store, "h") == (Household("h", leftovers=(Leftover("t1", DAY),)), [], [])


def test_another_household_cannot_be_kept_in_this_ones_visit(store: Store):
    with pytest.raises(ValueError, match="another household"), store.visit("h") as home:
        home.keep(Household("other"))
    assert list(store.households()) == []


def test_history_is_told_from_day_to_day_both_included_oldest_first(store: Store):
    for number in (3, 1, 200, 2, 40):
        step(store, "h", number)
    with store.visit("h") as home:
        assert list(home.entries(*ALWAYS)) == [entry(n) for n in (1, 2, 3, 40, 200)]
        assert list(home.entries(entry(2).day, entry(40).day)) == [entry(n) for n in (2, 3, 40)]
        assert list(home.entries(entry(2).day, entry(2).day)) == [entry(2)]
        assert list(home.entries(entry(41).day, entry(199).day)) == []


def test_two_entries_that_are_alike_are_two(store: Store):
    with store.visit("h") as home:
        home.record(entry(1))
        home.record(entry(1))
    step(store, "h", 1)
    assert state(store, "h")[1] == [entry(1)] * 3


def test_a_long_history_loses_and_doubles_nothing(store: Store):
    for number in range(150):
        step(store, "h", number)
    household, entries, _ = state(store, "h")
    assert made(household) == 150
    assert entries == [entry(n) for n in range(150)]


def test_pairs_come_newest_first_and_the_later_of_a_day_before_the_earlier(store: Store):
    for number in (5, 1, 9):
        with store.visit("h") as home:
            home.keep_pair(pair(number, "earlier"))
            home.keep_pair(pair(number, "later"))
    with store.visit("h") as home:
        home.keep_pair(pair(7))
        expected = [pair(9, "later"), pair(9, "earlier"), pair(7), pair(5, "later"), pair(5, "earlier")]
        assert list(home.pairs())[:5] == expected
    assert state(store, "h")[2][:5] == expected


def test_pairs_of_days_before_a_date_can_be_dropped(store: Store):
    for number in range(6):
        with store.visit("h") as home:
            home.keep_pair(pair(number))
    with store.visit("h") as home:
        home.drop_pairs(pair(2).day)
        home.drop_pairs(pair(1).day)
        assert list(home.pairs()) == [pair(n) for n in (5, 4, 3, 2)]
    assert state(store, "h")[2] == [pair(n) for n in (5, 4, 3, 2)]


def test_a_pair_kept_after_older_ones_were_dropped_stays_whatever_its_day(store: Store):
    with store.visit("h") as home:
        home.keep_pair(pair(5))
    with store.visit("h") as home:
        home.drop_pairs(pair(9).day)
        home.keep_pair(pair(3))
    with store.visit("h") as home:
        home.keep_pair(pair(2))
    step(store, "h")
    assert state(store, "h")[2] == [pair(3), pair(2)]


def test_a_pair_kept_and_dropped_in_one_turn_is_gone(store: Store):
    with store.visit("h") as home:
        home.keep_pair(pair(1))
        home.drop_pairs(pair(2).day)
    assert state(store, "h")[2] == []


def test_dropping_where_there_is_nothing_to_drop_keeps_nothing(store: Store):
    with store.visit("h") as home:
        home.drop_pairs(date.max)
    assert list(store.households()) == []


def test_forgetting_leaves_a_household_that_is_new(store: Store):
    for number in range(40):
        step(store, "h", number)
    step(store, "other")
    with store.visit("h") as home:
        home.keep_pair(pair(1))
    with store.visit("h") as home:
        home.forget()
        assert home.household == Household("h")
        assert list(home.entries(*ALWAYS)) == []
        assert list(home.pairs()) == []
    assert state(store, "h") == (Household("h"), [], [])
    assert list(store.households()) == ["other"]


def test_what_a_forgetting_leaves_is_all_that_a_new_household_begins_with(store: Store):
    left = (Leftover("t1", DAY),)
    step(store, "h")
    with store.visit("h") as home:
        home.keep_pair(pair(1))
        home.forget(leaving=left)
        home.record(entry(8))
        assert home.household == Household("h", leftovers=left)
    assert state(store, "h") == (Household("h", leftovers=left), [], [])
    assert list(store.households()) == ["h"]
    with store.visit("h") as home:
        home.forget()
    assert list(store.households()) == []


def test_what_else_the_forgetting_turn_keeps_is_forgotten_with_it(store: Store):
    step(store, "h")
    with store.visit("h") as home:
        home.record(entry(7))
        home.forget()
        home.keep(replace(home.household, clock="Europe/London"))
        home.record(entry(8))
        home.keep_pair(pair(8))
    assert state(store, "h") == (Household("h"), [], [])


def test_forgetting_can_be_tried_again_and_the_household_can_come_back(store: Store):
    for _ in range(2):
        with store.visit("h") as home:
            home.forget()
    assert step(store, "h") == 1
    assert list(store.households()) == ["h"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", ".", "a/b", "amzn1.ask.account." + "A" * 300, "ünï\x00çødé\n", "lock"]
)
def test_an_id_is_never_taken_for_a_path(store: Store, name: str):
    step(store, name)
    step(store, "h")
    assert sorted(store.households()) == sorted([name, "h"])
    assert state(store, name)[0].id == name


def test_a_household_that_stays_busy_is_told_and_others_are_not_kept_waiting(hurried: Store):
    with hurried.visit("h"):
        with pytest.raises(StoreError) as told, hurried.visit("h"):
            pytest.fail("two were in one household")
        step(hurried, "other")
    assert "h" not in str(told.value).split()
    step(hurried, "h")


def test_sixteen_threads_lose_nothing(store: Store):
    names = ["shared", "shared", *(f"h{n}" for n in range(6))]

    def turns(number: int) -> None:
        for _ in range(10):
            step(store, names[number % len(names)])

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(turns, range(16)))
    expected = {"shared": 40, **{f"h{n}": 20 for n in range(6)}}
    found = {name: state(store, name) for name in store.households()}
    assert {name: made(household) for name, (household, _, _) in found.items()} == expected
    assert {name: len(entries) for name, (_, entries, _) in found.items()} == expected


def test_forgetting_while_others_wait_at_the_door_keeps_each_alone(store: Store):
    inside: set[int] = set()

    def turns(number: int) -> None:
        for turn in range(12):
            with store.visit("h") as home:
                assert not inside
                inside.add(number)
                home.keep(making(home.household, count(home) + 1))
                if turn % 3 == number % 3:
                    home.forget()
                inside.discard(number)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(turns, range(6)))


def test_a_store_remembers_nothing_of_who_visited(store: Store):
    before = threading.active_count()
    for number in range(50):
        with store.visit(f"h{number}"):
            pass
    assert list(store.households()) == []
    assert threading.active_count() == before


def test_years_of_days_are_told_apart(store: Store):
    days = [DAY.replace(year=year) for year in (1, 999, 1999, 2026, 9999)]
    with store.visit("h") as home:
        for day in days:
            home.record(replace(entry(0), day=day, which=day.isoformat()))
    for number in range(40):
        step(store, "h", number)
    with store.visit("h") as home:
        found = [e for e in home.entries(date.min, date.max) if e.what and e.which in map(str, days)]
        assert {e.day for e in found} == set(days)
        assert [e.day for e in home.entries(date(998, 1, 1), date(1999, 12, 31))] == days[1:3]
        assert [e.day for e in home.entries(days[4] - timedelta(9), date.max)] == [days[4]]
