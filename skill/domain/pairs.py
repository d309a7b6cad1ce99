"""All kept pairs of a household: today's are still with the day, those of earlier days stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from skill.domain.check_in.check_ins import Pair
from skill.domain.ports import Home


def pairs_of(home: Home) -> Iterator[Pair]:
    """The pairs, newest first."""
    return chain(reversed(home.household.check_ins.met), home.pairs())
