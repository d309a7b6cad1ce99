"""What lies beside a file: its last good copy, unfinished writes, and what was set aside as damaged."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

ASIDE_AT_MOST = 3
_STAMP = "%Y%m%dT%H%M%S.%f"


def copy_of(path: Path) -> Path:
    """Where the last good copy of a file lies."""
    return path.with_name(f"{path.name}.copy")


def new_of(path: Path) -> Path:
    """Where a file's next bytes are written before they take its place."""
    return path.with_name(f"{path.name}.new")


def spare_of(path: Path) -> Path:
    """Where a copy is made before it takes the last one's place."""
    return path.with_name(f"{path.name}.spare")


def tidy(path: Path) -> None:
    """Removes what a process that ended while writing has left beside a file."""
    for left in (new_of(path), spare_of(path)):
        try_removing(left)


def set_aside(path: Path) -> None:
    """Moves a damaged file out of the way; only the latest few are kept."""
    name = path.name.removesuffix(".copy")
    old = _aside(path.with_name(name))
    for surplus in old[: len(old) + 1 - ASIDE_AT_MOST]:
        remove(surplus)
    path.replace(path.with_name(f"{name}.damaged-{datetime.now(UTC):{_STAMP}}"))


def clear_aside(path: Path, before: datetime) -> None:
    """Removes what of a file was set aside before a time: there may be words in it."""
    for old in _aside(path):
        if old.name < f"{path.name}.damaged-{before:{_STAMP}}":
            try_removing(old)


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
            open_up(path)
            for inside in list(path.iterdir()):
                remove(inside)
            path.rmdir()


def open_up(folder: Path) -> None:
    """Lets its owner into a folder again, if that can be done."""
    with suppress(OSError):
        folder.chmod(0o700)


def try_removing(path: Path) -> None:
    """Removes a file if that can be done; a later visit tries again."""
    with suppress(OSError):
        remove(path)


def _aside(path: Path) -> list[Path]:
    """What of a file was set aside, oldest first."""
    return sorted(p for p in path.parent.iterdir() if p.name.startswith(f"{path.name}.damaged-"))
