"""Rule 12: a life on a disk whose process is killed in the middle of a write, again and again."""

from __future__ import annotations

import copy
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from skill.stores.tinydb import TinyDBStore
from tests.laws.house.life import Life
from tests.laws.house.taken import Json, Taken
from tests.laws.rules.secrets import SECRET
from tests.stores.disk import Disk

SHARE = 0.06
"""How many turns are killed."""
LATEST = 24
"""Calls to the disk; few turns have more."""


class KilledError(BaseException):
    """The process is no more: nothing of ours may catch it."""


@contextmanager
def dying(call: int) -> Iterator[None]:
    """From one call on that would change the disk, nothing reaches it any more; half of a write does."""
    died: list[str] = []

    def die(name: str, arguments: tuple[Any, ...]) -> None:
        if name == "write" and not died:
            handle, data = arguments
            os.pwrite(handle, data[: len(data) // 2], 0)
        died.append(name)
        raise KilledError

    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, die)
        disk.fails_at = lambda number, name: (
            number >= call and name != "flock"
        )  # a lock goes with its process
        yield


@dataclass
class Mortal(Life):
    """A household on a disk; after a death the skill is started anew, and all of a turn is there or none."""

    folder: Path = Path()
    dice: random.Random = field(default_factory=random.Random)
    dies_at: int | None = None
    """The call at which the next turn is killed; None leaves it to the dice."""
    share: float = SHARE
    deaths: int = 0
    survived: int = 0
    """Turns that were kept although nobody heard their answer."""

    def __post_init__(self) -> None:
        """Moves in."""
        self.store = TinyDBStore(self.folder)

    def _take(self, device: str, envelope: Json) -> Taken:
        if self.dies_at is None and self.dice.random() >= self.share:
            return super()._take(device, envelope)
        call, self.dies_at = self.dies_at or self.dice.randrange(1, LATEST), None
        before, rings = self.kept(), dict(self.bench.rings)
        expected, there = self._unharmed(device, envelope)
        watchers, self.watchers = self.watchers, []
        heard: Taken | None = None
        try:
            with dying(call):
                heard = super()._take(device, envelope)
        except KilledError:
            self.deaths += 1
            self.sessions.pop(device, None)
            self.unsure |= {token for token, ring in self._rings(rings) if rings.get(token) != ring}
        self.watchers = watchers
        self._starts_again(before, there)
        if heard is None and (there == before or self.kept() != there):
            self.bench.undeleted.clear()
            return expected
        self.survived += heard is None
        taken = heard or replace(expected, after=self.household())
        for watch in watchers:
            watch(self, taken)
        return taken

    def stored(self) -> bytes:
        """Every byte in the folder, and what its files are called."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return b"\n".join(
            str(file.relative_to(self.folder)).encode() + b" " + file.read_bytes() for file in files
        )

    def _rings(self, before: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """All that a device has or had, as it is now."""
        for token in {*before, *self.bench.rings}:
            yield token, self.bench.rings.get(token)

    def _unharmed(self, device: str, envelope: Json) -> tuple[Taken, bytes]:
        """The same turn where nobody dies, and what is kept there afterwards."""
        with TemporaryDirectory() as folder:
            shutil.copytree(self.folder, folder, dirs_exist_ok=True)
            world = Life(
                store=TinyDBStore(Path(folder)),
                now=self.now,
                sessions=dict(self.sessions),
                bench=copy.deepcopy(self.bench),
                may_remind=self.may_remind,
                chance=copy.deepcopy(self.chance),
                players=copy.deepcopy(self.players),
            )
            return world._take(device, envelope), world.kept()

    def _starts_again(self, before: bytes, there: bytes) -> None:
        """The skill is started anew and finds everything whole: as it was, or as it was to be."""
        damaged: list[str] = []
        self.store = TinyDBStore(self.folder, warn=damaged.append)
        kept = self.kept()
        assert not damaged, "rule 12: a kill leaves something that cannot be read"
        assert kept in (before, there), "rule 12: half a turn is kept, or something is lost"
        words = set(SECRET.findall(self.stored().decode("utf-8", "replace")))
        blank = kept == there and b"zq" not in there and b"zq" in before
        assert not (blank and words), "rule 12: what was let go of is still in a file"
