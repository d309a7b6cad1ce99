"""What is expected when nothing in particular is under way."""

from __future__ import annotations

from typing import ClassVar

from skill.domain.expectation import Expectation


class Menu(Expectation, frozen=True):
    """The welcome was said; one of the three things is expected."""

    KEY: ClassVar[str] = "menu"
