"""Somebody is in danger, or afraid: the one gets help said aloud, the other a quiet way out."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.misheard import ENOUGH
from skill.domain.ports import Distress, Ears
from skill.domain.reply import Reply, close
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Turn

SAY_IT_AGAIN = frozenset(
    {"AMAZON.YesIntent", "AMAZON.RepeatIntent", "AMAZON.HelpIntent", "AMAZON.FallbackIntent"}
)
BY_INTENT = {"DangerIntent": Distress.DANGER, "FearIntent": Distress.FEAR}


def distress(turn: Turn, ears: Ears) -> Distress | None:
    """Danger or fear anywhere in what was said, the words of every slot included."""
    if turn.kind is not Kind.INTENT:
        return None
    found = {ears.distress(slot.words) for slot in turn.slots.values()}
    found.add(BY_INTENT.get(turn.intent))
    return Distress.DANGER if Distress.DANGER in found else Distress.FEAR if Distress.FEAR in found else None


def crisis(_turn: Turn, desk: Desk) -> Reply:
    """Says who helps, at once and without a call to anywhere; offers to say it again."""
    state = Crisis(desk.library.support(desk.country))
    return desk.ask(state, desk.line("crisis.heard"), _numbers(state, desk))


def after_crisis(turn: Turn, desk: Desk) -> Reply | None:
    """Says it again when asked; otherwise stays kind and is quiet."""
    state = turn.progress.state
    if turn.intent == "AMAZON.FallbackIntent":
        desk.misheard = turn.progress.misheard + 1
    if isinstance(state, Crisis) and turn.intent in SAY_IT_AGAIN and desk.misheard < ENOUGH:
        return desk.ask(state, _numbers(state, desk))
    return close(desk.line("crisis.close"))


def _numbers(state: Crisis, desk: Desk) -> Line:
    return desk.line(f"crisis.numbers.{state.support.phrase}", **state.support.values())
