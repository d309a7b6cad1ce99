"""Saying something honest but kind: a frame to try out alone; nothing is heard of it, nothing kept."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.frame import WhichFrame, WhichHarderFrame, frame_in, frame_of
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Slot, Turn
from skill.domain.unfit import is_unfit

SORRY, HARD = "sorry", "hard_thing"
HARDER = "harder"
"""Not a frame: one of the three that were not named yet."""
UNSAID = "something"
"""How people begin what they do not want to tell a speaker."""


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


def say_this(turn: Turn, desk: Desk) -> Reply:
    """Gives the frame for what somebody wants to say; what it is, is looked at for that alone."""
    words = turn.words("answer") or UNSAID
    found = frame_in(desk.library.frames, words)
    if found is None and UNSAID in words.split():
        return say_something(turn, desk)
    return _given(found.id if found else HARD, turn, desk)


def sorry(turn: Turn, desk: Desk) -> Reply:
    """Gives the frame of a sorry, whatever it is for."""
    return _given(SORRY, turn, desk)


def which(turn: Turn, desk: Desk) -> Reply | None:
    """A no lets it be, and own words may tell which; a frame's name is answered by the table."""
    if turn.intent in NO:
        return close(desk.line("which_frame.none"))
    return say_this(turn, desk) if turn.intent == "AnswerIntent" and turn.words("answer") else None


def _given(frame: str, turn: Turn, desk: Desk) -> Reply:
    return say_something(replace(turn, slots={**turn.slots, "frame": Slot(frame, frame)}), desk)
