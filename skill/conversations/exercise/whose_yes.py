"""Whose yes it is, where each of the two is asked for one: a name that is not the speaker's brings none."""

from __future__ import annotations

from skill.domain.closeness.consent import FirstIn
from skill.domain.desk import Desk
from skill.domain.naming import nameless
from skill.domain.partner import Partner
from skill.domain.turn import Turn

SAYS_WHO = frozenset({"CallMeIntent", "ConsentIntent", "WhichOfUsIntent", "WhoIntent", "WhoseIntent"})
"""Intents by which somebody says who they are, with a yes or without one."""


def is_of_neither(turn: Turn, desk: Desk) -> bool:
    """Whether who it is was said by a role, or by a name of neither: it is nobody's yes, and no way out."""
    name = turn.words("name")
    named = name is not None and desk.household.introducing(name)[1] is None
    return turn.intent in SAYS_WHO and (named or turn.words("role") is not None or nameless(turn))


def whose(turn: Turn, state: FirstIn, desk: Desk) -> Partner | None:
    """Whose yes it is: by the voice, by the name in the same breath, or by the one given just before."""
    name = turn.words("name")
    return desk.by_voice or (desk.household.introducing(name)[1] if name else state.by)


def as_said(turn: Turn, desk: Desk) -> bool:
    """Whether a name that came with a yes is the speaker's: no third one, nor another than the voice's."""
    name = turn.words("name")
    named = desk.introduce(name) if name else None
    return name is None or (named is not None and named is desk.here)
