"""Households that are forgotten, or still to be: what was begun is finished before anything is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.ports import StoreError
from skill.stores import forgetting, lock, rows
from skill.stores.failing import LOCKLESS, UNKEPT, UNREADABLE, failing
from skill.stores.folder import Folder
from skill.stores.tables import DAMAGE
from skill.stores.visit import Changes

UNFINISHED = "What a household wanted forgotten could not be removed yet; it is never read."


class Graves:
    """The folder of what is forgotten, beside the households; a grave bears its household's name."""

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        """Takes the folder, which need not be there yet; `warn` is told what could not be finished."""
        self.folder = folder
        self._warn = warn

    def forget(self, path: Path, handle: int | None, household: Household | None = None) -> None:
        """Forgets a household whose lock is held, or notes that it is still to be done.

        Args:
            path: its folder.
            handle: its lock; None where there can be none.
            household: what it leaves; put in its place by `go_on`.

        Raises:
            StoreError: when it could not be finished now.
        """
        leaving = _row(household) if household else b""
        noted = bool(leaving) and self._noted(path, leaving)
        try:
            self._bury(path, handle)
        except StoreError:
            with suppress(OSError):
                if not noted and (handle is None or lock.stands(handle, path)):
                    self._noted(path, leaving)  # else it has to be asked for again
            raise
        if not leaving:
            self._unmark(path)
        elif not (noted or self._noted(path, leaving)):  # there may be room now
            raise StoreError(f"{UNKEPT}.")

    def forget_later(self, name: str) -> None:
        """Notes that a household is to be forgotten.

        Raises:
            StoreError: when not even that could be written.
        """
        with failing(UNKEPT):
            forgetting.mark(self.folder / name)

    def owed(self, path: Path) -> bool:
        """Whether a household is still to be forgotten.

        Raises:
            StoreError: when that cannot be told.
        """
        with failing(UNREADABLE):
            return forgetting.mark_of(self._grave(path)).exists()

    def go_on(self, path: Path, handle: int | None) -> None:
        """One step further with a household that is owed; its lock is held and may be gone afterwards.

        Raises:
            StoreError: when it could not be done now.
        """
        if handle is None or not lock.guards_nothing(path):
            self._bury(path, handle)
            return
        self._put_in_place(path, handle)
        self._unmark(path)

    def finish(self, grave: Path) -> None:
        """Removes what a forgetting has left, if that can be done now.

        Raises:
            StoreError: when it cannot be told whether there is anything.
        """
        with failing(UNREADABLE):
            if not grave.exists():
                return
        try:
            forgetting.finish(grave)
        except OSError:
            self._warn(UNFINISHED)

    def finished(self, path: Path) -> None:
        """Removes what an earlier forgetting of a household has left; see `finish`."""
        self.finish(self._grave(path))

    def _bury(self, path: Path, handle: int | None) -> None:
        if handle is None:
            raise StoreError(LOCKLESS)
        with failing(UNKEPT):
            forgetting.forget(path, self._grave(path))

    def _put_in_place(self, path: Path, handle: int) -> None:
        """Keeps what a forgotten household has left as all there is of a new one."""
        with failing(UNREADABLE):
            row = forgetting.mark_of(self._grave(path)).read_bytes()
        with suppress(*DAMAGE):  # a note without anything
            household = _household(row)
            Folder(path, household.id, self._warn).commit(Changes(household=household))
            lock.sign(handle, household.id)

    def _noted(self, path: Path, leaving: bytes) -> bool:
        """Whether it could be noted that a household is still to be forgotten."""
        try:
            forgetting.mark(self._grave(path), leaving)
        except OSError:
            return False
        return True

    def _unmark(self, path: Path) -> None:
        with failing(UNKEPT):
            forgetting.unmark(self._grave(path))

    def _grave(self, path: Path) -> Path:
        return self.folder / path.name


def left_of(household: str, leaving: tuple[Leftover, ...]) -> Household | None:
    """What a forgotten household leaves as a new one would have it; None when it leaves nothing."""
    return Household(household, leftovers=leaving) if leaving else None


def _row(household: Household) -> bytes:
    return msgspec.json.encode(rows.household_row(rows.Document(household)))


def _household(row: bytes) -> Household:
    read = msgspec.json.decode(row)
    return rows.document(read, read["id"]).household
