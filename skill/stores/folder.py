"""What a household's folder holds: its document, its history by month, its pairs by day.

A turn writes the document only, with the turn's own entries and pairs in it: one file replaced at once is all
or nothing. A later turn moves what has gathered there to its own small file before it writes the document
without it; everything has a number, so that what is found in both places counts once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from skill.domain.check_in.check_ins import Pair
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.stores import beside, durable, rows
from skill.stores.failing import UNKEPT, UNREADABLE, failing
from skill.stores.rows import Document
from skill.stores.shelf import Shelf, Thing
from skill.stores.tables import DAMAGE, File, opened
from skill.stores.visit import Changes

DOCUMENT = "household.json"
GATHERED_AT_MOST = 32
ASIDE_FOR = timedelta(days=1)
"""How long a damaged document waits to be looked at, where the night's clearing comes by."""


class Folder:
    """A Kept: one household's files, while its lock is held."""

    def __init__(self, path: Path, household: str, warn: Callable[[str], None]) -> None:
        """Reads the household's document.

        Raises:
            StoreError: when it is there but cannot be read, or a newer version wrote it.
        """
        self.path = path
        self._history = Shelf(path / "history", rows.entry, warn)
        self._pairs = Shelf(path / "pairs", rows.pair, warn)
        with failing(UNREADABLE):
            self._file, self._document = opened(
                path / DOCUMENT,
                lambda file: _read_document(file, household),
                Document(Household(household)),
                warn,
            )
        self.known = self._file.known
        """Whether anything is kept of the household."""

    @property
    def household(self) -> Household:
        """The household as it was kept; a new one when it was not known."""
        return self._document.household

    def entries(self, since: date, until: date) -> Iterable[Entry]:
        """The history of these days."""
        first, last = _month(since), _month(until)
        found: dict[int, Entry] = {}
        with failing(UNREADABLE):
            for name in self._history.names():
                if first <= name[: len(first)] <= last:
                    found |= self._history.read(name)
        found |= self._document.entries
        return [found[number] for number in sorted(found) if since <= found[number].day <= until]

    def pairs(self) -> Iterator[Pair]:
        """The kept pairs, newest first: a day's file is read when its turn comes."""
        since = self._document.pairs_since or date.min
        with failing(UNREADABLE):
            filed = set(filter(None, map(_day, self._pairs.names())))
        gathered = {p.day for p in self._document.pairs.values()}
        for day in sorted(filed | gathered, reverse=True):
            if day >= since:
                yield from self._pairs_of(day, filed)

    def commit(self, changes: Changes) -> None:
        """Writes what a turn changed, if anything: all of it or nothing.

        Raises:
            StoreError: when it could not be kept.
        """
        with failing(UNKEPT):
            expired = self._expired(changes.dropped_before)
            dropping = bool(expired) or any(map(changes.drops, self._document.pairs.values()))
            if changes.adds or dropping:
                self._write(changes, dropping=dropping)
        for path in expired:
            beside.try_removing(path)
        if changes.dropped_before:
            with suppress(OSError):
                beside.clear_aside(self.path / DOCUMENT, datetime.now(UTC) - ASIDE_FOR)

    def _pairs_of(self, day: date, filed: set[date]) -> list[Pair]:
        with failing(UNREADABLE):
            found = self._pairs.read(day.isoformat()) if day in filed else {}
        found |= {n: p for n, p in self._document.pairs.items() if p.day == day}
        return list(found.values())[::-1]

    def _expired(self, before: date | None) -> list[Path]:
        """The files of dropped pairs, those that an earlier dropping could not remove among them."""
        return self._pairs.before(self._since(before).isoformat()) if before else []

    def _since(self, before: date) -> date:
        """From which day on there are pairs, once those before a date are dropped as well."""
        return max(before, self._document.pairs_since or date.min)

    def _write(self, changes: Changes, *, dropping: bool) -> None:
        if dropping:
            self._drop(changes)
        self._move_out()
        self._take_over(changes)
        if not self.known:
            self._settle_in()
        self._fill()
        self._file.commit(scrub=changes.scrub or dropping)
        self.known = True

    def _drop(self, changes: Changes) -> None:
        document = self._document
        document.pairs_since = self._since(changes.dropped_before or date.min)
        document.pairs = {n: p for n, p in document.pairs.items() if not changes.drops(p)}

    def _move_out(self) -> None:
        """Moves to their own files what earlier turns have left in the document."""
        document = self._document
        if len(document.entries) >= GATHERED_AT_MOST:
            for month, entries in _by(document.entries, _month).items():
                self._history.put(f"{month}.{min(entries):x}", entries)
            document.entries = {}
        for day, pairs in _by(document.pairs, date.isoformat).items():
            self._pairs.put(day, pairs)
        document.pairs = {}

    def _take_over(self, changes: Changes) -> None:
        document = self._document
        document.household = changes.household or document.household
        document.entries |= _numbered(changes.entries)
        document.pairs |= _numbered(changes.pairs)
        if document.pairs_since:
            document.pairs_since = min([document.pairs_since, *(p.day for p in changes.pairs)])

    def _settle_in(self) -> None:
        """Makes the names of a new household's folders durable."""
        shard, households, root, above = list(self.path.parents)[:4]
        for folder in (shard, households, root):
            durable.sync_folder(folder)
        with suppress(OSError):  # may be somebody else's
            durable.sync_folder(above)

    def _fill(self) -> None:
        document = self._document
        self._file.put("household", [(1, rows.household_row(document))])
        self._file.put("history", ((n, rows.row_of(e)) for n, e in document.entries.items()))
        self._file.put("pairs", ((n, rows.row_of(p)) for n, p in document.pairs.items()))


def id_in(path: Path) -> str | None:
    """The id of the household whose folder this is; None when no file tells it."""
    for source in (path / DOCUMENT, beside.copy_of(path / DOCUMENT)):
        with suppress(OSError, *DAMAGE):
            return str(File(source, source).rows("household")[1]["id"])
    return None


def _read_document(file: File, household: str) -> Document:
    document = rows.document(file.rows("household")[1], household)
    document.entries = {number: rows.entry(row) for number, row in file.rows("history").items()}
    document.pairs = {number: rows.pair(row) for number, row in file.rows("pairs").items()}
    return document


def _numbered(things: Iterable[Thing]) -> dict[int, Thing]:
    """Things by numbers that no other has, in the order in which they were kept."""
    return dict(enumerate(things, start=time.time_ns()))


def _by(things: Mapping[int, Thing], where: Callable[[date], str]) -> dict[str, dict[int, Thing]]:
    groups: dict[str, dict[int, Thing]] = {}
    for number, thing in things.items():
        groups.setdefault(where(thing.day), {})[number] = thing
    return groups


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _day(name: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(name)
    return None
