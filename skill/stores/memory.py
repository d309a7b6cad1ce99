"""A store for as long as the process lives: nothing outlasts it, and the couple is told so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from threading import Condition

from msgspec import Struct, field

from skill.domain.check_in.check_ins import Pair
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.ports import Home, StoreError
from skill.stores.visit import Changes, Visit, newest_first


class Remembered(Struct):
    """What the memory holds of one household."""

    household: Household
    history: list[Entry] = field(default_factory=list)
    met: list[Pair] = field(default_factory=list)

    def entries(self, since: date, until: date) -> Iterable[Entry]:
        """The history of these days."""
        return [e for e in self.history if since <= e.day <= until]

    def pairs(self) -> Iterator[Pair]:
        """The kept pairs, newest first."""
        return iter(newest_first(self.met))

    def apply(self, changes: Changes) -> None:
        """Takes over what a turn changed."""
        self.household = changes.household or self.household
        self.history += changes.entries
        self.met = [p for p in self.met if not changes.drops(p)] + changes.pairs


class MemoryStore:
    """All households, in this process only."""

    keeps = False

    def __init__(self, *, patience: float = 5.0) -> None:
        """Makes an empty store.

        Args:
            patience: how long to wait for a household somebody else visits, in seconds.
        """
        self._patience = patience
        self._known: dict[str, Remembered] = {}
        self._busy: set[str] = set()
        self._door = Condition()

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        """Opens one household for a turn, alone.

        Raises:
            StoreError: when it stayed busy.
        """
        self._enter(household)
        try:
            remembered = self._known.get(household) or Remembered(Household(household))
            visit = Visit(remembered, keeps=self.keeps)
            yield visit
            self._keep(remembered, visit.changes)
        finally:
            self._leave(household)

    def households(self) -> Iterable[str]:
        """The ids of all households."""
        return tuple(self._known)

    def forget_later(self, household: str) -> None:
        """Forgets a household; whoever visits it at this moment keeps what they keep."""
        with self._door:
            self._known.pop(household, None)

    def _keep(self, remembered: Remembered, changes: Changes) -> None:
        household = remembered.household.id
        if changes.forgotten:
            self._known.pop(household, None)
            if changes.leaving:
                self._known[household] = Remembered(Household(household, leftovers=changes.leaving))
        elif changes.adds or household in self._known:
            remembered.apply(changes)
            self._known[household] = remembered

    def _enter(self, household: str) -> None:
        with self._door:
            if not self._door.wait_for(lambda: household not in self._busy, self._patience):
                raise StoreError("A household stayed busy for too long.")
            self._busy.add(household)

    def _leave(self, household: str) -> None:
        with self._door:
            self._busy.discard(household)
            self._door.notify_all()
