"""Small true things, as they stand in the files of their subjects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from skill.domain.fact import Fact
from skill.domain.ladder import Touch


class FactRow(msgspec.Struct, forbid_unknown_fields=True):
    """A small true thing, as it stands in the file of its subject."""

    id: str
    touch: Touch
    text: str
    source: str
    grade: Literal["A", "B", "C"]

    def fact(self) -> Fact:
        """The same in the words of the domain."""
        return Fact(self.id, self.touch, self.grade)

    def shown(self) -> Mapping[str, str]:
        """What a screen shows of it and nobody says, by its key."""
        return {f"fact.{self.id}.source": self.source}
