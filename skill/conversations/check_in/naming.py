"""Whose answer it is: one first name, where two people may be in the room."""

from __future__ import annotations

from skill.domain.turn import Turn

NAMES = frozenset({"NameIntent", "WhoIntent", "CallMeIntent"})
"""Intents by which somebody says a first name."""


def name_said(turn: Turn) -> str | None:
    """The first name that was given, or None."""
    return turn.words("name") if turn.intent in NAMES else None


def both_said(turn: Turn) -> bool:
    """Hears "both of us", where one name was asked for."""
    return turn.intent == "ExerciseIntent" and set(turn.slots) <= {"company"}
