"""How things are: a word for it, and an offer that fits; nothing is asked about it and nothing kept."""

from __future__ import annotations

from collections.abc import Mapping

from skill.domain.alone_time.expectations import OfAloneTime
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import Offering
from skill.domain.exercise.situation import Situation
from skill.domain.expectation import Expectation
from skill.domain.for_one import ForOne
from skill.domain.reply import Reply
from skill.domain.small_moment import AnotherMoment
from skill.domain.turn import Turn
from skill.domain.welcome import Menu

OWN = Company.ALONE
OFFERED: Mapping[str, tuple[Offering, str]] = {
    Situation.QUARREL: (Offering(Wish(company=OWN, situation=Situation.QUARREL)), "for_you"),
    Situation.LOW: (Offering(Wish(company=OWN, situation=Situation.LOW)), "for_you"),
    Situation.GOOD: (Offering(Wish(situation=Situation.GOOD)), "question"),
}
"""What fits how things are, and how it is offered: after hard words comes quiet of one's own first."""


def how_things_are(turn: Turn, desk: Desk) -> Reply | None:
    """A kind word and one offer; a booking under way waits; elsewhere it is not what was meant."""
    named, state = turn.id("mood") or "", turn.progress.state
    if named in OFFERED and isinstance(state, OfAloneTime | OfferReminder):
        return desk.ask(state, desk.line(f"mood.{named}"))
    if named not in OFFERED or not _is_free(state):
        return None
    offered, question = OFFERED[named]
    return desk.ask(offered, desk.line(f"mood.{named}"), question=question)


def _is_free(state: Expectation | None) -> bool:
    return state is None or isinstance(state, Menu | Offering | AnotherMoment | ForOne)
