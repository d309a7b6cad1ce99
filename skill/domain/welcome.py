"""What is expected when nothing in particular is under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from skill.domain.line import Value


@dataclass(frozen=True, slots=True)
class Menu:
    """The welcome was said; one of the three things is expected."""

    KEY: ClassVar[str] = "menu"
    ELICITS: ClassVar[bool] = False

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Forgetting everything was asked for; one confirmation is expected."""

    KEY: ClassVar[str] = "forgetting"
    ELICITS: ClassVar[bool] = False

    def values(self) -> Mapping[str, Value]:
        """Nothing to name."""
        return {}
