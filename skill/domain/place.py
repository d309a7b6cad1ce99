"""A place in an exercise: kept from its start until four in the morning, and found again by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar

from msgspec import Struct, field
from msgspec.structs import replace

from skill.domain.exercise import STANDARD, Exercise
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value
from skill.domain.wish import Wish

LATELY = 6


class Place(Struct, frozen=True):
    """An exercise given at a moment, from a step on; once left, the step at which it stands."""

    exercise: str
    step: int
    given_at: datetime
    """UTC."""
    day: date
    pace: int = STANDARD
    """Percent."""
    wish: Wish = field(default_factory=Wish)
    running: bool = True
    ends_at: datetime | None = None
    """When its end will have been heard, UTC; None once it was left, and before a gate."""

    def standing(self, exercise: Exercise, at: datetime) -> Place:
        """The same as it stands at a moment: a speaker reports neither its start nor an interruption."""
        if not self.running:
            return self
        seconds = max((at - self.given_at).total_seconds(), 0)
        over = self.ends_at is not None and self.ends_at <= at
        step = exercise.end if over else exercise.reached(self.step, self.pace, seconds)
        return replace(self, step=step, running=False, ends_at=None)

    def at_step(self, step: int, pace: int | None = None) -> Place:
        """Another step of the same exercise."""
        return replace(self, step=step, pace=pace or self.pace)

    def given(self, exercise: Exercise, at: datetime, day: date) -> Place:
        """The same as it begins to be heard, at a moment of a day."""
        whole = exercise.gate_of(self.step) is None
        ends_at = at + timedelta(seconds=exercise.seconds(self.step, self.pace)) if whole else None
        return replace(self, given_at=at, day=day, running=True, ends_at=ends_at)


class Exercises(Struct, frozen=True):
    """What a household's exercises leave behind."""

    place: Place | None = None
    lately: tuple[str, ...] = ()
    """Ids of the last few begun, newest last."""
    set_aside: tuple[str, ...] = ()
    """Ids that somebody does not want again."""

    def kept(self, day: date) -> Place | None:
        """The place of a day, if there is one."""
        return self.place if self.place and self.place.day == day else None

    def giving(self, place: Place) -> Exercises:
        """The same with an exercise under way."""
        others = (each for each in self.lately if each != place.exercise)
        return replace(self, place=place, lately=(*others, place.exercise)[-LATELY:])

    def leaving(self, place: Place | None) -> Exercises:
        """The same with a place left as it stands, or with none."""
        return replace(self, place=place)

    def without(self, exercise: str) -> Exercises:
        """The same without a place in an exercise."""
        return self.leaving(None) if self.place and self.place.exercise == exercise else self

    def setting_aside(self, exercise: str) -> Exercises:
        """The same with an exercise left out from now on."""
        others = tuple(each for each in self.set_aside if each != exercise)
        return replace(self.without(exercise), set_aside=(*others, exercise))

    def pausing(self, place: Place) -> Exercises:
        """The same with a paused place, unless another exercise runs elsewhere in the house."""
        elsewhere = self.place and self.place.running and self.place.exercise != place.exercise
        return self if elsewhere else self.leaving(place)

    def settled(self, day: date) -> Exercises:
        """The same at the start of a day: a place of earlier days is gone."""
        return self if self.place is None or self.place.day == day else self.leaving(None)


class Afterwards(Expectation, frozen=True):
    """An exercise was given to its end; once more, something else, or enough is expected."""

    KEY: ClassVar[str] = "afterwards"
    place: Place


class AtGate(Expectation, frozen=True):
    """An exercise was given up to a gate; a yes or a no of either is expected, and silence ends it."""

    KEY: ClassVar[str] = "at_gate"
    place: Place
    gate: int

    def values(self) -> Mapping[str, Value]:
        """The gate's own question, and the close that silence gets."""
        question = f"exercise.{self.place.exercise}.gate.{self.gate}"
        return {"question": Line(question), "close": Line("ending.early")}


class Midway(Expectation, frozen=True):
    """An exercise was interrupted; whether to go on is expected."""

    KEY: ClassVar[str] = "midway"
    place: Place


class Waiting(Expectation, frozen=True):
    """An exercise was asked for while the rest of one waits; whether to go on with that is expected."""

    KEY: ClassVar[str] = "waiting"
    place: Place


class Offering(Expectation, frozen=True):
    """An exercise was offered; a yes or a no is expected."""

    KEY: ClassVar[str] = "offering"
    wish: Wish = field(default_factory=Wish)
    """What is known already of who is there."""
