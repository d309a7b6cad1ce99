"""Rule 11: danger aloud, fear like any early end."""

from __future__ import annotations

from tests.mutations.planting import without

TURN = "skill.conversations"

GUARDS = (
    without(
        "slots are not looked at",
        "skill.conversations.safety:distress",
        "for slot in turn.slots.values()",
        "for slot in ()",
    ),
    without(
        "fear is answered",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        "return asking_again.explain(turn, desk)",
    ),
    without(
        "fear is kept",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        'return desk.learn_zone("Europe/Paris") or ending.stop(turn, desk)',
    ),
    without(
        "fear is logged",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        '__import__("logging").getLogger("skill").info("fear in 0"); return ending.stop(turn, desk)',
    ),
)
