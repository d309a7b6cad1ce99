"""Who has the children meanwhile: said aloud, by whoever does."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from skill.conversations.alone_time.keeping import keep
from skill.conversations.alone_time.sentence import helper_heard
from skill.conversations.alone_time.wording import start_line
from skill.domain.alone_time.booking import SOMEONE, THE_OTHER, Booking
from skill.domain.desk import Desk
from skill.domain.line import Line, Value
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def cover(turn: Turn, desk: Desk) -> Reply:
    """Covers the next booking that nobody covers yet; the one who goes can't."""
    open_ = [m for m in desk.household.alone_times.ahead(desk.wall) if not m[1].cover]
    helper, who = _who(turn, desk)
    if not open_:
        return close(desk.line("cover.nothing"))
    if helper:
        return _covered(*open_[0], helper, desk)
    others = [m for m in open_ if who is None or m[1].whose is not who]
    return _covered(*others[0], THE_OTHER, desk) if others else close(desk.line("cover.who_goes"))


def _who(turn: Turn, desk: Desk) -> tuple[str, Partner | None]:
    """A helper's id, or which partner; neither when it is an unknown voice of the house."""
    name = turn.words("name")
    partner = desk.household.called(name) if name else desk.here
    if name and partner is None:
        return SOMEONE, None
    return helper_heard(turn), partner


def _covered(start: datetime, booking: Booking, who: str, desk: Desk) -> Reply:
    keep(desk, desk.household.alone_times.putting(replace(booking, cover=who), desk.today))
    helper: Value = Line(f"helper.{who}")
    if who == THE_OTHER:
        return close(start_line(desk, "cover.thanks", booking, start))
    return close(start_line(desk, "cover.helped", booking, start), desk.line("cover.has_them", helper=helper))
