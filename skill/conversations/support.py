"""The support list: the same for everybody, spoken when asked for, and said again as often as wanted."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.reply import Reply, close
from skill.domain.support import HelpKind, SupportList
from skill.domain.turn import NO, Turn

SLOWER = 85
"""Percent of the voice's own pace, when the numbers are said again."""
AGAIN = frozenset({"AMAZON.YesIntent", "AMAZON.RepeatIntent", "SupportIntent"})
ENOUGH_HEARD = NO | {"AMAZON.NextIntent"}


def the_list(turn: Turn, desk: Desk) -> Reply | None:
    """Says the whole list of the household's country; one kind, asked for by its name, is said alone."""
    if turn.words("help"):
        kind = next((each for each in HelpKind if each == turn.id("help")), None)
        return close(*desk.library.help_list(desk.country).lines(kind)) if kind else None
    whole = desk.library.help_list(desk.country)
    return desk.ask(SupportList(desk.country), *_opening(desk), *whole.all_lines())


def heard(turn: Turn, desk: Desk) -> Reply | None:
    """Says it again, slower, or leaves it there."""
    state = turn.progress.state
    if not isinstance(state, SupportList):
        return None
    if turn.intent in AGAIN and not turn.id("help"):
        again = desk.library.help_list(state.country).all_lines()
        return desk.ask(state, desk.line("support.again"), *(replace(line, pace=SLOWER) for line in again))
    return close(desk.line("support.close")) if turn.intent in ENOUGH_HEARD else None


def no_calls(_turn: Turn, desk: Desk) -> Reply:
    """No call is made from here, whoever is asked for: nobody is left to wait, and nobody is accused."""
    return close(
        desk.line("support.no_calls"), *desk.library.help_list(desk.country).lines(HelpKind.EMERGENCY)
    )


def we_live_in(turn: Turn, desk: Desk) -> Reply | None:
    """Takes a country of the list as the household's; where it has one time zone, the clock's too."""
    country = turn.id("country") or ""
    if not desk.library.variants(f"support.country.{country}"):
        return None
    desk.home.keep(replace(desk.household, country=country))
    _learn_zone(country, desk)
    said = desk.line("support.country.kept", country=Line(f"support.country.{country}"))
    state = turn.progress.state
    return desk.ask(state, said) if state and not isinstance(state, SupportList) else close(said)


def _learn_zone(country: str, desk: Desk) -> None:
    """Keeps the one zone of a country, where nothing is known of the clock here."""
    zones = [zone for zone, of in desk.library.zones.items() if of == country]
    if desk.household.zone is None and len(zones) == 1:
        desk.learn_zone(zones[0])


def _opening(desk: Desk) -> tuple[Line, ...]:
    """That it is the list, and of which country: so that a wrong one is heard."""
    name = f"support.country.{desk.country}"
    known = (desk.line("support.country", country=Line(name)),) if desk.library.variants(name) else ()
    return (desk.line("support.opening"), *known)
