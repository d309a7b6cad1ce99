"""Who has the children meanwhile: said aloud, by whoever does."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from skill.conversations.alone_time.arranging import advance
from skill.conversations.alone_time.keeping import keep
from skill.conversations.alone_time.sentence import helper_heard
from skill.conversations.alone_time.wording import start_line
from skill.domain.alone_time.booking import SOMEONE, THE_OTHER, Booking
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import Arranging, Clash, Instead, OfAloneTime, OfferBooking
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.desk import Desk
from skill.domain.line import Line, Value
from skill.domain.partner import Partner
from skill.domain.reply import Ask, Close, Reply, close
from skill.domain.turn import Turn


def cover(turn: Turn, desk: Desk) -> Reply:
    """Covers the next booking that nobody covers yet; the one who goes can't."""
    open_ = [m for m in desk.household.alone_times.ahead(desk.wall) if not m[1].cover]
    helper, who = _who(turn, desk)
    if not open_:
        return close(desk.line("cover.nothing"))
    if helper:
        return close(*_covered(*open_[0], helper, desk))
    others = [m for m in open_ if who is None or m[1].whose is not who]
    return close(*_covered(*others[0], THE_OTHER, desk)) if others else close(desk.line("cover.who_goes"))


def meanwhile(state: OfAloneTime, draft: Draft, turn: Turn, desk: Desk) -> Reply:
    """Puts into the booking under way who has the children, and goes on with what is asked."""
    helper, who = _who(turn, desk)
    kind = desk.line("cover.kind")
    if isinstance(state, Instead | OfferBooking) or (isinstance(state, Clash) and not helper):
        return desk.ask(state, kind)
    if not helper and who and who is draft.whose:
        return desk.ask(state, desk.line("cover.who_goes"))
    reply = advance(_with_cover(draft, helper, who, turn), desk)
    goes_on = isinstance(reply, Ask) and isinstance(reply.state, Arranging)
    told = bool(helper) and not goes_on
    return (
        replace(reply, lines=(kind, *reply.lines)) if isinstance(reply, Ask | Close) and not told else reply
    )


def offered_a_reminder(state: OfferReminder, turn: Turn, desk: Desk) -> Reply | None:
    """Covers the booking just spoken of, and goes back to the offer."""
    ahead = desk.household.alone_times.ahead(desk.wall)
    start, booking = next((m for m in ahead if state.of(m[1])), (None, None))
    if start is None or booking is None:
        return None
    helper, who = _who(turn, desk)
    if not helper and who and who is booking.whose:
        return desk.ask(state, desk.line("cover.who_goes"))
    return desk.ask(state, *_covered(start, booking, helper or THE_OTHER, desk))


def _with_cover(draft: Draft, helper: str, who: Partner | None, turn: Turn) -> Draft:
    """The draft with who has the children: where one of the two does, it is the other one's time."""
    draft = replace(draft, cover=helper or THE_OTHER)
    if helper or draft.whose or draft.nameless:
        return draft
    if who:
        return replace(draft, whose=who.other)
    return replace(draft, said=draft.said or ("me" if turn.id("role") == "other" else ""))


def _who(turn: Turn, desk: Desk) -> tuple[str, Partner | None]:
    """A helper's id, or which partner; neither for an unknown voice of the house, or "my husband"."""
    if turn.words("role"):
        return "", None
    name = turn.words("name")
    partner = desk.household.called(name) if name else desk.here
    if name and partner is None:
        return SOMEONE, None
    return helper_heard(turn), partner


def _covered(start: datetime, booking: Booking, who: str, desk: Desk) -> tuple[Line, ...]:
    """Keeps who has the children, and says so."""
    keep(desk, desk.household.alone_times.putting(replace(booking, cover=who), desk.today))
    helper: Value = Line(f"helper.{who}")
    if who == THE_OTHER:
        return (start_line(desk, "cover.thanks", booking, start),)
    return start_line(desk, "cover.helped", booking, start), desk.line("cover.has_them", helper=helper)
