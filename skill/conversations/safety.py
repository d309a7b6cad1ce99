"""Somebody is in danger, or afraid: the one gets help said aloud, the other a quiet way out."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.distress import BY_INTENT, Distress
from skill.domain.line import Line
from skill.domain.misheard import ENOUGH
from skill.domain.ports import Ears
from skill.domain.reply import Reply, close
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Turn

SAY_IT_AGAIN = frozenset(
    {
        "AMAZON.YesIntent",
        "AMAZON.RepeatIntent",
        "AMAZON.HelpIntent",
        "AMAZON.FallbackIntent",
        "CryingIntent",
        "OverwhelmedIntent",
    }
)


WANTS_HELP = "help me say"
"""How people begin it; the slot holds only the end."""


def distress(turn: Turn, ears: Ears) -> Distress | None:
    """Danger or fear anywhere in what was said, the words of every slot included; the gravest of them.

    Fear in one slot is weighed against what the others say as if all were one sentence.
    """
    if turn.kind is not Kind.INTENT:
        return None
    said = [_as_begun(slot.words, turn, ears) for slot in turn.slots.values()]
    found = {BY_INTENT.get(turn.intent), *map(ears.distress, said)}
    if Distress.FEAR in found:
        return ears.distress(" and ".join(said)) or Distress.FEAR
    return next((each for each in Distress if each in found), None)


def _as_begun(words: str, turn: Turn, ears: Ears) -> str:
    """What somebody wants help to say, with its beginning: "without hurting her" is a kind wish there."""
    kind = turn.intent == "SayThisIntent" and ears.distress(words) is Distress.FEAR
    return f"{WANTS_HELP} {words}" if kind else words


def crisis(turn: Turn, desk: Desk) -> Reply:
    """Says who helps, at once and without a call to anywhere; offers to say it again."""
    about = distress(turn, desk.ears) or Distress.SELF_HARM
    state = Crisis(desk.library.support(desk.country), about)
    heard = f"crisis.heard.{about}"
    opening = (desk.line(heard),) if desk.library.variants(heard) else ()
    return desk.ask(state, *opening, state.help)


def after_crisis(turn: Turn, desk: Desk) -> Reply | None:
    """Says it again when asked; otherwise stays kind and is quiet. A call is none that could be made."""
    state = turn.progress.state
    if turn.intent == "CallIntent":
        return None
    if turn.intent == "AMAZON.FallbackIntent":
        desk.misheard = turn.progress.misheard + 1
    if isinstance(state, Crisis) and turn.intent in SAY_IT_AGAIN and desk.misheard < ENOUGH:
        return desk.ask(state, state.help)
    if isinstance(state, Crisis) and turn.intent == "PutDownIntent":
        return desk.ask(state, _put_down(state, desk))
    return close(desk.line("crisis.close"))


def _put_down(state: Crisis, desk: Desk) -> Line:
    """A child is somewhere safe: after rage, what comes next; elsewhere help is still to be called."""
    return desk.line("settling.put_down") if state.about is Distress.RAGE else state.help
