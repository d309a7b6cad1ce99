"""A child, a rude joke, a grumble, who is this: met kindly, and the conversation stays where it was."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.misheard import again, once_more
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


def who_i_am(turn: Turn, desk: Desk) -> Reply:
    """Says what speaks here and what for, then returns to what was under way."""
    return again(turn, desk, "question", desk.line(f"manners.who_i_am{'_quietly' if desk.grieving else ''}"))


def well(turn: Turn, desk: Desk) -> Reply:
    """A good word, where nobody had to be put down somewhere safe; then on with what was under way."""
    return again(turn, desk, "question", desk.line("settling.well"))
