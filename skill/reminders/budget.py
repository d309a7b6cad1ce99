"""How long one turn may wait for others: Alexa gives a turn eight seconds in all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class SpentError(Exception):
    """The turn has waited long enough already."""


@dataclass
class Budget:
    """Seconds that the calls of one turn may take together, and each of them."""

    turn: float = 5.0
    call: float = 3.0
    connect: float = 2.0
    clock: Callable[[], float] = time.monotonic
    spent: float = field(default=0.0, init=False)

    @contextmanager
    def spending(self) -> Iterator[float]:
        """Counts what a call takes; gives the seconds it has.

        Raises:
            SpentError: there is nothing left for it.
        """
        left = min(self.turn - self.spent, self.call)
        if left <= 0:
            raise SpentError
        began = self.clock()
        try:
            yield left
        finally:
            self.spent += self.clock() - began
