"""The ladder of closeness: five steps, and the touch that each of them allows."""

from __future__ import annotations

from enum import StrEnum


class Rung(StrEnum):
    """One step of the ladder; it starts at words and never goes further than a kiss."""

    WORDS = "words"
    NEAR = "near"
    HAND = "hand"
    HUG = "hug"
    KISS = "kiss"

    @property
    def height(self) -> int:
        """How many steps above words it is, 0 to 4."""
        return list(Rung).index(self)

    @property
    def above(self) -> Rung:
        """The next one up; the top has none above it."""
        return list(Rung)[min(self.height + 1, len(Rung) - 1)]

    @property
    def below(self) -> Rung:
        """The next one down; words have none below them."""
        return list(Rung)[max(self.height - 1, 0)]

    def allows(self, touch: Touch) -> bool:
        """Whether this much closeness has room for a kind of touch."""
        return touch.rung.height <= self.height


class Touch(StrEnum):
    """What two people do with each other's hands and arms; touching oneself is none of it."""

    NONE = "none"
    HAND = "hand"
    """Hand, shoulder, back or foot."""
    HUG = "hug"
    """A hug, or leaning on each other."""
    KISS = "kiss"

    @property
    def rung(self) -> Rung:
        """The step of the ladder it needs."""
        return Rung.WORDS if self is Touch.NONE else Rung(self.value)


def lowest(*rungs: Rung) -> Rung:
    """The lower rules.

    Raises:
        ValueError: without any.
    """
    return min(rungs, key=lambda rung: rung.height)
