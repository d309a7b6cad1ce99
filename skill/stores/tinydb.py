"""A store on disk that holds under real life: a folder of small TinyDB files for each household."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from skill.domain.ports import Home, StoreError
from skill.stores import beside, forgetting, lock
from skill.stores.failing import LOCKLESS, UNKEPT, UNREADABLE, failing
from skill.stores.folder import DOCUMENT, Folder, id_in
from skill.stores.graves import UNFINISHED, Graves, left_of
from skill.stores.visit import Changes, Visit

_log = logging.getLogger(__name__)


class TinyDBStore:
    """All households, in a folder that several threads and processes may use at once."""

    keeps = True

    def __init__(
        self, folder: Path, *, warn: Callable[[str], None] = _log.warning, patience: float = 5.0
    ) -> None:
        """Opens the store and finishes what was to be forgotten.

        Args:
            folder: where it lies; made when something is first kept.
            warn: is told in one sentence what was found damaged or could not be finished.
            patience: how long to wait for a household somebody else visits, in seconds.
        """
        self._households = folder / "households"
        self._graves = Graves(folder / "forgetting", warn)
        self._warn = warn
        self._patience = patience
        for found in self._inside(self._graves.folder):
            self._settle(found)

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        """Opens one household for a turn, alone; what it kept is durable when the block ends.

        Raises:
            StoreError: when it stayed busy, cannot be read, or at the end could not be kept.
        """
        path = self._path(file_name(household))
        with self._alone(path) as handle:
            folder = Folder(path, household, self._warn)
            visit = Visit(folder, keeps=self.keeps)
            if handle is not None:
                beside.tidy(path / DOCUMENT)
            try:
                yield visit
                self._keep(folder, visit.changes, handle)
            finally:
                if handle is not None and not (folder.known or visit.changes.forgotten):
                    lock.clear(path)
        if visit.changes.leaving:
            with suppress(StoreError), self._alone(path):
                pass  # what is left is in its place by then; else at the next visit

    def households(self) -> Iterable[str]:
        """The ids of all households; one of which neither its files nor its lock tells whose is left out."""
        for shard in self._inside(self._households):
            for folder in self._inside(shard):
                for found in (id_in(folder), lock.signed(folder)):
                    if found is not None and file_name(found) == folder.name:
                        yield found
                        break

    def forget_all(self) -> int:
        """Forgets every household, also one that cannot be read; returns how many there were.

        Raises:
            StoreError: when one could not be removed; all others are. It is tried again later.
        """
        with failing(UNKEPT):
            folders = [folder for shard in _opened_up(self._households) for folder in _opened_up(shard)]
            for found in _in(self._graves.folder):
                beside.remove(found)
        forgotten = [self._forgets(folder) for folder in folders]
        if not all(forgotten):
            raise StoreError(f"{UNKEPT}.")
        return len(forgotten)

    def forget_later(self, household: str) -> None:
        """Notes that a household is to be forgotten: at its next visit, or when the store is opened.

        Raises:
            StoreError: when not even that could be written.
        """
        self._graves.forget_later(file_name(household))

    @contextmanager
    def _alone(self, path: Path) -> Iterator[int | None]:
        """Holds a household's lock, None where there can be none; what was to be forgotten is so by then."""
        while True:
            with self._locked(path) as handle:
                if not self._graves.owed(path):
                    self._graves.finished(path)
                    yield handle
                    return
                self._graves.go_on(path, handle)

    @contextmanager
    def _locked(self, path: Path) -> Iterator[int | None]:
        with failing(UNREADABLE):
            handle = lock.acquire(path, self._patience)
        try:
            yield handle
        finally:
            if handle is not None:
                lock.release(handle)

    def _keep(self, folder: Folder, changes: Changes, handle: int | None) -> None:
        if changes.forgotten:
            self._graves.forget(folder.path, handle, left_of(folder.household.id, changes.leaving))
        elif handle is not None:
            folder.commit(changes)
            if folder.known:
                lock.sign(handle, folder.household.id)
        elif changes.adds:
            raise StoreError(LOCKLESS)

    def _forgets(self, path: Path) -> bool:
        beside.open_up(path)
        try:
            with self._locked(path) as handle:
                self._graves.forget(path, handle)
        except StoreError:
            return False
        return True

    def _settle(self, found: Path) -> None:
        """Finishes what is among the forgotten, if that can be done now."""
        name = forgetting.grave_of(found).name
        try:
            if name == found.name:
                self._graves.finish(found)
            else:
                with self._alone(self._path(name)) as handle:
                    if handle is not None:
                        lock.clear(self._path(name))
        except StoreError:
            self._warn(UNFINISHED)

    def _path(self, name: str) -> Path:
        return self._households / name[:2] / name

    def _inside(self, folder: Path) -> list[Path]:
        try:
            return _in(folder)
        except OSError:
            self._warn("A folder of what is kept could not be read.")
            return []


def file_name(household: str) -> str:
    """The name of a household's folder: an id is no path."""
    return hashlib.sha256(household.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _in(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        return list(folder.iterdir())
    return []


def _opened_up(folder: Path) -> list[Path]:
    """The folders in a folder, and in one that was shut even to its owner."""
    beside.open_up(folder)
    return [inside for inside in _in(folder) if inside.is_dir()]
