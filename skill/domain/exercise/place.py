"""A place in an exercise: kept from its start until four in the morning, and found again by the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import STANDARD
from skill.domain.history import Entry


class Place(Struct, frozen=True):
    """An exercise given at a moment, from a step on; once left, the step at which it stands."""

    exercise: str
    step: Annotated[int, Meta(ge=0, le=99)]
    given_at: Annotated[datetime, Meta(tz=True)]
    """UTC."""
    day: date
    pace: Annotated[int, Meta(ge=50, le=200)] = STANDARD
    """Percent."""
    wish: Wish = Wish()
    running: bool = True
    ends_at: Annotated[datetime, Meta(tz=True)] | None = None
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

    def heard(self) -> Entry | None:
        """The line of history it leaves, where its end is heard."""
        return Entry(self.day, self.ends_at, "exercise", self.exercise) if self.ends_at else None
