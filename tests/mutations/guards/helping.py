"""Who helps: verified numbers, said as often as wanted, and nothing else begun after a crisis."""

from __future__ import annotations

from tests.mutations.planting import without

ROWS = "skill.domain.help_rows"
SAFETY = "skill.conversations.safety"

GUARDS = (
    without(
        "what nobody verified is spoken",
        f"{ROWS}:list_of",
        "if row.verified_on and not row.some",
        "if not row.some",
    ),
    without(
        "after a crisis anything begins",
        f"{SAFETY}:after_crisis",
        'return close(desk.line("crisis.close"))',
        "return None",
    ),
    without(
        "the crisis reply is said once", f"{SAFETY}:after_crisis", "turn.intent in SAY_IT_AGAIN", "False"
    ),
    without(
        "the support list is named at every welcome",
        "skill.domain.monthly:_due",
        "today - last >= A_MONTH",
        "True",
    ),
    without(
        "the support list is never named again",
        "skill.domain.monthly:_due",
        "today - last >= A_MONTH",
        "False",
    ),
    without(
        "what is said beside fear is not weighed",
        f"{SAFETY}:distress",
        'ears.distress(" and ".join(said)) or Distress.FEAR',
        "Distress.FEAR",
    ),
)
