"""Forgetting a household: one rename takes it out of sight, then what was renamed is removed.

A folder among the forgotten is the mark that a removal is not finished. Nothing ever reads there. A file
among them is the mark that a household is still to be forgotten: one that could not even be renamed yet, or
one that leaves something. What it leaves is in that file until it stands in the household's place.
"""

from __future__ import annotations

from errno import EEXIST, ENOTEMPTY
from pathlib import Path

from skill.stores import beside, durable

_LATER = ".later"


def forget(folder: Path, grave: Path) -> None:
    """Removes a household's folder for good; can be tried again at any point.

    Raises:
        OSError: when it could not be finished. Out of sight it is once the rename was done.
    """
    durable.make_lasting(grave.parent)
    _bury(folder, grave)
    durable.sync_folder(folder.parent)
    finish(grave)


def finish(grave: Path) -> None:
    """Removes what a forgetting has left.

    Raises:
        OSError: when it could not be finished.
    """
    durable.sync_folder(grave.parent)
    beside.remove(grave)
    durable.sync_folder(grave.parent)


def mark(grave: Path, leaving: bytes = b"") -> None:
    """Notes durably that a household is still to be forgotten, and what is to be in its place then.

    Raises:
        OSError: when not even that can be written.
    """
    durable.make_lasting(grave.parent)
    later = mark_of(grave)
    durable.written(beside.new_of(later), leaving).replace(later)
    durable.sync_folder(grave.parent)


def unmark(grave: Path) -> None:
    """Takes the note away, durably: what is kept from now on may not be forgotten by it."""
    if mark_of(grave).exists():
        beside.remove(mark_of(grave))
        durable.sync_folder(grave.parent)


def mark_of(grave: Path) -> Path:
    """Where the note lies that a household is still to be forgotten."""
    return grave.with_name(grave.name + _LATER)


def grave_of(found: Path) -> Path:
    """The grave that something among the forgotten is, or is the note for."""
    return found.with_name(found.name.removesuffix(_LATER))


def _bury(folder: Path, grave: Path) -> None:
    while True:
        beside.remove(grave)
        beside.open_up(folder)
        try:
            folder.rename(grave)
        except OSError as problem:
            if problem.errno not in (EEXIST, ENOTEMPTY):  # somebody else forgot it just now
                raise
        else:
            return
