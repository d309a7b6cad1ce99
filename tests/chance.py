"""Which wording is taken where there are several."""

from __future__ import annotations

import random


class First:
    """Always the first wording."""

    def pick(self, _count: int) -> int:
        return 0


class Dice:
    """Any wording, by a seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def pick(self, count: int) -> int:
        return self.dice.randrange(count)
