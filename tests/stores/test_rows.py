"""Rows hold all of the domain, and older ones find their way up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.check_in.check_ins import Pair
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.partner import Person
from skill.domain.ports import StoreError
from skill.stores import rows
from skill.stores.tinydb import TinyDBStore, file_name
from tests.stores.families import filled, households, state, step

FORMER = Path(__file__).parent / "former"


def through_json(row: rows.Row) -> rows.Row:
    back: rows.Row = msgspec.json.decode(msgspec.json.encode(row))
    return back


@given(households("h"), st.none() | st.dates())
def test_a_household_comes_back_as_it_was_kept_to_the_last_field(household: Household, since: date | None):
    kept = rows.Document(household, since)
    assert rows.document(through_json(rows.household_row(kept)), "h") == kept


@given(filled(Entry))
def test_an_entry_comes_back_as_it_was_kept(kept: Entry):
    assert rows.entry(through_json(rows.row_of(kept))) == kept


@given(filled(Pair))
def test_a_pair_comes_back_as_it_was_kept(kept: Pair):
    assert rows.pair(through_json(rows.row_of(kept))) == kept


def test_fields_that_were_not_there_yet_are_new_and_those_no_longer_known_are_let_go():
    row = rows.household_row(rows.Document(Household("h", clock="Europe/London")))
    del row["household"]["alone_times"]
    row["household"]["star_sign"] = "gemini"
    assert rows.document(row, "h").household == Household("h", clock="Europe/London")


def test_another_households_row_is_not_taken_for_ones_own():
    row = rows.household_row(rows.Document(Household("other")))
    with pytest.raises(ValueError, match="another"):
        rows.document(row, "h")


def test_every_version_before_this_one_has_a_way_up():
    assert set(rows.MIGRATIONS) == set(range(rows.VERSION))


def test_a_country_of_the_first_version_which_nobody_had_said_is_let_go():
    row = {"version": 1, "id": "h", "household": {"id": "h", "country": "GB"}, "pairs_since": None}
    assert rows.migrated(row)["household"] == {"id": "h"}


@pytest.mark.parametrize("version", range(rows.VERSION))
def test_a_folder_of_a_former_version_is_read_and_written_as_this_one(
    folder: Path, on_disk: TinyDBStore, version: int
):
    document = place(folder, (FORMER / f"version_{version}.json").read_text())
    household, entries, _ = state(on_disk, "h")
    assert household == Household(
        "h", welcomed=date(2026, 1, 2), first=Person("Sam"), alone_times=AloneTimes(made=7)
    )
    assert [e.which for e in entries] == ["p01"]
    assert step(on_disk, "h") == 8
    assert json.loads(document.read_text())["household"]["1"]["version"] == rows.VERSION
    assert state(on_disk, "h")[0].first == Person("Sam")


def test_what_a_newer_version_wrote_is_left_untouched(folder: Path, on_disk: TinyDBStore):
    text = json.dumps({"household": {"1": {"version": rows.VERSION + 1, "id": "h"}}})
    document = place(folder, text)
    with pytest.raises(StoreError, match="newer version"), on_disk.visit("h"):
        pytest.fail("it was read")
    assert document.read_text() == text
    assert {path.name for path in document.parent.iterdir()} <= {"household.json", "lock"}
    assert list(on_disk.households()) == ["h"]


def place(folder: Path, text: str) -> Path:
    name = file_name("h")
    document = folder / "households" / name[:2] / name / "household.json"
    document.parent.mkdir(parents=True)
    document.write_text(text)
    return document
