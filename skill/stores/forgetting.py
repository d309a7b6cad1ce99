"""Forgetting a household: one rename takes it out of sight, then what was renamed is removed.

A folder among the forgotten is the mark that a removal is not finished. Nothing ever reads there.
"""

from __future__ import annotations

from errno import EEXIST, ENOTEMPTY
from pathlib import Path

from skill.stores import beside, durable


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


def _bury(folder: Path, grave: Path) -> None:
    while True:
        beside.remove(grave)
        try:
            folder.rename(grave)
        except OSError as problem:
            if problem.errno not in (EEXIST, ENOTEMPTY):  # somebody else forgot it just now
                raise
        else:
            return
