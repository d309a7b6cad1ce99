"""One visitor at a time: a lock file in the household's own folder, across threads and processes."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from skill.domain.ports import StoreError
from skill.stores.durable import make_folder, read

NAME = "lock"
_POLL = 0.001


def acquire(folder: Path, patience: float) -> int | None:
    """Takes a household's lock; None where no lock can be made, which is where nothing can be kept.

    Args:
        folder: the household's folder, made if need be.
        patience: how long to wait, in seconds.

    Raises:
        StoreError: when somebody else held it all the while.
    """
    until = time.monotonic() + patience
    path = folder / NAME
    while (handle := _open(path)) is not None:
        try:
            _wait(handle, until)
            if stands(handle, folder):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    return None


def release(handle: int) -> None:
    """Gives a lock back, even where a child process has inherited the handle."""
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_UN)
    os.close(handle)


def sign(handle: int, household: str) -> None:
    """Writes into a lock whose it is: that stands where the household's own files are damaged."""
    with suppress(OSError, UnicodeError):
        if not os.fstat(handle).st_size:
            os.write(handle, household.encode())


def signed(folder: Path) -> str | None:
    """Whose folder it is, as its lock tells; None when it does not."""
    with suppress(OSError, UnicodeError):
        return read(folder / NAME).decode() or None
    return None


def clear(folder: Path) -> None:
    """Takes away the folder of a household that has nothing to keep; its lock must be held."""
    with suppress(OSError):
        if guards_nothing(folder):
            (folder / NAME).unlink()
            folder.rmdir()


def guards_nothing(folder: Path) -> bool:
    """Whether there is nothing in a household's folder beside its lock."""
    with suppress(OSError):
        return [path.name for path in folder.iterdir()] == [NAME]
    return False


def _open(path: Path) -> int | None:
    try:
        while True:
            try:
                return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            except FileNotFoundError:  # never made, or just forgotten
                make_folder(path.parent)
    except OSError:
        with suppress(OSError):
            return os.open(path, os.O_RDONLY)
        return None


def _wait(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise StoreError("A household stayed busy for too long.") from None
            time.sleep(_POLL)
        else:
            return


def stands(handle: int, folder: Path) -> bool:
    """Whether the locked file is still the one in the folder: forgetting takes it away."""
    try:
        return os.path.samestat(os.fstat(handle), (folder / NAME).stat())
    except FileNotFoundError:
        return False
