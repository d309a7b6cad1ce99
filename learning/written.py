"""The written sentences, by half and label."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from skill.domain.distress import Distress

SETS = Path(__file__).parents[1] / "tests" / "ears" / "danger_sets"
LABELS: Mapping[str, Distress] = {
    "self_harm": Distress.SELF_HARM,
    "for_another": Distress.FOR_ANOTHER,
    "emergency": Distress.EMERGENCY,
    "rage": Distress.RAGE,
    "scary_thoughts": Distress.SCARY_THOUGHT,
    "psychosis": Distress.PSYCHOSIS,
}
FEAR = ("fear", "fear_with_death_wish")
HARMLESS = ("negatives", "sexual_request", "profanity", "child_answering")


def sentences(half: str, name: str) -> list[str]:
    """One label's sentences of one half."""
    said: list[str] = json.loads((SETS / half / f"{name}.json").read_text("utf-8"))
    return said
