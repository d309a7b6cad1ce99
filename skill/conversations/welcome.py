"""Opening the door: the first welcome, the shorter ones after it."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.closeness.expectations import StillPaused
from skill.domain.desk import Desk
from skill.domain.monthly import support_list_named
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu


def launch(_turn: Turn, desk: Desk) -> Reply:
    """Welcomes; a household that was here before hears less than half of it."""
    household = desk.household
    if household.welcomed is not None:
        return _back(desk)
    desk.home.keep(replace(household, welcomed=desk.today))
    return desk.ask(Menu(), desk.line("welcome.first"))


def not_caught(_turn: Turn, desk: Desk) -> Reply:
    """The first words of a conversation were not understood: says so, and offers two things.

    It is no welcome: the first of those is still to come.
    """
    desk.misheard = 1
    return desk.ask(Menu(), desk.line("misheard.first"), question="not_caught")


def chosen(turn: Turn, desk: Desk) -> Reply | None:
    """After the welcome: a no is a goodbye."""
    return close(desk.line("welcome.goodbye")) if turn.intent == "AMAZON.NoIntent" else None


def _back(desk: Desk) -> Reply:
    """Asks once in thirty days whether a pause is still right; otherwise what they would like."""
    household = desk.household
    if not household.closeness.may_be_asked(desk.today):
        return desk.ask(Menu(), desk.line("welcome.back"), *support_list_named(desk))
    desk.home.keep(replace(household, closeness=household.closeness.asking(desk.today)))
    return desk.ask(StillPaused(), desk.line("welcome.back"))
