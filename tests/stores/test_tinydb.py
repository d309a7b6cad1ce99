"""What the store on disk holds to beyond the contract."""

from __future__ import annotations

import multiprocessing
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill.domain.household import Household
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from tests.stores.disk import Disk
from tests.stores.families import DAY, entry, made, pair, state, step, waiting
from tests.stores.turns import HOUSEHOLD, TURNS, WORDS, files, found


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def many_steps(folder: Path, households: list[str]) -> None:
    """What each of several processes does."""
    store = TinyDBStore(folder)
    for _ in range(10):
        for household in households:
            step(store, household)


def test_four_processes_lose_nothing(folder: Path, on_disk: TinyDBStore):
    spawn = multiprocessing.get_context("spawn")
    names = ["shared", "a", "b"]
    processes = [spawn.Process(target=many_steps, args=(folder, names)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    for name in names:
        household, entries, _ = state(on_disk, name)
        assert (made(household), len(entries)) == (40, 40)


def test_only_the_memory_store_says_that_it_cannot_keep(on_disk: TinyDBStore):
    assert on_disk.keeps
    assert not MemoryStore().keeps
    with on_disk.visit("h") as home, MemoryStore().visit("h") as forgetful:
        assert (home.keeps, forgetful.keeps) == (True, False)


def test_a_second_store_on_the_same_folder_sees_and_waits(folder: Path, on_disk: TinyDBStore):
    step(on_disk, "h")
    assert step(TinyDBStore(folder), "h") == 2


def test_only_the_owner_can_read_whatever_the_umask(folder: Path, umask: int):
    store = TinyDBStore(folder / "deeper")
    TURNS["forgetting"][0](store)
    document = next(folder.rglob("household.json"))
    document.write_bytes(b"")
    step(store, HOUSEHOLD)
    with store.visit("gone") as home:
        home.forget()
    modes = {stat.S_IMODE(p.stat().st_mode) for p in files(folder)}
    folders = {stat.S_IMODE(p.stat().st_mode) for p in [folder, *folder.rglob("*")] if p.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700}), f"umask {umask:o}"


def test_opening_and_reading_make_no_folder_that_lasts(folder: Path, on_disk: TinyDBStore):
    assert not folder.exists()
    with on_disk.visit("h") as home:
        assert home.household == Household("h")
    assert files(folder) == []


def test_no_id_and_no_words_are_in_a_files_name(folder: Path, on_disk: TinyDBStore):
    TURNS["forgetting"][0](on_disk)
    assert not [path for path in folder.rglob("*") if "secret" in path.name]


def test_scrubbed_words_are_in_no_file_at_all(folder: Path, on_disk: TinyDBStore):
    prepare, scrub = TURNS["a_scrub"]
    prepare(on_disk)
    document = next(folder.rglob("household.json"))
    (document.parent / "household.json.damaged-20260101T000000.000000").write_text(WORDS)
    (document.parent / "household.json.copy.new").write_text(WORDS)
    assert len(found(folder, WORDS)) == 4
    scrub(on_disk)
    assert found(folder, WORDS) == []
    assert "household.json.copy" in {path.name for path in files(folder)}


def test_a_scrub_is_one_even_when_the_household_stays_as_it_is(folder: Path, on_disk: TinyDBStore):
    with on_disk.visit("h") as home:
        home.keep(waiting(home, WORDS))
    with on_disk.visit("h") as home:
        home.keep(Household("h", clock="Europe/London"))
    assert found(folder, WORDS)
    with on_disk.visit("h") as home:
        home.keep(home.household, scrub=True)
    assert found(folder, WORDS) == []


def test_words_that_an_unfinished_write_left_are_gone_at_the_next_visit(folder: Path, on_disk: TinyDBStore):
    step(on_disk, "h")
    home = next(folder.rglob("household.json")).parent
    (home / "household.json.new").write_text(WORDS)
    (home / "household.json.spare").write_text(WORDS)
    state(on_disk, "h")
    assert found(folder, WORDS) == []


def test_dropped_pairs_are_in_no_file_at_all(folder: Path, on_disk: TinyDBStore):
    for number, words in enumerate([WORDS, WORDS, "staying"]):
        with on_disk.visit("h") as home:
            home.keep_pair(pair(number, words))
    step(on_disk, "h")
    pairs = next(folder.rglob("pairs"))
    (pairs / f"{pair(0).day}.json.damaged-20260101T000000.000000").write_text(WORDS)
    with on_disk.visit("h") as home:
        home.drop_pairs(pair(2).day)
    assert found(folder, WORDS) == []
    assert state(on_disk, "h")[2] == [pair(2, "staying")]


def test_forgetting_takes_set_aside_files_and_strays_with_it(folder: Path, on_disk: TinyDBStore):
    TURNS["forgetting"][0](on_disk)
    home = next(folder.rglob("household.json")).parent
    (home / "household.json.damaged-20260101T000000.000000").write_text(WORDS)
    (home / "pairs" / "stray").mkdir()
    (home / "pairs" / "stray" / "words").write_text(WORDS)
    step(on_disk, "other")
    with on_disk.visit(HOUSEHOLD) as visited:
        visited.forget()
    assert found(folder, WORDS) == []
    assert found(folder, HOUSEHOLD) == []
    assert not home.exists()
    assert made(state(on_disk, "other")[0]) == 1


def test_a_forgetting_that_was_begun_is_finished_when_the_store_is_opened(folder: Path, on_disk: TinyDBStore):
    TURNS["forgetting"][0](on_disk)
    home = next(folder.rglob("household.json")).parent
    (folder / "forgetting").mkdir()
    home.rename(folder / "forgetting" / home.name)
    TinyDBStore(folder)
    assert files(folder) == []


def test_a_forgetting_that_was_begun_is_finished_at_the_households_next_visit(
    folder: Path, on_disk: TinyDBStore
):
    TURNS["forgetting"][0](on_disk)
    home = next(folder.rglob("household.json")).parent
    (folder / "forgetting").mkdir()
    home.rename(folder / "forgetting" / home.name)
    assert state(on_disk, HOUSEHOLD)[0] == Household(HOUSEHOLD)
    assert files(folder) == []


def calls_of_a_turn(folder: Path, household: str) -> list[str]:
    store = TinyDBStore(folder)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, lambda _name, _arguments: None, reading=True)
        with store.visit(household) as home:
            home.keep(replace(home.household, welcomed=DAY))
            home.record(entry(0))
        return disk.calls


def test_a_turn_does_the_same_on_the_disk_however_many_households_and_years_there_are(
    folder: Path, on_disk: TinyDBStore
):
    for number in range(3):
        step(on_disk, "young", number)
    alone = calls_of_a_turn(folder, "young")
    for number in range(70):
        step(on_disk, f"h{number}")
        step(on_disk, "old", 30 * number)
    assert calls_of_a_turn(folder, "old") == alone
    assert len(next(folder.rglob("household.json")).read_bytes()) < 8000
    assert alone.count("fsync") == 2
    assert alone.count("listdir") == 0
