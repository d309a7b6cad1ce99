"""What a time alone is for: a chore is met kindly, and one small idea is given for a need."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.alone_time.sentence import NOS
from skill.domain.alone_time.booking import SHORTEST
from skill.domain.alone_time.nourishing import AnotherIdea, Need, WhatFeeds, draw, size_within
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.notation import minutes_named
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.unfit import is_unfit

IN_OWN_WORDS = frozenset({"AnswerIntent", "WhenIntent", "NumberIntent"})
"""An answer that is nobody's business: it is neither kept nor said again."""
MORE = frozenset({"AMAZON.YesIntent", "AMAZON.NextIntent", "AnotherOneIntent", "NotThatOneIntent"})


def chore(turn: Turn, desk: Desk) -> Reply:
    """A chore as the plan helps everyone; and what would feed the one who goes?"""
    state = turn.progress.state
    if isinstance(state, WhatFeeds):
        return _done(state, desk, desk.line("alone_menu.meanwhile"))
    return desk.ask(_asking(turn, desk), question="chore")


def what_counts(turn: Turn, desk: Desk) -> Reply:
    """What makes a time one's own; a chore is kindly told apart from it."""
    return close(desk.line("alone_menu.counts_chore" if turn.words("chore") else "alone_menu.counts"))


def idea(turn: Turn, desk: Desk) -> Reply:
    """One idea for a need; the needs to choose from where none was named."""
    need, asking = turn.id("need"), _asking(turn, desk)
    if need in set(Need):
        return _given(AnotherIdea(Need(need), asking.minutes), asking.offer, turn, desk)
    length = minutes_named(turn.words("length") or "")
    return desk.ask(asking, *((_size(length, desk),) if length else ()))


def fed(turn: Turn, desk: Desk) -> Reply | None:
    """A plan of one's own gets a good word, and no plan is a plan too; a need is answered by the table."""
    state = turn.progress.state
    if not isinstance(state, WhatFeeds):
        return None
    if turn.intent == "StartSmallIntent":
        return desk.ask(replace(state, minutes=SHORTEST), _size(SHORTEST, desk))
    if turn.intent == "ExerciseIntent" and turn.slots.keys() == {"theme"}:
        return _given(AnotherIdea(Need.RELAX, state.minutes), state.offer, turn, desk)
    if turn.intent in NOS or turn.id("room") == "none":
        return _done(state, desk, desk.line("alone_menu.no_plan"))
    return _own_plan(state, turn, desk) if turn.intent in IN_OWN_WORDS else None


def another(turn: Turn, desk: Desk) -> Reply | None:
    """Another idea, the last one once more, or enough."""
    state = turn.progress.state
    if not isinstance(state, AnotherIdea):
        return None
    if turn.intent in MORE:
        return _given(state, None, turn, desk)
    return close(desk.line("alone_menu.enough")) if turn.intent in NOS else None


def welcome_back(_turn: Turn, desk: Desk) -> Reply:
    """The return: hello first, the news after it, and nobody owes a report."""
    return close(desk.line("alone_menu.welcome_back"), desk.line("alone_menu.no_report"))


def _asking(turn: Turn, desk: Desk) -> WhatFeeds:
    """What is asked; with the time there is, and the reminder that was being offered, to come back to."""
    state = turn.progress.state
    if isinstance(state, WhatFeeds):
        return state
    if isinstance(state, OfferReminder):
        booking = desk.household.alone_times.get(state.booking)
        return WhatFeeds(booking.minutes if booking else None, state)
    return WhatFeeds(minutes_named(turn.words("length") or ""))


def _own_plan(state: WhatFeeds, turn: Turn, desk: Desk) -> Reply:
    if is_unfit(turn, desk.library):
        return close(desk.line("exercise.not_this"))
    return _done(state, desk, desk.line("alone_menu.own_plan"))


def _given(state: AnotherIdea, offer: OfferReminder | None, turn: Turn, desk: Desk) -> Reply:
    """One idea; whoever asked in one breath hears nothing more, in a conversation there may be another."""
    drawn = draw(desk.library.alone_ideas, state.need, state.minutes, state.given, desk.chance.pick)
    said = desk.line("alone_menu.idea", idea=drawn.line)
    if offer:
        return desk.ask(offer, said)
    return close(said) if turn.new else desk.ask(replace(state, given=(*state.given, drawn.id)), said)


def _done(state: WhatFeeds, desk: Desk, said: Line) -> Reply:
    return desk.ask(state.offer, said) if state.offer else close(said)


def _size(minutes: int, desk: Desk) -> Line:
    return Line(f"alone_menu.size.{size_within(desk.library.alone_sizes, minutes)}")
