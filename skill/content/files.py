"""Data files, read and checked: what is wrong is named by file and place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

Wordings = str | list[str]
T = TypeVar("T")


class LibraryError(Exception):
    """A data file is wrong; the message names the file and the place in it."""


def json_files(folder: Path) -> list[Path]:
    """The data files of a folder by name; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)


def listed(wordings: Wordings) -> Sequence[str]:
    """The wordings of a phrase, one or several."""
    return (wordings,) if isinstance(wordings, str) else tuple(wordings)


def read(file: Path, kind: type[T]) -> T:
    """What stands in a data file.

    Raises:
        LibraryError: when it is not as its kind says; file and place are named.
    """
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        raise LibraryError(f"{file.name}: {fault}") from fault
