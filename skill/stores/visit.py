"""One household for the length of a turn: what was kept before, and what this turn changes."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from skill.domain.check_in.check_ins import Pair
from skill.domain.forgetting import Leftover
from skill.domain.history import Entry
from skill.domain.household import Household


class Kept(Protocol):
    """What a store holds of one household, as it stood when the turn began."""

    @property
    def household(self) -> Household:
        """The household as it was kept; a new one when it was not known."""

    def entries(self, since: date, until: date) -> Iterable[Entry]:
        """The history of these days, in any order."""

    def pairs(self) -> Iterator[Pair]:
        """The kept pairs, newest first."""


class Changes(Struct):
    """What a turn wants kept when it ends."""

    household: Household | None = None
    scrub: bool = False
    entries: list[Entry] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    dropped_before: date | None = None
    forgotten: bool = False
    leaving: tuple[Leftover, ...] = ()
    """What outlasts the forgetting."""

    @property
    def adds(self) -> bool:
        """Whether there is anything to write, dropping pairs aside."""
        return bool(self.household is not None or self.scrub or self.entries or self.pairs)

    def drops(self, pair: Pair) -> bool:
        """Whether a pair that was kept before goes."""
        return self.dropped_before is not None and pair.day < self.dropped_before


class Visit:
    """A Home: reads what was kept, sees its own changes, and leaves them to the store to write."""

    def __init__(self, kept: Kept, *, keeps: bool) -> None:
        self._kept = kept
        self._keeps = keeps
        self._new = Household(kept.household.id)
        self.changes = Changes()

    @property
    def household(self) -> Household:
        """The household as this turn has it now."""
        if self.changes.household is not None:
            return self.changes.household
        return self._new if self.changes.forgotten else self._kept.household

    @property
    def keeps(self) -> bool:
        """Whether what is kept here outlasts the process."""
        return self._keeps

    def keep(self, household: Household, *, scrub: bool = False) -> None:
        """Keeps the household when the turn ends; `scrub` leaves no older copy anywhere."""
        if household.id != self._new.id:
            raise ValueError("another household was kept in this one's visit")
        self.changes.household = None if household == self._kept.household else household
        self.changes.scrub = self.changes.scrub or scrub

    def record(self, entry: Entry) -> None:
        """Adds a line to the history when the turn ends."""
        self.changes.entries.append(entry)

    def entries(self, since: date, until: date) -> Sequence[Entry]:
        """The history from `since` to `until`, both included, oldest first."""
        before: Iterable[Entry] = () if self.changes.forgotten else self._kept.entries(since, until)
        now = (e for e in self.changes.entries if since <= e.day <= until)
        return sorted(chain(before, now), key=lambda e: e.at)

    def keep_pair(self, pair: Pair) -> None:
        """Keeps two answers that have met."""
        self.changes.pairs.append(pair)

    def pairs(self) -> Iterator[Pair]:
        """The kept pairs, newest first."""
        before: Iterable[Pair] = () if self.changes.forgotten else self._kept.pairs()
        staying = (p for p in before if not self.changes.drops(p))
        now = newest_first(self.changes.pairs)
        return heapq.merge(now, staying, key=lambda p: p.day, reverse=True)

    def drop_pairs(self, before: date) -> None:
        """Deletes the pairs of days before a date."""
        self.changes.dropped_before = max(before, self.changes.dropped_before or before)
        self.changes.pairs = [p for p in self.changes.pairs if not self.changes.drops(p)]

    def undo(self) -> None:
        """Lets go of all that this turn would keep, but for a forgetting."""
        forgotten = self.changes.forgotten
        self.changes = Changes(forgotten=forgotten, leaving=self.changes.leaving)

    def forget(self, leaving: tuple[Leftover, ...] = ()) -> None:
        """Deletes everything but `leaving` when the turn ends, whatever else the same turn keeps."""
        self._new = replace(self._new, leftovers=leaving)
        self.changes = Changes(forgotten=True, leaving=leaving)


def newest_first(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs in the order they were kept, turned round: the latest day first, the later of a day first."""
    return sorted(pairs, key=lambda p: p.day)[::-1]
