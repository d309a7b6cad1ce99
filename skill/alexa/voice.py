"""What the edge needs of a voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from skill.domain.line import Spoken


class Voice(Protocol):
    """Puts lines into words."""

    @property
    def sounds(self) -> str | None:
        """Where tracks and chimes are, an address without a last slash; None where there are none."""

    def render(self, lines: Sequence[Spoken], locale: str, *, softly: bool = False) -> str:
        """The lines as SSML, without the <speak> around it; whispered if it is to be soft."""

    def shown(self, key: str, locale: str) -> str:
        """The words of a key as a screen shows them."""
