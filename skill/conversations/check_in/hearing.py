"""Kept answers are heard: both of them, on request, when it is just the two."""

from __future__ import annotations

from skill.domain.check_in.check_ins import KeptAnswer
from skill.domain.check_in.expectations import JustYouTwo
from skill.domain.desk import Desk
from skill.domain.line import Line, Private
from skill.domain.pairs import pairs_of
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def hear_answers(_turn: Turn, desk: Desk) -> Reply:
    """Offers the newest pair of answers; one answer alone is never mentioned."""
    pair = next(pairs_of(desk.home), None)
    if pair is None:
        return close(desk.line("check_in.nothing_to_hear"))
    return desk.ask(JustYouTwo(pair.question, pair.day))


def heard_together(turn: Turn, desk: Desk) -> Reply | None:
    """Reads both answers after a yes that it is the two of them."""
    state = turn.progress.state
    if not isinstance(state, JustYouTwo) or turn.intent not in ("AMAZON.YesIntent", "AMAZON.NoIntent"):
        return None
    pair = next((p for p in pairs_of(desk.home) if (p.day, p.question) == (state.day, state.question)), None)
    if turn.intent == "AMAZON.NoIntent" or pair is None:
        return close(desk.line("check_in.later"))
    first, second = (_reading(answer, which, desk) for which, answer in enumerate(pair.answers))
    return close(Line(f"question.{pair.question}"), first, second, desk.line("check_in.heard_both"))


def _reading(answer: KeptAnswer, which: int, desk: Desk) -> Line:
    name = desk.household.name(answer.partner)
    who = name or Line(("someone.one_of_you", "someone.the_other")[which])
    return desk.line("check_in.said", who=who, words=Private(answer.words))
