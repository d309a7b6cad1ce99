"""Takes every guard away, one after another, and tells who noticed: `make mutations`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.mutations.guards import MUTANTS
from tests.mutations.killing import fates, noticed
from tests.mutations.planting import misfits


def tell(words: str) -> None:
    """Says it at once: some of them take a while."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """0 when all were noticed; 1 when one survived, or when a law is broken without any of them.

    `--every 6` takes only every sixth guard away, after the same check that all of them still can be.
    """
    every = int(arguments[1]) if arguments[:1] == ["--every"] else 1
    planted = MUTANTS[::every]
    wrong = misfits(MUTANTS)
    if wrong:
        tell("\n".join(("Guards that have moved, so that nobody can take them away:", *wrong)))
        return 1
    by, what = noticed()
    if by:
        tell(f"Broken before anything was planted, by {by}: {what}")
        return 1
    survivors = []
    for fate in fates(planted):
        tell(f"{fate.seconds:5.1f} s  {fate.name:55} {fate.by or 'SURVIVED'}: {fate.noticed}"[:200])
        survivors += [] if fate.noticed else [fate.name]
    tell(f"{len(planted) - len(survivors)} of {len(planted)} noticed; survived: {survivors or 'none'}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
