"""Saying it again: repeat, help, and what was not understood."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.line import Spoken
from skill.domain.misheard import ENOUGH
from skill.domain.progress import State
from skill.domain.reply import Ask, Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu


def repeat(turn: Turn, desk: Desk) -> Reply:
    """Asks the last question again, whole."""
    return _ask_again(turn, desk, "repeat")


def explain(turn: Turn, desk: Desk) -> Reply:
    """Says what the product is for, then returns to what was under way."""
    return _ask_again(turn, desk, "question", desk.line("help.about"))


def misheard(turn: Turn, desk: Desk) -> Reply:
    """First a word of help, then two choices, then a kind close; nobody is blamed."""
    desk.misheard = turn.progress.misheard + 1
    if desk.misheard >= ENOUGH:
        return close(desk.line("misheard.close"))
    if desk.misheard == 1:
        return _ask_again(turn, desk, "help", desk.line("misheard.sorry"))
    return _ask_again(turn, desk, "two_choices", desk.line("misheard.once_more"))


def _ask_again(turn: Turn, desk: Desk, form: str, *lines: Spoken) -> Ask:
    state: State = turn.progress.state or Menu()
    known = desk.library.variants(f"{state.KEY}.{form}")
    return desk.ask(state, *lines, question=form if known else "question")
