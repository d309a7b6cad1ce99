"""A full disk, a broken one, a read-only folder: the old state stands, and can be read."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill.domain.household import Household
from skill.domain.ports import StoreError
from skill.stores.tinydb import TinyDBStore
from tests.stores.disk import Disk
from tests.stores.families import State, made, pair, state, step, waiting
from tests.stores.turns import FORGETTING, HOUSEHOLD, TURNS, WORDS, Act, files, found

Failing = Callable[[int, str], bool]


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def refused(folder: Path, act: Act, fails_at: Failing, code: int) -> tuple[bool, bool]:
    """Acts on a disk that refuses; tells whether the store told of it, and whether there was anything."""
    store = TinyDBStore(folder)
    with pytest.MonkeyPatch.context() as patch:
        happened = []

        def fault(name: str, _arguments: object) -> None:
            happened.append(name)
            raise OSError(code, os.strerror(code))

        disk = Disk(patch, fault)
        disk.fails_at = fails_at
        told = ""
        try:
            act(store)
        except StoreError as problem:
            told = str(problem)
        assert "secret" not in told
        return bool(told), bool(happened)


def outcomes(folder: Path, turn: str) -> tuple[State, State]:
    """A template of what was there before a turn, and the states before and after it."""
    prepare, act = TURNS[turn]
    prepare(TinyDBStore(folder / "before"))
    if (folder / "before").exists():
        shutil.copytree(folder / "before", folder / "after")
    before = state(TinyDBStore(folder / "before"), HOUSEHOLD)
    act(TinyDBStore(folder / "after"))
    return before, state(TinyDBStore(folder / "after"), HOUSEHOLD)


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from_then_on"])
@pytest.mark.parametrize("turn", TURNS)
def test_whatever_the_disk_refuses_a_turn_is_kept_whole_or_told_and_not_kept(
    tmp_path: Path, turn: str, *, lasting: bool
):
    before, expected = outcomes(tmp_path, turn)
    number, reached = 0, True
    while reached:
        number += 1
        folder = tmp_path / str(number)
        if (tmp_path / "before").exists():
            shutil.copytree(tmp_path / "before", folder)

        def fails_at(call: int, _name: str, at: int = number) -> bool:
            return call >= at if lasting else call == at

        told, reached = refused(folder, TURNS[turn][1], fails_at, errno.ENOSPC)
        after = state(TinyDBStore(folder), HOUSEHOLD)
        assert after == expected or (told and after == before)
        if told and not lasting and turn not in FORGETTING:
            assert after == before, f"told that call {number} failed, but kept"
        TURNS[turn][1](TinyDBStore(folder))
        assert state(TinyDBStore(folder), HOUSEHOLD)[0] == expected[0]
        assert not [f for f in files(folder) if f.suffix in (".new", ".spare")]
        if turn in ("a_scrub", "a_drop_of_pairs"):
            assert not found(folder, WORDS)
        if turn in FORGETTING:
            assert not (found(folder, WORDS) if expected[0].leftovers else files(folder))
    assert number > 5


def refuses_writing(_call: int, name: str) -> bool:
    return name != "flock"


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_where_nothing_can_be_written_everything_can_be_read(tmp_path: Path, code: int):
    store = TinyDBStore(tmp_path)
    TURNS["forgetting"][0](store)
    before = state(store, HOUSEHOLD)

    def only_read(store: TinyDBStore) -> None:
        assert state(store, HOUSEHOLD) == before
        assert state(store, "nobody")[0] == Household("nobody")
        assert list(store.households()) == [HOUSEHOLD]

    told, _ = refused(tmp_path, only_read, refuses_writing, code)  # type: ignore[arg-type] # TinyDB's own
    assert not told
    for _, act in TURNS.values():
        assert refused(tmp_path, act, refuses_writing, code)[0]
        assert state(store, HOUSEHOLD) == before


def test_a_folder_in_which_no_lock_can_be_made_is_read_without_one(tmp_path: Path):
    store = TinyDBStore(tmp_path)
    step(store, HOUSEHOLD)
    before = state(store, HOUSEHOLD)
    next(tmp_path.rglob("lock")).unlink()

    def only_read(store: TinyDBStore) -> None:
        assert state(store, HOUSEHOLD) == before
        with store.visit(HOUSEHOLD) as home:
            home.drop_pairs(pair(1).day)

    assert refused(tmp_path, only_read, refuses_writing, errno.EROFS) == (False, True)  # type: ignore[arg-type] # as above
    assert refused(tmp_path, TURNS["a_turn"][1], refuses_writing, errno.EROFS)[0]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path):
    (tmp_path / "data").write_text("somebody else's")
    store = TinyDBStore(tmp_path / "data")
    assert list(store.households()) == []
    with pytest.raises(StoreError, match="Not a directory"):
        step(store, "h")


def test_a_turn_that_only_reads_writes_nothing(tmp_path: Path, patch: pytest.MonkeyPatch):
    store = TinyDBStore(tmp_path)
    TURNS["forgetting"][0](store)
    disk = Disk(patch, lambda _name, _arguments: None)
    with store.visit(HOUSEHOLD) as home:
        home.keep(replace(home.household, clock="Europe/London"))
        home.keep(replace(home.household, clock=home.household.clock))
        list(home.pairs())
        home.drop_pairs(pair(-1).day)
    state(store, HOUSEHOLD)
    assert not {"write", "fsync", "replace", "rename", "mkdir"} & set(disk.calls)


def test_words_that_cannot_be_written_as_text_are_told_and_the_old_state_stands(on_disk: TinyDBStore):
    step(on_disk, "h")
    before = state(on_disk, "h")
    with pytest.raises(StoreError, match="as text") as told, on_disk.visit("h") as home:
        home.keep(waiting(home, "half of a smile \ud83d"))
    assert "smile" not in str(told.value)
    assert state(on_disk, "h") == before


def test_where_there_are_no_second_names_the_last_good_copy_is_written(
    tmp_path: Path, patch: pytest.MonkeyPatch
):
    def fault(_name: str, _arguments: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    disk = Disk(patch, fault)
    disk.fails_at = lambda _call, name: name == "link"
    store = TinyDBStore(tmp_path)
    for _ in range(3):
        step(store, "h")
    document = next(tmp_path.rglob("household.json"))
    document.write_bytes(b"")
    assert made(state(store, "h")[0]) == 2
