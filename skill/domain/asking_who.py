"""Which of the two it is, where a first name was asked for."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.misheard import once_more
from skill.domain.naming import both_said, me_said, name_said, nameless
from skill.domain.partner import Partner
from skill.domain.reply import Reply
from skill.domain.turn import Turn


def who_it_is(turn: Turn, desk: Desk) -> Partner | Reply | None:
    """The partner, by a first name known or learned now; or the question once more; None for other words.

    "It's me" is enough where the voice is known. Two are no one name, and a role may be either's.
    """
    if me_said(turn) and desk.by_voice:
        return desk.by_voice
    if nameless(turn):
        return once_more(turn, desk, desk.line("whose.by_name"))
    if both_said(turn):
        return once_more(turn, desk)
    name = name_said(turn)
    if name is None:
        return None
    return desk.introduce(name) or once_more(turn, desk, desk.line("whose.third"))
