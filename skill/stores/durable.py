"""Files that are whole at any moment: the new bytes or the old ones, never something between."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from skill.stores.beside import copy_of, new_of, remove, remove_older, spare_of, try_removing

_FILE = 0o600
_FOLDER = 0o700


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, for its owner only."""
    with suppress(FileExistsError):
        try:
            folder.mkdir(_FOLDER)
        except FileNotFoundError:
            make_folder(folder.parent)
            folder.mkdir(_FOLDER)


def make_lasting(folder: Path) -> None:
    """Makes a folder whose name is on the disk when this returns."""
    if not folder.is_dir():
        make_folder(folder)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Returns once the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: when they cannot be had.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        parts = []
        while part := os.read(handle, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def replace(path: Path, data: bytes, before: bytes | None, *, scrub: bool = False) -> None:
    """Puts new bytes in a file's place; once this returns they are on the disk.

    Args:
        path: the file.
        data: its new bytes.
        before: the sound bytes it holds now; None when it is missing or damaged.
        scrub: whether every older copy goes, set-aside ones too.

    Raises:
        OSError: when the bytes could not be kept; the old ones still stand.
    """
    new = written(new_of(path), data)
    try:
        if scrub:
            remove_older(path, new)
        elif before is not None:
            _keep_copy(path, before)
        new.replace(path)
    except OSError:
        try_removing(new)
        raise
    _settle(path, before)
    if before is None or scrub:
        _copy_if_missing(path, data)


def written(path: Path, data: bytes) -> Path:
    """Writes a new file; once this returns its bytes are on the disk, its name not yet.

    Raises:
        OSError: when they could not be kept; nothing of them is left.
    """
    try:
        handle = _create(path)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        try_removing(path)
        raise
    return path


def _create(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return os.open(path, flags, _FILE)
    except FileExistsError:  # left by a process that ended while writing
        remove(path)
        return os.open(path, flags, _FILE)


def _keep_copy(path: Path, before: bytes) -> None:
    """Makes the file as it stands the last good copy: by a second name, or where there are none, written."""
    spare = spare_of(path)
    try:
        _link(path, spare)
        spare.replace(copy_of(path))
    except OSError:
        try_removing(spare)
        _try_writing(path, before, copy_of(path))


def _link(path: Path, spare: Path) -> None:
    try:
        os.link(path, spare)
    except FileExistsError:
        remove(spare)
        os.link(path, spare)


def _settle(path: Path, before: bytes | None) -> None:
    """Makes the new name durable, or brings back what was before."""
    try:
        sync_folder(path.parent)
    except OSError:
        _bring_back(path, before)
        raise


def _bring_back(path: Path, before: bytes | None) -> None:
    with suppress(OSError):
        if before is None:
            remove(path)
        elif _holds(copy_of(path), before):
            copy_of(path).replace(path)  # needs no space
        else:
            _try_writing(path, before, path)


def _holds(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return read(path) == data
    return False


def _copy_if_missing(path: Path, data: bytes) -> None:
    if not copy_of(path).exists():
        _try_writing(path, data, copy_of(path))


def _try_writing(path: Path, data: bytes, target: Path) -> None:
    spare = spare_of(path)
    try:
        written(spare, data).replace(target)
    except OSError:
        try_removing(spare)
