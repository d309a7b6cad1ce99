"""What a sentence says about somebody's safety."""

from __future__ import annotations

from enum import StrEnum


class Distress(StrEnum):
    """What a sentence says about somebody's safety; the middle of its phrases' keys, the gravest first."""

    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    RAGE = "rage"
    """Near to hurting a child."""
    FEAR = "fear"
    """Of a partner, or of what a partner does: the one that is never answered aloud."""
    PSYCHOSIS = "psychosis"
    FOR_ANOTHER = "for_another"
    SCARY_THOUGHT = "scary_thought"
    """An unwanted picture of harm, without the wish."""


INTENTS = {
    Distress.SELF_HARM: "DangerIntent",
    Distress.EMERGENCY: "EmergencyIntent",
    Distress.RAGE: "RageIntent",
    Distress.FEAR: "FearIntent",
    Distress.PSYCHOSIS: "PsychosisIntent",
    Distress.FOR_ANOTHER: "WorriedForAnotherIntent",
    Distress.SCARY_THOUGHT: "ScaryThoughtIntent",
}
"""The intent by which each is heard as a whole sentence."""
BY_INTENT = {intent: kind for kind, intent in INTENTS.items()}
