"""What is said where nothing of a turn could be kept."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.closeness.consent import FirstIn
from skill.domain.ending import EARLY_CLOSE
from skill.domain.line import Line, Spoken
from skill.domain.reply import Ask, Close, Reply
from skill.domain.support import Crisis

NOT_KEPT = Line("store.not_kept")
MAY_STILL_RING = Line("store.may_still_ring")
GIVEN = ("small_moment.", "fact.")
"""What is given whether or not it can be remembered: nobody asked for anything to be kept."""
FORGOTTEN_LATER = Line("forgetting.later")


def unkept(reply: Reply, *, rings: bool) -> Reply:
    """The same reply, honest about what could not be kept; help and an early end stay as they are.

    Touch is not begun where the mark that ends it could not be kept.

    `rings` says that a reminder of this turn could not be taken back.
    """
    not_kept = (NOT_KEPT, MAY_STILL_RING) if rings else (NOT_KEPT,)
    match reply:
        case Ask(state=Crisis()):
            return reply
        case Ask(state=FirstIn()):
            return Close(not_kept)
        case Ask():
            return replace(reply, lines=(*not_kept, *reply.lines))
        case Close((Line("forgetting.done"), *ringing)):
            return replace(reply, lines=(FORGOTTEN_LATER, *ringing))
        case Close(lines) if EARLY_CLOSE not in lines and not _is_given(lines):
            return replace(reply, lines=not_kept)
        case _:
            return reply


def _is_given(lines: tuple[Spoken, ...]) -> bool:
    return any(isinstance(line, Line) and line.key.startswith(GIVEN) for line in lines)
