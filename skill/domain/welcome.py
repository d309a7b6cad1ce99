"""What is expected when nothing in particular is under way."""

from __future__ import annotations

from typing import ClassVar

from skill.domain.expectation import Expectation


class Menu(Expectation, frozen=True):
    """The welcome was said; one of the three things is expected."""

    KEY: ClassVar[str] = "menu"


class Forgetting(Expectation, frozen=True):
    """Forgetting everything was asked for; one confirmation is expected."""

    KEY: ClassVar[str] = "forgetting"
