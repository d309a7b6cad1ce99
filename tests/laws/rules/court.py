"""Rules 1 to 13 of docs/rules.md and those of players, all of them after every turn of a life.

Each is a function by its name; an assertion says what was broken.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.closeness import OF_CLOSENESS, the_household_keeps_what_was_said
from tests.laws.rules.danger import OF_DANGER
from tests.laws.rules.leaving import OF_LEAVING
from tests.laws.rules.leaving_the_house import ON_THE_WIRE
from tests.laws.rules.places import Places
from tests.laws.rules.players import OF_PLAYERS
from tests.laws.rules.reminding import OF_REMINDING
from tests.laws.rules.ringing import Ringing
from tests.laws.rules.secrets import Secrets
from tests.laws.rules.speech import OF_SPEECH
from tests.laws.rules.touch import OF_TOUCH
from tests.laws.rules.witness import Witness

Law = Callable[[Witness, Life, Taken], None]
BEFORE: tuple[Law, ...] = (
    *OF_TOUCH,
    *OF_SPEECH,
    *OF_LEAVING,
    *OF_REMINDING,
    *OF_DANGER,
    *OF_CLOSENESS,
    *ON_THE_WIRE,
    *OF_PLAYERS,
)
"""What a turn is held against by what was known before it."""
AFTER: tuple[Law, ...] = (the_household_keeps_what_was_said,)
"""What a turn is held against once it was heard."""


class Court:
    """Watches a life: every law, every turn."""

    def __init__(self, witness: Witness | None = None) -> None:
        self.witness = witness or Witness()
        self.secrets = Secrets()
        """Rule 4: kept words were asked to be kept, are read as a pair only, and go when they are due."""
        self.ringing = Ringing()
        """Rule 10: what was said to be reminded is set on the device, or it was said that it is not."""
        self.places = Places()
        """A track has its place until four, and none after a forgetting."""

    def __call__(self, life: Life, taken: Taken) -> None:
        self.witness.settle(life.day)
        self.witness.openings.count_yes(taken)
        for law in BEFORE:
            law(self.witness, life, taken)
        for hears in (self.secrets, self.ringing, self.places):
            hears.hear(life, taken)
        self.witness.hear(life, taken)
        for law in AFTER:
            law(self.witness, life, taken)
