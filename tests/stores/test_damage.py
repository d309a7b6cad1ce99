"""A damaged file is set aside, told of in one sentence, and its last good copy used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.domain.household import Household
from skill.stores import beside
from skill.stores.tinydb import TinyDBStore
from tests.stores.families import entry, made, pair, state, step

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut_short": lambda whole: whole[: len(whole) // 2],
    "one_byte_short": lambda whole: whole[:-1],
    "zeros": lambda whole: bytes(len(whole)),
    "binary": lambda _: bytes(range(256)),
    "not_utf_8": lambda whole: whole.replace(b'"', b'"\xff', 3),
    "longer": lambda whole: whole + b"}",
    "a_list": lambda _: b"[1, 2]",
    "null": lambda _: b"null",
    "no_tables": lambda _: b"{}",
    "empty_tables": lambda _: b'{"household": {}, "history": {}, "pairs": {}}',
    "rows_that_are_none": lambda _: b'{"household": {"1": 5}, "history": {"1": 5}, "pairs": {"1": 5}}',
    "numbers_that_are_none": lambda _: (
        b'{"household": {"one": {}}, "history": {"one": {}}, "pairs": {"one": {}}}'
    ),
    "too_deep": lambda _: b'{"a":' * 5000 + b"1" + b"}" * 5000,
    "deep_in_a_row": lambda _: b'{"household": {"1": {"id": ' + b"[" * 99999 + b"]" * 99999 + b"}}}",
    "wrong_dates": lambda whole: whole.replace(b'"2026-', b'"2026+'),
    "wrong_fields": lambda whole: whole.replace(b'"day"', b'"night"').replace(
        b'"household":{"id"', b'"household":{"ib"'
    ),
    "version_of_words": lambda whole: (
        whole.replace(b'"version":2', b'"version":"one"')
        .replace(b'"what"', b'"why"')
        .replace(b'"answers"', b'"a"')
    ),
    "version_before_all": lambda whole: (
        whole.replace(b'"version":2', b'"version":-1')
        .replace(b'"at"', b'"to"')
        .replace(b'"question"', b'"q"')
    ),
}
KINDS = ["household.json", "history/*.json", "pairs/*.json"]


@pytest.fixture
def family(folder: Path, warnings: list[str]) -> TinyDBStore:
    """A store with a household that has a document, a month of history and a day of pairs."""
    store = TinyDBStore(folder, warn=warnings.append)
    for number in range(1, 31):
        step(store, "secret", number % 28)
    with store.visit("secret") as home:
        home.keep_pair(pair(1))
        home.record(entry(0))
        home.record(entry(28))
    step(store, "secret", 29)
    step(store, "secret", 30)
    return store


def file_of(folder: Path, kind: str) -> Path:
    return next(iter(sorted(folder.glob(f"households/*/*/{kind}"))))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_the_last_good_copy_stands_in_for_a_damaged_file(
    folder: Path, family: TinyDBStore, warnings: list[str], damage: str, kind: str
):
    before = state(family, "secret")
    path = file_of(folder, kind)
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    household, entries, pairs = state(family, "secret")
    if kind == "household.json":
        assert made(household) == 31
        assert entries == before[1][:-1]
    else:
        assert (household, entries) == before[:2]
    assert pairs == before[2]
    assert warnings == ["A damaged file was set aside; its last good copy is used if there is one."]
    step(family, "secret", 31)
    assert state(family, "secret")[1][-1] == entry(31)
    assert len(warnings) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_household_without_a_good_copy_is_new_and_its_history_and_pairs_stay(
    folder: Path, family: TinyDBStore, warnings: list[str], damage: str
):
    path = file_of(folder, "household.json")
    for each in (path, beside.copy_of(path)):
        each.write_bytes(DAMAGES[damage](each.read_bytes()))
    assert list(family.households()) in ([], ["secret"])
    household, entries, pairs = state(family, "secret")
    assert household == Household("secret")
    assert pairs == [pair(1)]
    assert len(entries) == 32
    assert len(warnings) == 2
    assert step(family, "secret") == 1
    assert made(state(family, "secret")[0]) == 1
    assert list(family.households()) == ["secret"]


def test_what_was_damaged_is_still_there_to_be_looked_at(folder: Path, family: TinyDBStore):
    path = file_of(folder, "household.json")
    path.write_bytes(b"what was left")
    state(family, "secret")
    (aside,) = path.parent.glob("household.json.damaged-*")
    assert aside.read_bytes() == b"what was left"


def test_only_the_latest_three_set_aside_files_are_kept(folder: Path, family: TinyDBStore):
    path = file_of(folder, "household.json")
    for number in range(6):
        path.write_bytes(b"damage %d" % number)
        step(family, "secret")
    aside = sorted(path.parent.glob("household.json.damaged-*"))
    assert [a.read_bytes() for a in aside] == [b"damage 3", b"damage 4", b"damage 5"]


def test_what_was_set_aside_is_cleared_a_day_later_when_old_pairs_are(folder: Path, family: TinyDBStore):
    path = file_of(folder, "household.json")
    path.write_bytes(b"of today")
    path.with_name("household.json.damaged-20260101T000000.000000").write_bytes(b"of long ago")
    with family.visit("secret") as home:
        home.drop_pairs(pair(0).day)
    assert [a.read_bytes() for a in path.parent.glob("household.json.damaged-*")] == [b"of today"]


def test_a_file_whose_own_name_is_gone_is_found_by_its_copy(folder: Path, family: TinyDBStore):
    before = state(family, "secret")
    for kind in KINDS:
        file_of(folder, kind).unlink()
    household, entries, pairs = state(family, "secret")
    assert (made(household), len(entries), pairs) == (31, len(before[1]) - 1, before[2])
    assert list(family.households()) == ["secret"]


def test_a_folder_where_a_file_was_is_set_aside_as_any_damage(
    folder: Path, family: TinyDBStore, warnings: list[str]
):
    path = file_of(folder, "household.json")
    path.unlink()
    (path / "inside").mkdir(parents=True)
    assert made(state(family, "secret")[0]) == 31
    assert len(warnings) == 1
    for _ in range(4):
        path.unlink(missing_ok=True)
        (path / "inside").mkdir(parents=True)
        step(family, "secret")
    assert len(list(path.parent.glob("household.json.damaged-*"))) == 3


def test_another_households_document_is_damage_and_never_read(
    folder: Path, family: TinyDBStore, warnings: list[str]
):
    step(family, "other")
    other, own = sorted(
        folder.glob("households/*/*/household.json"), key=lambda p: b"secret" in p.read_bytes()
    )
    shutil.copy(other, own)
    assert made(state(family, "secret")[0]) == 31
    assert len(warnings) == 1


def test_files_that_are_not_the_stores_do_not_disturb_it(folder: Path, family: TinyDBStore):
    before = state(family, "secret")
    home = file_of(folder, "household.json").parent
    for name in ("pairs/notes.json", "history/zzz.json", "notes.txt", "pairs/.nfs0001"):
        (home / name).write_text("not ours")
    (folder / "households" / "stray").write_text("not ours")
    (folder / "households" / "aa").mkdir(exist_ok=True)
    (folder / "households" / "aa" / "stray").write_text("not ours")
    assert state(family, "secret") == before
    assert list(family.households()) == ["secret"]


def test_what_is_damaged_is_told_where_it_cannot_be_set_aside(
    folder: Path, family: TinyDBStore, warnings: list[str], monkeypatch: pytest.MonkeyPatch
):
    def refuse(_path: Path) -> None:
        raise PermissionError

    file_of(folder, "household.json").write_bytes(b"")
    monkeypatch.setattr(beside, "set_aside", refuse)
    assert made(state(family, "secret")[0]) == 31
    step(family, "secret")
    assert made(state(family, "secret")[0]) == 32
    copy = json.loads(beside.copy_of(file_of(folder, "household.json")).read_text())
    assert copy["household"]["1"]["household"]["alone_times"]["made"] == 31
    assert set(warnings) == {
        "A damaged file could not be set aside; its last good copy is used if there is one."
    }
