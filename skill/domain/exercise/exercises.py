"""What a household's exercises leave behind: the place in one, the last few, and those set aside."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.exercise.place import Place

LATELY = 6
DEVICES = 4
"""More exercises than this at once are not followed."""


class Exercises(Struct, frozen=True):
    """What a household's exercises leave behind."""

    place: Place | None = None
    elsewhere: tuple[Place, ...] = ()
    """Whole ones that were still running when another was begun on another device."""
    lately: tuple[str, ...] = ()
    """Ids of the last few begun, newest last."""
    set_aside: tuple[str, ...] = ()
    """Ids that somebody does not want again."""

    def kept(self, day: date) -> Place | None:
        """The place of a day, if there is one."""
        return self.place if self.place and self.place.day == day else None

    def giving(self, place: Place) -> Exercises:
        """The same with an exercise under way."""
        return replace(self.begun(place.exercise), place=place, elsewhere=self._elsewhere(place))

    def begun(self, exercise: str) -> Exercises:
        """The same with an exercise as the one that was begun last."""
        others = (each for each in self.lately if each != exercise)
        return replace(self, lately=(*others, exercise)[-LATELY:])

    def _elsewhere(self, place: Place) -> tuple[Place, ...]:
        """What goes on in the house while a place is given."""
        running = (each for each in self._all if each.ends_at and each.exercise != place.exercise)
        return tuple(running)[-DEVICES:]

    def over(self, at: datetime) -> tuple[Place, ...]:
        """The places whose end was heard by a moment."""
        return tuple(each for each in self._all if each.ends_at and each.ends_at <= at)

    def ended(self, place: Place) -> Exercises:
        """The same once an exercise that ran was left or heard to its end."""
        elsewhere = tuple(each for each in self.elsewhere if each != place)
        return replace(self, place=None if self.place == place else self.place, elsewhere=elsewhere)

    def runs(self, place: Place) -> bool:
        """Whether a place still is as it was given: no other device has taken it since."""
        return place == self.place or place in self.elsewhere

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

    def let_go(self, day: date) -> tuple[Place, ...]:
        """The places of other days, which the start of a day ends."""
        return tuple(each for each in self._all if each.day != day)

    def settled(self, day: date) -> Exercises:
        """The same at the start of a day: a place of earlier days is gone."""
        gone = self.let_go(day)
        if not gone:
            return self
        place = None if self.place in gone else self.place
        return replace(self, place=place, elsewhere=tuple(p for p in self.elsewhere if p not in gone))

    @property
    def _all(self) -> tuple[Place, ...]:
        return self.elsewhere if self.place is None else (*self.elsewhere, self.place)
