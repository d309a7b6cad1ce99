"""Saying it again: repeat, help, and what was not understood."""

from __future__ import annotations

from skill.domain import misheard as asking
from skill.domain.desk import Desk
from skill.domain.reply import Reply
from skill.domain.turn import Turn


def repeat(turn: Turn, desk: Desk) -> Reply:
    """Asks the last question again, whole."""
    return asking.again(turn, desk, "repeat")


def explain(turn: Turn, desk: Desk) -> Reply:
    """Says what the product is for, then returns to what was under way."""
    about = "help.after_a_loss" if desk.grieving else "help.about"
    return asking.again(turn, desk, "question", desk.line(about))


def misheard(turn: Turn, desk: Desk) -> Reply:
    """First a word of help, then two choices, then a kind close; nobody is blamed."""
    return asking.misheard(turn, desk)
