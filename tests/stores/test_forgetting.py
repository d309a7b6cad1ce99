"""What was to be forgotten is so in the end: marked when it cannot be at once, and found when damaged."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.ports import StoreError
from skill.stores import beside
from skill.stores.tinydb import TinyDBStore
from tests.stores.disk import Disk
from tests.stores.families import made, pair, state, step, waiting
from tests.stores.turns import HOUSEHOLD, LEFTOVER, TURNS, WORDS, files, found

UNFINISHED = ["What a household wanted forgotten could not be removed yet; it is never read."]
UNREADABLE = ["A folder of what is kept could not be read."]


def refuse(_name: str, arguments: tuple[object, ...]) -> None:
    raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(arguments[0]))


def forget_where(folder: Path, fails: str, *leaving: Leftover) -> None:
    """Forgets the household on a disk that refuses one kind of call."""
    store = TinyDBStore(folder)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, refuse)
        disk.fails_at = lambda _call, name: name == fails
        with pytest.raises(StoreError), store.visit(HOUSEHOLD) as home:
            home.forget(leaving=leaving)


@pytest.fixture
def full(folder: Path, on_disk: TinyDBStore) -> Path:
    TURNS["forgetting"][0](on_disk)
    return folder


def test_what_could_not_be_forgotten_is_when_the_store_is_opened_again(full: Path):
    forget_where(full, "rename")
    assert found(full, WORDS)
    TinyDBStore(full)
    assert files(full) == []


def test_what_could_not_be_forgotten_is_at_the_next_visit_which_reads_nothing_of_it(
    full: Path, on_disk: TinyDBStore
):
    forget_where(full, "rename")
    assert state(on_disk, HOUSEHOLD)[0] == Household(HOUSEHOLD)
    assert files(full) == []
    step(on_disk, HOUSEHOLD)
    assert made(state(TinyDBStore(full), HOUSEHOLD)[0]) == 1


def test_while_it_still_cannot_be_forgotten_it_is_not_read_either(full: Path):
    forget_where(full, "rename")
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, refuse)
        disk.fails_at = lambda _call, name: name == "rename"
        told: list[str] = []
        store = TinyDBStore(full, warn=told.append)
        assert told == UNFINISHED
        with pytest.raises(StoreError), store.visit(HOUSEHOLD):
            pytest.fail("it was opened")


@pytest.mark.parametrize("fails", ["rename", "rmdir"])
def test_what_a_forgetting_leaves_is_still_there_when_it_is_finished_later(full: Path, fails: str):
    forget_where(full, fails, LEFTOVER)
    store = TinyDBStore(full)
    assert list(store.households()) == [HOUSEHOLD]
    assert state(store, HOUSEHOLD) == (Household(HOUSEHOLD, leftovers=(LEFTOVER,)), [], [])
    assert found(full, WORDS) == []
    assert not list(full.rglob("*.later*"))


def test_what_is_forgotten_for_good_leaves_nothing_of_an_earlier_forgetting(full: Path):
    forget_where(full, "rename", LEFTOVER)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, refuse)
        disk.fails_at = lambda _call, name: name == "rename"
        TinyDBStore(full, warn=lambda _: None).forget_later(HOUSEHOLD)
    assert state(TinyDBStore(full), HOUSEHOLD)[0] == Household(HOUSEHOLD)
    assert files(full) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"id": 5}'])
def test_a_damaged_note_leaves_nothing_and_forgets_all_the_same(full: Path, damage: bytes):
    forget_where(full, "rename", LEFTOVER)
    (note,) = full.rglob("*.later")
    note.write_bytes(damage)
    assert state(TinyDBStore(full), HOUSEHOLD)[0] == Household(HOUSEHOLD)
    assert files(full) == []


def test_what_could_be_renamed_needs_no_mark(full: Path, on_disk: TinyDBStore):
    forget_where(full, "rmdir")
    assert not list(full.rglob("*.later"))
    assert state(on_disk, HOUSEHOLD)[0] == Household(HOUSEHOLD)


def test_a_household_that_is_busy_can_be_forgotten_later(full: Path, on_disk: TinyDBStore):
    with on_disk.visit(HOUSEHOLD):
        on_disk.forget_later(HOUSEHOLD)
        assert found(full, WORDS)
    assert state(on_disk, HOUSEHOLD)[0] == Household(HOUSEHOLD)
    assert files(full) == []


def damage(folder: Path) -> None:
    for document in list(folder.rglob("household.json*")):
        document.write_bytes(document.read_bytes()[:-40])


def test_everything_is_forgotten_also_what_is_damaged_or_shut(full: Path, on_disk: TinyDBStore):
    damage(full)
    next(full.rglob("pairs")).chmod(0)
    step(on_disk, "other")
    on_disk.forget_later(HOUSEHOLD)
    assert on_disk.forget_all() == 2
    assert files(full) == []
    assert on_disk.forget_all() == 0


def test_when_one_cannot_be_forgotten_the_others_are_and_it_is_told_and_marked(
    full: Path, on_disk: TinyDBStore
):
    step(on_disk, "other")
    kept = next(full.glob("households/*/*"))
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, lambda name, at: refuse(name, at) if Path(at[0]) == kept else None)
        disk.fails_at = lambda _call, name: name == "rename"
        with pytest.raises(StoreError):
            on_disk.forget_all()
    assert list(full.glob("households/*/*")) == [kept]
    TinyDBStore(full)
    assert files(full) == []


def test_the_night_finds_a_household_whose_files_are_all_damaged_and_clears_them_a_day_later(full: Path):
    damage(full)
    store = TinyDBStore(full, warn=lambda _: None)
    assert list(store.households()) == [HOUSEHOLD]
    with store.visit(HOUSEHOLD) as home:
        home.drop_pairs(pair(0).day)
    aside = list(full.rglob("household.json.damaged-*"))
    assert len(aside) == 2
    for old in aside:
        old.rename(old.with_name(f"household.json.damaged-20260101T0000{aside.index(old):02}.000000"))
    assert list(store.households()) == [HOUSEHOLD]
    with store.visit(HOUSEHOLD) as home:
        home.drop_pairs(pair(0).day)
    assert not list(full.rglob("household.json*"))


def test_a_lock_that_is_signed_by_another_counts_for_nothing(full: Path, on_disk: TinyDBStore):
    step(on_disk, "other")
    damage(full)
    for lock in full.rglob("lock"):
        lock.write_text("other")
    assert list(on_disk.households()) == ["other"]


def test_a_store_from_before_learns_whose_it_is_at_the_next_turn(full: Path, on_disk: TinyDBStore):
    next(full.rglob("lock")).write_bytes(b"")
    state(on_disk, HOUSEHOLD)
    damage(full)
    assert list(on_disk.households()) == [HOUSEHOLD]


Shut = Callable[[Path], bool]
SHUT: dict[str, Shut] = {
    "the_forgotten": lambda path: "forgetting" in path.parts,
    "everything": lambda _path: True,
}


@pytest.mark.parametrize("shut", SHUT)
def test_a_folder_that_cannot_be_read_is_warned_of_and_told_as_the_stores_own_error(full: Path, shut: str):
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(
            patch, lambda name, at: refuse(name, at) if SHUT[shut](Path(str(at[0]))) else None, reading=True
        )
        disk.fails_at = lambda _call, name: name in {"listdir", "stat", "open"}
        told: list[str] = []
        store = TinyDBStore(full, warn=told.append)
        assert told == UNREADABLE
        with pytest.raises(StoreError), store.visit(HOUSEHOLD):
            pytest.fail("it was opened")
        assert list(store.households()) in ([], [HOUSEHOLD])


def test_a_shut_folder_is_opened_by_its_owner_to_be_removed(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "words").write_text(WORDS)
    (tmp_path / "a" / "b").chmod(0)
    (tmp_path / "a").chmod(0)
    beside.remove(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_nothing_waits_in_a_household_that_was_forgotten_while_it_was_busy(full: Path, on_disk: TinyDBStore):
    on_disk.forget_later(HOUSEHOLD)
    with on_disk.visit(HOUSEHOLD) as home:
        home.keep(waiting(home, "afterwards"))
    assert found(full, WORDS) == []
    assert len(found(full, "afterwards")) == 2
