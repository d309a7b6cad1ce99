"""Who is saying what takes two: a first name, or later."""

from __future__ import annotations

from skill.conversations.closeness.deciding import wants_this
from skill.conversations.closeness.ladder import asks_for_more
from skill.domain.asking_who import who_it_is
from skill.domain.closeness.expectations import Wanted, WhoSays
from skill.domain.desk import Desk
from skill.domain.misheard import once_more
from skill.domain.naming import nobody_said
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn

NOT_ONE = frozenset({"KeepIntent", "TellEachOtherIntent"})
"""What "both of us" and "the two of us" are heard as elsewhere."""
SAID = {Wanted.CLOSER: wants_this, Wanted.MORE: asks_for_more}
SAME_AGAIN = {Wanted.CLOSER: "WantThisIntent", Wanted.MORE: "MoreIntent"}


def who_says(turn: Turn, desk: Desk) -> Reply | None:
    """One name at a time: known, or learned now; "both of us" is two people who each say so."""
    state = turn.progress.state
    if not isinstance(state, WhoSays):
        return None
    if turn.intent in NO or nobody_said(turn):
        return close(desk.line("who_says.later"))
    if turn.intent == SAME_AGAIN[state.wanted] and not desk.here:
        return once_more(turn, desk, desk.line("who_says.again"))
    if turn.intent in NOT_ONE:
        return once_more(turn, desk)
    partner = who_it_is(turn, desk)
    if not isinstance(partner, Partner):
        return partner
    return SAID[state.wanted](desk.by_voice or partner, turn, desk)
