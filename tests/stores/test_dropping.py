"""Pairs that were dropped never come back, even where their files outlived the dropping."""

from __future__ import annotations

from pathlib import Path

from skill.stores.tinydb import TinyDBStore
from tests.stores.families import pair, state

WORDS = "a secret about the moon"


def _with_files_left_behind(folder: Path) -> TinyDBStore:
    """A store that was killed between dropping pairs and removing their files."""
    store = TinyDBStore(folder)
    for number in (0, 5, 9):
        with store.visit("h") as home:
            home.keep_pair(pair(number, WORDS))
    with store.visit("h") as home:
        home.keep_pair(pair(10, "staying"))
    left = {path: path.read_bytes() for n in (0, 5) for path in folder.rglob(f"{pair(n).day}.json")}
    with store.visit("h") as home:
        home.drop_pairs(pair(10).day)
    for path, words in left.items():
        path.write_bytes(words)
    return store


def test_the_next_dropping_removes_what_was_left_behind(tmp_path: Path):
    store = _with_files_left_behind(tmp_path)
    with store.visit("h") as home:
        home.drop_pairs(pair(1).day)
    assert not [
        path for path in tmp_path.rglob("*") if path.is_file() and WORDS.encode() in path.read_bytes()
    ]


def test_an_earlier_date_does_not_bring_dropped_pairs_back(tmp_path: Path):
    store = _with_files_left_behind(tmp_path)
    with store.visit("h") as home:
        home.drop_pairs(pair(1).day)
    assert state(store, "h")[2] == [pair(10, "staying")]
