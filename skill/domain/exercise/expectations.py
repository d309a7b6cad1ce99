"""What is asked before, within and after an exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company, Theme
from skill.domain.exercise.place import Place
from skill.domain.exercise.situation import Situation
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value


class Within(Expectation, frozen=True):
    """Something about an exercise that was begun is expected."""

    place: Place


class Afterwards(Within, frozen=True):
    """An exercise was given to its end; once more, something else, or enough is expected."""

    KEY: ClassVar[str] = "afterwards"


class AtGate(Within, frozen=True):
    """An exercise was given up to a gate; a yes or a no of either is expected, and silence ends it."""

    KEY: ClassVar[str] = "at_gate"
    gate: int

    def values(self) -> Mapping[str, Value]:
        """The gate's own question, and the close that silence gets."""
        question = f"exercise.{self.place.exercise}.gate.{self.gate}"
        return {"question": Line(question), "close": EARLY_CLOSE}


class Midway(Within, frozen=True):
    """An exercise was interrupted; whether to go on is expected."""

    KEY: ClassVar[str] = "midway"


class Waiting(Within, frozen=True):
    """An exercise was asked for while the rest of one waits; whether to go on with that is expected."""

    KEY: ClassVar[str] = "waiting"


class Offering(Expectation, frozen=True):
    """An exercise was offered; a yes or a no is expected."""

    KEY: ClassVar[str] = "offering"
    wish: Wish = Wish()
    """What is known already of who is there."""


class QuietOrNothing(Offering, frozen=True):
    """Two quiet minutes were offered on a heavy day; a yes, or nothing at all, is expected."""

    KEY: ClassVar[str] = "quiet_or_nothing"
    UNTOLD: ClassVar[bool] = True


class QuietOrWords(Offering, frozen=True):
    """Two quiet minutes, or help finding words, was offered to somebody who misses being close."""

    KEY: ClassVar[str] = "quiet_or_words"
    UNTOLD: ClassVar[bool] = True


QUIET = Wish(theme=Theme.SENSES, company=Company.ALONE, situation=Situation.LOSS)
"""A slow look around the room: it speaks of nobody."""
OfExercise = Afterwards | AtGate | Midway | Waiting | Offering | QuietOrNothing | QuietOrWords
"""All that may be expected around an exercise."""
