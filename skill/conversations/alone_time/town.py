"""Where the couple lives, when no device can say: asked once, for the sake of the clock."""

from __future__ import annotations

from skill.conversations.alone_time.arranging import advance
from skill.conversations.alone_time.sentence import NOS
from skill.domain.alone_time.expectations import OnClock, WhichTown
from skill.domain.desk import Desk, is_zone
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

NO_TOWN = frozenset({"NameIntent", "AnswerIntent", "TownIntent"}) | NOS


def town(state: WhichTown | OnClock, turn: Turn, desk: Desk) -> Reply | None:
    """The town's zone; else the locale's, which is said. A plain no is asked what it meant."""
    if turn.intent == "AMAZON.NoIntent":
        return desk.ask(OnClock(state.draft, town_of(desk.zone_of_locale)))
    if turn.intent not in NO_TOWN:
        return None
    zone = turn.id("town") or ""
    if is_zone(zone):
        desk.learn_zone(zone)
        return advance(state.draft, desk)
    desk.learn_zone(desk.zone_of_locale)
    return advance(state.draft, desk, desk.line("alone_time.clock_of", town=town_of(desk.zone_of_locale)))


def on_clock(state: OnClock, turn: Turn, desk: Desk) -> Reply | None:
    """A yes to the locale's clock, or a town after all; a no means that nothing is to be booked."""
    if turn.intent == "AMAZON.YesIntent":
        desk.learn_zone(desk.zone_of_locale)
        return advance(state.draft, desk)
    if turn.intent in NOS:
        return close(desk.line("alone_time.not_now"))
    return town(state, turn, desk)


def town_of(zone: str) -> str:
    """The town that a zone is named after."""
    return zone.rpartition("/")[2].replace("_", " ")
