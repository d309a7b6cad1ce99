"""Saying something honest but kind: a frame to try out alone; nothing is heard of it, nothing kept."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.frame import WhichFrame, WhichHarderFrame, frame_of
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn
from skill.domain.unfit import is_unfit

HARDER = "harder"
"""Not a frame: one of the three that were not named yet."""


def say_something(turn: Turn, desk: Desk) -> Reply:
    """Gives the frame that was named, and shuts the microphone; otherwise asks which."""
    if is_unfit(turn, desk.library):
        return close(desk.line("exercise.not_this"))
    named = turn.id("frame")
    frame = frame_of(desk.library.frames, named)
    if frame:
        return close(*frame.spoken)
    further = named == HARDER or isinstance(turn.progress.state, WhichFrame)
    return desk.ask(WhichHarderFrame() if further else WhichFrame())


def which(turn: Turn, desk: Desk) -> Reply | None:
    """A no lets it be; a frame's name is answered by the table."""
    return close(desk.line("which_frame.none")) if turn.intent in NO else None
