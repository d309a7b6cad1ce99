"""Asking again: with help, then with two choices, then no more; nobody is kept at a question."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.line import Spoken
from skill.domain.progress import State
from skill.domain.reply import Ask, Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu

ENOUGH = 3
"""What is not understood so often running is not asked for any more."""
FORMS = {1: "help", 2: "two_choices"}


def misheard(turn: Turn, desk: Desk) -> Reply:
    """Says sorry and asks once more; nobody is blamed."""
    return once_more(turn, desk, desk.line(f"misheard.{'once_more' if turn.progress.misheard else 'sorry'}"))


def once_more(turn: Turn, desk: Desk, *lines: Spoken) -> Reply:
    """Counts a turn that was no answer and asks again; the third time running it closes kindly."""
    desk.misheard = turn.progress.misheard + 1
    if desk.misheard >= ENOUGH:
        return close(desk.line("misheard.close"))
    return again(turn, desk, FORMS[desk.misheard], *lines)


def again(turn: Turn, desk: Desk, form: str, *lines: Spoken) -> Ask:
    """Asks what was asked last in another form, where it has one."""
    state: State = turn.progress.state or Menu()
    known = desk.library.variants(f"{state.KEY}.{form}")
    return desk.ask(state, *lines, question=form if known else "")
