"""Rule 11: danger is met at once, and fear as quietly as any early end."""

from __future__ import annotations

import json
from functools import cache

from skill.domain.distress import Distress
from skill.domain.reply import Ask
from skill.domain.turn import Kind
from tests.laws.house.life import Life
from tests.laws.house.taken import EARS, Taken
from tests.laws.rules.leaving import EARLY
from tests.laws.rules.witness import Witness
from tests.laws.touch_keys import ENGLISH
from tests.laws.words import FEAR


def rule_11_danger_is_met_at_once(_witness: Witness, _life: Life, taken: Taken) -> None:
    """First-person danger in any slot gets the crisis reply, from any state."""
    if taken.turn.kind is not Kind.INTENT:
        return
    words = " ".join(slot.words for slot in taken.turn.slots.values())
    afraid = taken.turn.intent == "FearIntent" or any(fear in words for fear in FEAR)
    if not afraid and ("i want to die" in words or taken.turn.intent == "DangerIntent"):
        assert isinstance(taken.reply, Ask), "rule 11: danger was not answered"
        assert type(taken.reply.state).__name__ == "Crisis", "rule 11: danger got no crisis reply"
        named = getattr(taken.before, "country", None)
        assert "999" in taken.words or named not in (None, "GB"), "rule 11: no number was said"
    elif afraid and not _is_loud(taken):
        assert taken.keys == {EARLY}, "rule 11: fear was answered with more than the early close"


def _is_loud(taken: Taken) -> bool:
    """Whether beside the fear somebody's life was spoken of, in another slot or by the sentence itself."""
    heard = {EARS.distress(slot.words) for slot in taken.turn.slots.values()}
    return taken.turn.intent in loud_intents() or bool(heard - {None, Distress.FEAR})


@cache
def loud_intents() -> frozenset[str]:
    """What is said in a danger that may be answered aloud: together with fear it is somebody's life."""
    known = json.loads((ENGLISH / "intents" / "safety.json").read_text("utf-8"))
    return frozenset(known) - {"FearIntent"}


OF_DANGER = (rule_11_danger_is_met_at_once,)
