"""What somebody left is deleted when they ask: today's answer or all of theirs, never the other's."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.check_in.asking import skip
from skill.domain.check_in.expectations import Choosing, ForgettingAnswers, Whose, WhoseToDelete
from skill.domain.desk import Desk
from skill.domain.misheard import once_more
from skill.domain.naming import both_said, name_said, nameless, nobody_said
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn
from skill.domain.voice import mark

STAYS = NO | {"KeepIntent"}
"""Intents by which what was left may stay."""


def delete_answer(turn: Turn, desk: Desk) -> Reply:
    """Deletes what one of them left today; the reply never tells whether there was anything."""
    partner = _partner(turn, desk)
    if partner:
        return _deleted(partner, desk)
    return desk.ask(WhoseToDelete()) if _anyone(desk) else close(desk.line("check_in.deleted"))


def dont_keep(turn: Turn, desk: Desk) -> Reply:
    """Takes "don't keep it": a choice where one was expected, else a second thought."""
    return (
        skip(turn, desk) if isinstance(turn.progress.state, Choosing | Whose) else delete_answer(turn, desk)
    )


def undo(turn: Turn, desk: Desk) -> Reply | None:
    """Takes back what the speaker did last today where that is an answer, else None.

    A voice that nobody knows hears the same whether anybody left one: a change of time alone comes first,
    and then it is asked whose answer is meant.
    """
    partner, today = _partner(turn, desk), desk.today
    if desk.household.alone_times.changed_last(today, partner):
        return None
    if partner is None:
        return desk.ask(WhoseToDelete(), question="undo") if _anyone(desk) else None
    left = any(answer.partner is partner for answer in desk.household.check_ins.kept_on(today))
    return _deleted(partner, desk) if left else None


def forget_answers(turn: Turn, desk: Desk) -> Reply:
    """Asks once whether all that one of them has left is to go, those that were matched too."""
    partner = _partner(turn, desk)
    if partner:
        return desk.ask(ForgettingAnswers(partner))
    if _anyone(desk):
        return desk.ask(WhoseToDelete(every=True))
    return close(desk.line("forgetting_answers.done"))


def forget_our_answers(_turn: Turn, desk: Desk) -> Reply:
    """Asks once whether all that both of them have left is to go, and whether or not there is anything."""
    return desk.ask(ForgettingAnswers())


def whose_to_delete(turn: Turn, desk: Desk) -> Reply | None:
    """One name, known here; a name that is not would let somebody think that something was deleted."""
    state, name = turn.progress.state, name_said(turn)
    if not isinstance(state, WhoseToDelete):
        return None
    if turn.intent in STAYS or nobody_said(turn):
        return close(desk.line("whose_to_delete.stays"))
    if both_said(turn) or nameless(turn):
        return once_more(turn, desk)
    if name is None:
        return None
    partner = desk.household.called(name)
    if partner is None:
        return once_more(turn, desk, desk.line("whose_to_delete.unknown"))
    return desk.ask(ForgettingAnswers(partner)) if state.every else _deleted(partner, desk)


def forgetting_answers(turn: Turn, desk: Desk) -> Reply | None:
    """All of one partner's answers go after a yes, or both's. Half of a pair could never be heard again.

    A name of anybody else leaves them: the yes that follows it would be about other answers.
    """
    state = turn.progress.state
    if not isinstance(state, ForgettingAnswers):
        return None
    if turn.intent in STAYS:
        return close(desk.line("forgetting_answers.stays"))
    name = name_said(turn)
    if name and (state.partner is None or desk.household.called(name) is not state.partner):
        return close(desk.line("forgetting_answers.stays"))
    if turn.intent != "AMAZON.YesIntent":
        return None
    for partner in (state.partner,) if state.partner else Partner:
        _delete(partner, desk)
    desk.home.drop_pairs(desk.today)
    return close(desk.line("forgetting_answers.done"))


def _partner(turn: Turn, desk: Desk) -> Partner | None:
    """Whose answer is meant: by name, by who is here, else by a voice that left one today."""
    name = turn.words("name")
    if name:
        return desk.household.called(name)
    return desk.here or desk.household.check_ins.left_by(desk.today, mark(turn.person))


def _anyone(desk: Desk) -> bool:
    """Whether anyone has a name here; nothing is kept of people without one."""
    return any(desk.household.name(partner) for partner in Partner)


def _deleted(partner: Partner, desk: Desk) -> Reply:
    _delete(partner, desk)
    return close(desk.line("check_in.deleted"))


def _delete(partner: Partner, desk: Desk) -> None:
    revoked = desk.household.check_ins.revoking(desk.today, partner)
    desk.home.keep(replace(desk.household, check_ins=revoked), scrub=True)
