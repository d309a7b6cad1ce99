"""Small files of one kind beside a household's document: history by month, or pairs by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from skill.domain.check_in.check_ins import Pair
from skill.domain.history import Entry
from skill.stores import durable, rows
from skill.stores.tables import File, opened

Thing = TypeVar("Thing", Entry, Pair)


class Shelf(Generic[Thing]):
    """Numbered things of one kind in files named by when they were."""

    def __init__(
        self, path: Path, from_row: Callable[[rows.Row], Thing], warn: Callable[[str], None]
    ) -> None:
        """Takes the shelf's folder, which need not be there yet, and what makes a thing from its row."""
        self._path = path
        self._from_row: Callable[[rows.Row], Thing] = from_row
        self._warn = warn

    def names(self) -> set[str]:
        """The names of its files without the ending; a file of which only the copy is left counts."""
        files = (path.name.removesuffix(".copy") for path in self._all())
        return {name.removesuffix(".json") for name in files if name.endswith(".json")}

    def read(self, name: str) -> dict[int, Thing]:
        """The things in a file by their numbers, in the order they were put there.

        Raises:
            OSError: when it is there but cannot be read.
        """
        return self._open(name)[1]

    def put(self, name: str, things: Mapping[int, Thing]) -> None:
        """Adds things to a file; those that are there already stay as they are.

        Raises:
            OSError: when they could not be kept.
        """
        durable.make_lasting(self._path)
        file, before = self._open(name)
        file.put(self._path.name, ((n, rows.row_of(t)) for n, t in {**before, **things}.items()))
        file.commit()

    def before(self, name: str) -> list[Path]:
        """All files, copies and the like whose names come before another."""
        return [path for path in self._all() if path.name[: len(name)] < name]

    def _open(self, name: str) -> tuple[File, dict[int, Thing]]:
        nothing: dict[int, Thing] = {}
        return opened(self._path / f"{name}.json", self._read_all, nothing, self._warn)

    def _read_all(self, file: File) -> dict[int, Thing]:
        found = {number: self._from_row(row) for number, row in file.rows(self._path.name).items()}
        if not found:
            raise ValueError("a file that was written without a row")
        return found

    def _all(self) -> Iterable[Path]:
        with suppress(FileNotFoundError):
            return list(self._path.iterdir())
        return []
