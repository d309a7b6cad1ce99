"""A child at the microphone, a rude joke, a grumble: met kindly, and the conversation stays where it was."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.misheard import once_more
from skill.domain.reply import Reply
from skill.domain.small_moment import AnotherMoment
from skill.domain.turn import Turn


def child(turn: Turn, desk: Desk) -> Reply:
    """Says hello, says whom this is for, and waits for them."""
    return once_more(turn, desk, desk.line("manners.child"))


def family_safe(_turn: Turn, desk: Desk) -> Reply:
    """One kind line and another offer; the wish is never repeated."""
    return desk.ask(AnotherMoment(), desk.line("manners.family_safe"), question="instead")


def grumble(turn: Turn, desk: Desk) -> Reply:
    """A calm line; then it goes on, and the third time running it closes kindly."""
    return once_more(turn, desk, desk.line("manners.grumble"))
