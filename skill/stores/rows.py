"""Rows in a file <-> the domain: plain values, a schema version, and the way up from older ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct, field

from skill.domain.check_in.check_ins import Pair
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.ports import StoreError

VERSION = 2

Row = Mapping[str, Any]


class Document(Struct):
    """A household's own file: its current state, and what has not moved to history and pairs yet."""

    household: Household
    pairs_since: date | None = None
    """Pairs of earlier days are gone, even where a file of theirs is still there."""
    entries: dict[int, Entry] = field(default_factory=dict)
    pairs: dict[int, Pair] = field(default_factory=dict)


def household_row(document: Document) -> dict[str, Any]:
    """The row of a household's current state."""
    return {
        "version": VERSION,
        "id": document.household.id,
        "household": msgspec.to_builtins(document.household),
        "pairs_since": msgspec.to_builtins(document.pairs_since),
    }


def document(row: Row, household: str) -> Document:
    """The household's current state from its row, whatever version wrote it.

    Raises:
        StoreError: when a newer version wrote it.
        ValueError: when it is another household's; as any other exception, a sign of damage.
    """
    row = migrated(row)
    found = msgspec.convert(row["household"], Household)
    if not row["id"] == found.id == household:
        raise ValueError("another household's row")
    return Document(found, msgspec.convert(row["pairs_since"], date | None))


def row_of(thing: Entry | Pair) -> dict[str, Any]:
    """The row of an entry or a pair."""
    row: dict[str, Any] = msgspec.to_builtins(thing)
    return row


def entry(row: Row) -> Entry:
    """An entry from its row."""
    return msgspec.convert(dict(row), Entry)


def pair(row: Row) -> Pair:
    """A pair from its row."""
    return msgspec.convert(dict(row), Pair)


def migrated(row: Row) -> Row:
    """The row as this version writes it.

    Raises:
        StoreError: when a newer version wrote it: it is left untouched.
    """
    version = row.get("version", 0)
    if version > VERSION:
        raise StoreError("What is kept was written by a newer version of Holding Hands.")
    while version < VERSION:
        row = MIGRATIONS[version](row)
        version = row["version"]
    return row


def _into_envelope(row: Row) -> Row:
    """Version 0 kept the household's fields in the row itself."""
    return {"version": 1, "id": row["id"], "household": dict(row), "pairs_since": None}


def _without_country(row: Row) -> Row:
    """Version 1 had a place for a country, which nothing ever filled."""
    household = {name: value for name, value in row["household"].items() if name != "country"}
    return {**row, "version": 2, "household": household}


MIGRATIONS: Mapping[int, Callable[[Row], Row]] = {0: _into_envelope, 1: _without_country}
