"""A store on disk that holds under real life: a folder of small TinyDB files for each household."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from skill.domain.ports import Home, StoreError
from skill.stores import beside, forgetting, lock
from skill.stores.failing import UNKEPT, UNREADABLE, failing
from skill.stores.folder import DOCUMENT, Folder, id_in
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
        self._graves = folder / "forgetting"
        self._warn = warn
        self._patience = patience
        for grave in _inside(self._graves):
            self._finish(grave)

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        """Opens one household for a turn, alone; what it kept is durable when the block ends.

        Raises:
            StoreError: when it stayed busy, cannot be read, or at the end could not be kept.
        """
        name = file_name(household)
        path = self._households / name[:2] / name
        with self._alone(path) as held:
            self._finish(self._graves / name)
            folder = Folder(path, household, self._warn)
            visit = Visit(folder, keeps=self.keeps)
            if held:
                beside.tidy(path / DOCUMENT)
            try:
                yield visit
                self._keep(folder, visit.changes, held=held)
            finally:
                if held and not (folder.known or visit.changes.forgotten):
                    lock.clear(path)

    def households(self) -> Iterable[str]:
        """The ids of all households; one whose files are all damaged is left out."""
        for shard in _inside(self._households):
            for folder in _inside(shard):
                found = id_in(folder)
                if found is not None:
                    yield found

    @contextmanager
    def _alone(self, path: Path) -> Iterator[bool]:
        with failing(UNREADABLE):
            handle = lock.acquire(path, self._patience)
        try:
            yield handle is not None
        finally:
            if handle is not None:
                lock.release(handle)

    def _keep(self, folder: Folder, changes: Changes, *, held: bool) -> None:
        if held and changes.forgotten:
            with failing(UNKEPT):
                forgetting.forget(folder.path, self._graves / folder.path.name)
        elif held:
            folder.commit(changes)
        elif changes.forgotten or changes.adds:
            raise StoreError(f"{UNKEPT} (its folder cannot be written in).")

    def _finish(self, grave: Path) -> None:
        if not grave.exists():
            return
        try:
            forgetting.finish(grave)
        except OSError:
            self._warn("What a household wanted forgotten could not be removed yet; it is never read.")


def file_name(household: str) -> str:
    """The name of a household's folder: an id is no path."""
    return hashlib.sha256(household.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _inside(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        return list(folder.iterdir())
    return []
