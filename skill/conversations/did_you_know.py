"""Small true things, told when somebody asks for one; where they come from is shown on a screen."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.fact import AnotherFact, draw, hearing
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn

MORE = frozenset({"AMAZON.YesIntent", "AMAZON.NextIntent", "AnotherOneIntent"})


def tell(turn: Turn, desk: Desk) -> Reply:
    """Tells one; whoever asked in one breath hears nothing more, in a conversation there may be."""
    facts, heard = desk.library.facts, desk.household.facts_heard
    fact = draw(facts, heard, desk.allows, desk.chance.pick)
    desk.home.keep(replace(desk.household, facts_heard=hearing(facts, heard, fact)))
    if turn.new:
        return close(fact.line, card=fact.card)
    return replace(desk.ask(AnotherFact(fact.id), fact.line), card=fact.card)


def another(turn: Turn, desk: Desk) -> Reply | None:
    """Another one, the same once more, or enough."""
    if turn.intent in MORE:
        return tell(turn, desk)
    if turn.intent in NO:
        return close(desk.line("fact.goodbye"))
    return _once_more(turn, desk) if turn.intent == "AMAZON.RepeatIntent" else None


def _once_more(turn: Turn, desk: Desk) -> Reply | None:
    """The same again, if today still has room for what it speaks of; else another one."""
    state = turn.progress.state
    if not isinstance(state, AnotherFact):
        return None
    fact = next((fact for fact in desk.library.facts if fact.id == state.told), None)
    return desk.ask(state, fact.line) if fact and desk.allows(fact.touch) else tell(turn, desk)
