"""Files that are whole at any moment: the new bytes or the old ones, never something between."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

ASIDE_AT_MOST = 3
_FILE = 0o600
_FOLDER = 0o700


def copy_of(path: Path) -> Path:
    """Where the last good copy of a file lies."""
    return path.with_name(f"{path.name}.copy")


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
    new = _write_beside(path, data)
    try:
        if scrub:
            remove_older(path, new)
        elif before is not None:
            _keep_copy(path, before)
        new.replace(path)
    except OSError:
        _try_removing(new)
        raise
    _settle(path, before)
    if before is None or scrub:
        _copy_if_missing(path, data)


def tidy(path: Path) -> None:
    """Removes what a process that ended while writing has left beside a file."""
    for left in (_new(path), _spare(path)):
        _try_removing(left)


def set_aside(path: Path) -> None:
    """Moves a damaged file out of the way; only the latest few are kept."""
    name = path.name.removesuffix(".copy")
    old = sorted(p for p in path.parent.iterdir() if p.name.startswith(f"{name}.damaged-"))
    for surplus in old[: len(old) + 1 - ASIDE_AT_MOST]:
        remove(surplus)
    path.replace(path.with_name(f"{name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S.%f}"))


def remove_older(path: Path, *keeping: Path) -> None:
    """Removes every copy, temporary file and set-aside file of a file, but not the file itself."""
    kept = {path.name, *(k.name for k in keeping)}
    for beside in list(path.parent.iterdir()):
        if beside.name.startswith(f"{path.name}.") and beside.name not in kept:
            remove(beside)


def remove(path: Path) -> None:
    """Removes a file, or a folder with all that is in it; what is gone already is fine."""
    with suppress(FileNotFoundError):
        try:
            path.unlink()
        except (IsADirectoryError, PermissionError):
            for inside in list(path.iterdir()):
                remove(inside)
            path.rmdir()


def _new(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _spare(path: Path) -> Path:
    return path.with_name(f"{path.name}.spare")


def _write_beside(path: Path, data: bytes) -> Path:
    new = _new(path)
    try:
        handle = _create(new)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        _try_removing(new)
        raise
    return new


def _create(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return os.open(path, flags, _FILE)
    except FileExistsError:  # left by a process that ended while writing
        remove(path)
        return os.open(path, flags, _FILE)


def _keep_copy(path: Path, before: bytes) -> None:
    """Makes the file as it stands the last good copy: by a second name, or where there are none, written."""
    spare = _spare(path)
    try:
        _link(path, spare)
        spare.replace(copy_of(path))
    except OSError:
        _try_removing(spare)
        _try_writing(copy_of(path), before)


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
        if before is None:
            _try_removing(path)
        else:
            _try_writing(path, before)
        raise


def _copy_if_missing(path: Path, data: bytes) -> None:
    copy = copy_of(path)
    if not copy.exists():
        _try_writing(copy, data)


def _try_writing(path: Path, data: bytes) -> None:
    with suppress(OSError):
        _write_beside(path, data).replace(path)


def _try_removing(path: Path) -> None:
    with suppress(OSError):
        remove(path)
