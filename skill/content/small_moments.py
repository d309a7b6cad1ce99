"""Small moments, as they stand in the files of their places."""

from __future__ import annotations

import msgspec

from skill.domain.exercise.exercise import Hands
from skill.domain.ladder import Touch
from skill.domain.small_moment import SmallMoment, Spot


class SmallMomentRow(msgspec.Struct, forbid_unknown_fields=True):
    """A small moment, as it stands in the file of its place."""

    id: str
    place: Spot
    touch: Touch
    works_with: list[Hands]
    alone: bool
    text: str

    def small_moment(self) -> SmallMoment:
        """The same in the words of the domain."""
        return SmallMoment(self.id, self.place, self.touch, frozenset(self.works_with), self.alone)
