"""Time alone is booked: in one breath, or one thing asked at a time."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.alone_time.arranging import advance, hear
from skill.conversations.alone_time.asked_back import own_answer
from skill.conversations.alone_time.cover import meanwhile
from skill.conversations.alone_time.sentence import NOS, TIMES, Filled, fill
from skill.domain.alone_time.booking import SHORTEST
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import Arranging, OfAloneTime, OfferBooking
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

BESIDE = frozenset({"SkipIntent", "ChoreIntent", "CoverIntent", "StartSmallIntent"})
"""What may be said of a booking under way beside what was asked."""
NOTHING_YET = Draft()
SMALL = f"alone_menu.size.{SHORTEST}"


def book(turn: Turn, desk: Desk, draft: Draft = NOTHING_YET, *said: Line) -> Reply:
    """Books what was said, or asks for what is missing; the device's zone is asked anew."""
    if not desk.home.keeps:
        return close(desk.line("alone_time.cannot_keep"))
    desk.ask_zone()
    return hear(draft, turn, desk, *said)


def start_small(turn: Turn, desk: Desk) -> Reply:
    """Books the smallest there is; the rest of it is asked."""
    return book(turn, desk, Draft(minutes=SHORTEST), desk.line(SMALL))


def arranged(turn: Turn, desk: Desk) -> Reply | None:
    """What was asked for, or anything else about the booking under way."""
    state = turn.progress.state
    if not isinstance(state, Arranging):
        return None
    own = own_answer(state, turn, desk)
    if own is not None:
        return own
    if turn.intent in BESIDE:
        return _beside(state, state.draft, turn, desk)
    if turn.intent == "BookAloneTimeIntent" and state.draft.moving:
        return None
    if turn.intent in TIMES:
        return hear(state.draft, turn, desk) if _says_something(state.draft, turn, desk) else None
    return hear(state.draft, turn, desk) if turn.intent == "WhoseIntent" and turn.id("whose") else None


def _beside(state: OfAloneTime, draft: Draft, turn: Turn, desk: Desk) -> Reply:
    """A skip leaves the booking; a chore as the plan is met kindly, and the question stands.

    Who has the children is part of it.
    """
    if turn.intent == "CoverIntent":
        return meanwhile(state, draft, turn, desk)
    if turn.intent == "ChoreIntent":
        return desk.ask(state, desk.line("alone_menu.meanwhile"))
    if turn.intent == "StartSmallIntent":
        return advance(replace(draft, minutes=SHORTEST), desk, desk.line(SMALL))
    return close(desk.line("alone_time.not_now"))


def offered(turn: Turn, desk: Desk) -> Reply | None:
    """Nothing was booked: a yes, or a day at once, begins a booking."""
    if turn.intent == "AMAZON.YesIntent" or turn.intent in TIMES:
        return book(turn, desk)
    if turn.intent == "CoverIntent":
        return meanwhile(OfferBooking(), NOTHING_YET, turn, desk)
    return close(desk.line("alone_time.not_now")) if turn.intent in NOS else None


def _says_something(draft: Draft, turn: Turn, desk: Desk) -> bool:
    return fill(draft, turn, desk.wall) != Filled(draft)
