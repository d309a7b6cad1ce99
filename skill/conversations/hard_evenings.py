"""What people say first on a hard evening: met with a kind word, and with less or nothing to do."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.exercise.expectations import QUIET, QuietOrNothing
from skill.domain.for_one import ForOne
from skill.domain.reply import Reply, close
from skill.domain.room import NoRoom, Room
from skill.domain.turn import NO, Turn


def too_tired(_turn: Turn, desk: Desk) -> Reply:
    """Less, or nothing at all."""
    desk.tonights_room = Room.NONE
    return desk.ask(NoRoom(), desk.line("mood.tired"))


def loss(_turn: Turn, desk: Desk) -> Reply:
    """Condolences, then quiet or nothing; this conversation leaves out what speaks of a baby."""
    desk.grieving = True
    return desk.ask(QuietOrNothing(QUIET), desk.line("mood.loss"))


def quiet_or_nothing(turn: Turn, desk: Desk) -> Reply | None:
    """A yes is a yes to the quiet; nothing at all is just as good."""
    nothing = turn.intent in NO or turn.id("room") == Room.NONE
    return close(desk.line("quiet_or_nothing.nothing")) if nothing else None


def just_me(_turn: Turn, desk: Desk) -> Reply:
    """Something for one; this conversation asks for nobody else."""
    desk.alone = True
    return desk.ask(ForOne(), desk.line("for_one.welcome"))


def for_one(turn: Turn, desk: Desk) -> Reply | None:
    """A yes says nothing yet to a choice of two; a no is a goodbye."""
    if turn.intent == "AMAZON.YesIntent" and not turn.progress.misheard:
        desk.misheard = 1
        return desk.ask(ForOne(), question="which")
    no = turn.intent in NO or turn.id("room") == Room.NONE
    return close(desk.line("welcome.goodbye")) if no else None
