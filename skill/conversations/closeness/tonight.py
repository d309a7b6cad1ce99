"""Touch tonight: how much is fine today, said by either or for both; the lower rules, and nobody is named."""

from __future__ import annotations

from skill.conversations.closeness.going_on import go_on, keep
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company, Theme
from skill.domain.exercise.expectations import Offering
from skill.domain.ladder import Rung, lowest
from skill.domain.reply import Reply
from skill.domain.turn import Turn


def touch_tonight(turn: Turn, desk: Desk) -> Reply | None:
    """Keeps it until four; the reply is the same for everybody, whatever the other has said."""
    named = turn.named("touch", Rung)
    if named is None:
        return None
    _prefer(_most(named, turn, desk), desk, together=turn.id("company") == Company.TOGETHER)
    return _noted(turn, desk)


def words_for_today(turn: Turn, desk: Desk) -> Reply:
    """Words only until four, and what was under way goes on."""
    _prefer(Rung.WORDS, desk, together=False)
    return _noted(turn, desk)


def touched_out(_turn: Turn, desk: Desk) -> Reply:
    """Words only for today, met warmly; quiet minutes of one's own are offered, and nothing more."""
    _prefer(Rung.WORDS, desk, together=False)
    alone = Offering(Wish(theme=Theme.SPACE, company=Company.ALONE))
    return desk.ask(alone, desk.line("tonight.touched_out"), question="for_you")


def _noted(turn: Turn, desk: Desk) -> Reply:
    return go_on(turn, desk, desk.line("tonight.noted"))


def _most(named: Rung, turn: Turn, desk: Desk) -> Rung:
    """How much is fine: what begins with a no, or is for one, lowers what stands and never lifts it."""
    first = (turn.words("touch") or "").casefold().partition(" ")[0]
    lowers = first in desk.library.word_list("refusing") or turn.id("company") == Company.ALONE
    stands = desk.household.closeness.tonight.get(desk.here) if desk.here else None
    if lowers and stands and stands.day == desk.today:
        return lowest(named, stands.most)
    return named


def _prefer(most: Rung, desk: Desk, *, together: bool) -> None:
    """Said for both, it counts for whoever speaks, and lowers for whoever has not spoken."""
    closeness = desk.household.closeness.preferring(desk.here, most, desk.today)
    keep(desk, closeness.preferring(None, most, desk.today) if together else closeness)
