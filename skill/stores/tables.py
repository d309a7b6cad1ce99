"""TinyDB over files that are always whole: read once, changed in memory, written when told to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Numbered
from tinydb.table import Table

from skill.stores import beside, durable

Read = TypeVar("Read")
Content = dict[str, dict[str, dict[str, Any]]]
"""Tables by name, rows by number."""

DAMAGE: tuple[type[Exception], ...] = (
    msgspec.MsgspecError,
    ValueError,
    TypeError,
    KeyError,
    RecursionError,
    IsADirectoryError,
)
_decoder = msgspec.json.Decoder(Content)


class Tables(Storage):
    """The tables of one file; TinyDB's writes stay in memory until `commit`."""

    def __init__(self, path: Path, source: Path | None) -> None:
        """Takes a file to write to, and the one to read: itself, its copy, or none.

        Raises:
            OSError: when it cannot be read.
            Exception: any of the signs of damage.
        """
        self._path = path
        content = durable.read(source) if source else None
        self._before = content if source == path else None
        self._tables: Content | None = None if content is None else _decoder.decode(content)

    def read(self) -> Content | None:
        """All tables, parsed once."""
        return self._tables

    def write(self, data: Content) -> None:
        """Takes all tables, in memory."""
        self._tables = data

    def commit(self, *, scrub: bool = False) -> None:
        """Writes all tables.

        Raises:
            OSError: when they could not be kept; the old ones still stand.
            ValueError: when there is something in them that cannot be written.
        """
        durable.replace(self._path, msgspec.json.encode(self._tables or {}), self._before, scrub=scrub)


class File:
    """One file of a household: a TinyDB database that survives damage."""

    def __init__(self, path: Path, source: Path | None) -> None:
        """Opens the file as it stands in a source; see Tables."""
        self.known = source is not None
        self._tables = Tables(path, source)
        self._database = TinyDB(storage=lambda: self._tables)

    def table(self, name: str) -> Table:
        """A table by its name, without a cache of queries."""
        return self._database.table(name, cache_size=0)

    def rows(self, name: str) -> Mapping[int, Mapping[str, Any]]:
        """All rows of a table, by their numbers."""
        return {row.doc_id: row for row in self.table(name)}

    def put(self, name: str, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Fills a table anew."""
        table = self.table(name)
        table.truncate()
        table.insert_multiple(Numbered(row, number) for number, row in rows)

    def commit(self, *, scrub: bool = False) -> None:
        """Writes the file; see Tables."""
        self._tables.commit(scrub=scrub)


def opened(
    path: Path, read: Callable[[File], Read], new: Read, warn: Callable[[str], None]
) -> tuple[File, Read]:
    """Opens a file and reads it; a damaged one is set aside and its last good copy used, else `new`.

    Raises:
        OSError: when it is there but cannot be read.
    """
    for source in (path, beside.copy_of(path)):
        try:
            file = File(path, source)
            return file, read(file)
        except FileNotFoundError:
            continue
        except DAMAGE:
            _set_aside(source, warn)
    return File(path, None), new


def _set_aside(path: Path, warn: Callable[[str], None]) -> None:
    try:
        beside.set_aside(path)
    except OSError:
        warn("A damaged file could not be set aside; its last good copy is used if there is one.")
    else:
        warn("A damaged file was set aside; its last good copy is used if there is one.")
