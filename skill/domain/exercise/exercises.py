"""What a household's exercises leave behind: the place in one, the last few, and those set aside."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.exercise.place import Place

LATELY = 6


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
