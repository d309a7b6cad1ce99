"""Frames for saying something, as they stand in files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from skill.domain.frame import Frame


class FrameStepRow(msgspec.Struct, forbid_unknown_fields=True):
    """Some words of a frame, then quiet to try them out."""

    say: str
    rest: Annotated[int, msgspec.Meta(ge=5, le=40)]


class FrameRow(msgspec.Struct, forbid_unknown_fields=True):
    """A frame for saying something, as it stands in a file of its own."""

    id: str
    name: str
    heard: list[str]
    """Words of a wish to say something that tell this frame from the others."""
    intro: str
    steps: list[FrameStepRow]
    closing: str
    why: str
    source: str
    grade: Literal["A", "B", "C"]

    def phrases(self) -> Mapping[str, str]:
        """Its words, by their keys."""
        words = {each: getattr(self, each) for each in ("name", "intro", "closing")}
        words |= {f"step.{step}": row.say for step, row in enumerate(self.steps, start=1)}
        return {f"frame.{self.id}.{name}": said for name, said in words.items()}

    def frame(self) -> Frame:
        """The same in the words of the domain."""
        return Frame(self.id, tuple(step.rest for step in self.steps), tuple(self.heard))
