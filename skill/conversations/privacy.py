"""What is kept can be forgotten: by voice with one confirmation, and when the skill is disabled."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.reply import Reply, close, nothing
from skill.domain.turn import Turn
from skill.domain.welcome import Forgetting


def forget_us(_turn: Turn, desk: Desk) -> Reply:
    """Asks once whether everything is to go."""
    return desk.ask(Forgetting())


def confirmed(turn: Turn, desk: Desk) -> Reply | None:
    """Deletes everything after a yes; anything else keeps it."""
    if turn.intent == "AMAZON.YesIntent":
        desk.home.forget()
        return close(desk.line("forgetting.done"))
    return close(desk.line("forgetting.kept")) if turn.intent == "AMAZON.NoIntent" else None


def disabled(turn: Turn, desk: Desk) -> Reply:
    """Deletes everything when the skill was disabled for good."""
    if not turn.persisted:
        desk.home.forget()
    return nothing()
