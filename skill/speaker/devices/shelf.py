"""What the device keeps: one small file, changed by one at a time and never half written."""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

Kept = dict[str, Any]
_log = logging.getLogger(__name__)


class ShelfError(OSError):
    """What was changed could not be kept; nothing of it is then kept."""


class Shelf:
    """A dictionary in a file, or in memory alone when there is no folder."""

    def __init__(self, folder: Path | None, name: str = "device.json") -> None:
        self._path = folder / name if folder else None
        self._memory: Kept = {}
        self._one_at_a_time = RLock()

    def read(self) -> Kept:
        """What is kept now; nothing where it cannot be read, because an answer must not wait for that."""
        try:
            return self._load()
        except OSError:
            _log.warning("The device's file cannot be read.")
            return {}

    @contextmanager
    def change(self) -> Iterator[Kept]:
        """What is kept, to be changed; it is durable when the block ends well.

        Raises:
            ShelfError: when it could not be kept.
        """
        with self._one_at_a_time, self._alone():
            kept = self._to_change()
            yield kept
            self._save(kept)

    def drop_copies(self) -> None:
        """Removes what was set aside or left half written."""
        if self._path:
            for ending in (".damaged", ".half"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def mark(self) -> tuple[int, int]:
        """Differs whenever the file was changed, also by another process."""
        try:
            found = os.stat(self._path) if self._path else None  # noqa: PTH116 - cheap, once a second
        except OSError:
            return (0, 0)
        return (found.st_mtime_ns, found.st_ino) if found else (0, id(self._memory))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._path is None:
            yield
            return
        try:
            private_folder(self._path.parent)
            handle = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise ShelfError("The device's folder cannot be written.") from fault
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _to_change(self) -> Kept:
        try:
            return self._load()
        except OSError as fault:  # what cannot be read must not be written over
            raise ShelfError("The device's file cannot be read.") from fault

    def _load(self) -> Kept:
        if self._path is None:
            kept: Kept = json.loads(json.dumps(self._memory))
            return kept
        try:
            kept = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except ValueError:
            return self._set_aside(self._path)
        return kept if isinstance(kept, dict) else self._set_aside(self._path)

    def _set_aside(self, path: Path) -> Kept:
        path.replace(path.with_name(path.name + ".damaged"))
        _log.warning("The device's file was damaged; it is set aside as %s.", path.name + ".damaged")
        return {}

    def _save(self, kept: Kept) -> None:
        if self._path is None:
            self._memory = json.loads(json.dumps(kept))
            return
        try:
            replace_durably(self._path, json.dumps(kept, indent=1).encode())
        except OSError as fault:
            raise ShelfError("The device's file cannot be written.") from fault


def private_folder(folder: Path) -> None:
    """Makes a folder that only its owner can open, and the one it stands in likewise."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def replace_durably(path: Path, content: bytes) -> None:
    """Writes a file so that after a power cut there is the old one or the new one."""
    half = path.with_name(path.name + ".half")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
