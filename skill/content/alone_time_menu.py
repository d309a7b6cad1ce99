"""The menu of time alone, as it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from skill.domain.alone_time.nourishing import Idea, Need


class IdeaRow(msgspec.Struct, forbid_unknown_fields=True):
    """Something to do alone, as it stands in the menu."""

    id: str
    minutes: Literal[2, 15, 30, 60]
    """The smallest size it fits into."""
    text: str


class SizeRow(msgspec.Struct, forbid_unknown_fields=True):
    """A size of time alone, and what is said of it."""

    minutes: Literal[2, 15, 30, 60]
    text: str


class MenuRow(msgspec.Struct, forbid_unknown_fields=True):
    """The menu of time alone, as it stands in its file."""

    ideas: dict[Need, list[IdeaRow]]
    sizes: list[SizeRow]
    welcome_back: list[str]
    no_report: list[str]
    chore_replies: list[str]

    def phrases(self) -> Mapping[str, Sequence[str]]:
        """Its words, by their keys."""
        words: dict[str, Sequence[str]] = {
            "chore": self.chore_replies,
            "welcome_back": self.welcome_back,
            "no_report": self.no_report,
        }
        words |= {f"size.{row.minutes}": (row.text,) for row in self.sizes}
        words |= {f"idea.{row.id}": (row.text,) for rows in self.ideas.values() for row in rows}
        return {f"alone_menu.{name}": said for name, said in words.items()}

    def all_ideas(self) -> Iterator[Idea]:
        """Its ideas in the words of the domain."""
        for need, rows in self.ideas.items():
            yield from (Idea(row.id, need, row.minutes) for row in rows)
