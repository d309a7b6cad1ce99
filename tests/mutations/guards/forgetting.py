"""Rule 12: what is forgotten is gone."""

from __future__ import annotations

from tests.mutations.planting import without

PRIVACY = "skill.conversations.privacy"

GUARDS = (
    without(
        "forgetting needs no yes", f"{PRIVACY}:confirmed", 'if turn.intent == "AMAZON.YesIntent":', "if True:"
    ),
    without(
        "forgetting leaves the pairs",
        f"{PRIVACY}:confirmed",
        "desk.home.forget(leaving=staying)",
        "desk.home.keep(type(desk.household)(desk.household.id))",
    ),
    without("forgetting leaves the reminders", f"{PRIVACY}:_silence", "if times.alarms:", "if False:"),
    without("disabling leaves everything", f"{PRIVACY}:disabled", "desk.home.forget()", "pass"),
    without(
        "a file stays on the disk",
        "skill.stores.tinydb:TinyDBStore._keep",
        "self._graves.forget(",
        "(lambda *_: None)(",
    ),
)
