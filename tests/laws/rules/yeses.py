"""What a yes is when somebody is asked whether they are in, and whether there were two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

YES: Mapping[str, bool] = {
    "i'm in": True,
    "I'm in": True,
    "i\u2019m in": True,
    "im in": True,
    "i am in": True,
    "count me in": True,
    "i'm up for it": True,
    "i'd like that": True,
    "yes i'm in": True,
    "ok count me in please": True,
    "yes": False,
    "yes please": False,
    "ok": False,
    "please": False,
    "go": False,
    "in": False,
    "i'm": False,
    "i'm not in": False,
    "count me out": False,
    "i'm in the bath": False,
    "i'm in and so is she": False,
    "i'm in i'm in": False,
    "we're in": False,
    "he said i'm in": False,
    "": False,
}
"""What somebody may say when asked whether they are in, and whether it is a yes of the closed list."""


@dataclass
class Run:
    """An opening of touch as one device hears it: since when, and who has said that they are in."""

    exercise: str
    until: datetime
    yeses: list[tuple[datetime, str | None, str | None]] = field(default_factory=list)
    """When, in which voice, and under which name if one came with it."""

    @property
    def both(self) -> bool:
        """Whether two turns held a yes each, not both in one recognised voice or under one name."""
        return any(
            later > earlier and not (one and one == other) and not (name and name == another)
            for at, (earlier, one, name) in enumerate(self.yeses)
            for later, other, another in self.yeses[at + 1 :]
        )
