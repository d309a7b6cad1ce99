"""Who is speaking: first names, given by whoever likes to."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.closeness.consent import FirstIn
from skill.domain.desk import Desk
from skill.domain.partner import Partner
from skill.domain.progress import State
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.welcome import Menu


def it_is(turn: Turn, desk: Desk) -> Reply | None:
    """Takes "it's Sam": known for this conversation; a first name not heard before is learned."""
    name = turn.words("name")
    if name is None:
        return None
    partner = desk.introduce(name)
    if partner is None:
        return _two_already(desk)
    return _hello(turn, desk) if partner is desk.here else _known_by_voice(turn, desk)


def a_name(turn: Turn, desk: Desk) -> Reply | None:
    """A name alone: a word that was not asked for is nobody's name, unless it is known here."""
    name = turn.words("name")
    return it_is(turn, desk) if name and desk.household.called(name) else None


def with_a_yes(turn: Turn, desk: Desk) -> Reply | None:
    """Takes "it's Sam, I'm in" where nobody was asked whether they are: it says who speaks, and no more.

    "Sam's in" is somebody else's word.
    """
    return it_is(turn, desk) if turn.words("consent") else None


def call_me(turn: Turn, desk: Desk) -> Reply | None:
    """Takes "call me Sam": names whoever is speaking, or whoever has no name yet."""
    name = turn.words("name")
    if name is None:
        return None
    if desk.here is None or desk.household.called(name):
        return it_is(turn, desk)
    desk.home.keep(desk.household.naming(desk.here, name))
    return _hello(turn, desk)


def _hello(turn: Turn, desk: Desk) -> Reply:
    name = desk.household.name(desk.here) if desk.here else None
    return desk.ask(_answered_by(desk.here, turn), desk.line("who.hello", name=name or ""))


def _answered_by(partner: Partner | None, turn: Turn) -> State:
    """What was under way; where a yes is asked for, the next one is theirs."""
    state = turn.progress.state or Menu()
    return replace(state, by=partner) if isinstance(state, FirstIn) else state


def _two_already(desk: Desk) -> Reply:
    first, second = desk.household.first.name or "", desk.household.second.name or ""
    return close(desk.line("who.two_already", first=first, second=second))


def _known_by_voice(turn: Turn, desk: Desk) -> Reply:
    """A voice that is known wins over a name, until it is forgotten."""
    name = desk.household.name(desk.here) if desk.here else None
    return desk.ask(turn.progress.state or Menu(), desk.line("who.by_voice", name=name or ""))
