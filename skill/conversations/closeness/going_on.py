"""After something was said for the record: a conversation that was under way goes on, any other ends."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.closeness.closeness import Closeness
from skill.domain.closeness.consent import OfConsent
from skill.domain.closeness.expectations import OfCloseness
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu


def go_on(turn: Turn, desk: Desk, line: Line) -> Reply:
    """Says one line, then returns to what was asked before; a yes to touch is not asked for again."""
    state = turn.progress.state
    if state is None or isinstance(state, Menu | OfCloseness | OfConsent):
        return close(line)
    return desk.ask(state, line)


def keep(desk: Desk, closeness: Closeness) -> None:
    """Keeps what was said about closeness."""
    desk.home.keep(replace(desk.household, closeness=closeness))
