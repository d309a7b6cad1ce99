"""Rule 12: what is forgotten is gone."""

from __future__ import annotations

from tests.mutations.planting import without

PRIVACY = "skill.conversations.privacy"

GUARDS = (
    without("forgetting needs no yes", f"{PRIVACY}:confirmed", "if turn.intent in MEANT:", "if True:"),
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
    without("what the device kept is forgotten", f"{PRIVACY}:confirmed", "leaving=staying", "leaving=()"),
    without(
        "nobody hears that one may still ring after forgetting",
        f"{PRIVACY}:confirmed",
        "if staying else ()",
        "if False else ()",
    ),
    without(
        "what the device kept is never tried again",
        f"{PRIVACY}:take_away_leftovers",
        "if not (turn.new and household.leftovers):",
        "if True:",
    ),
    without(
        "whoever may come back is forgotten", f"{PRIVACY}:disabled", "if not turn.persisted:", "if True:"
    ),
    without(
        "forgetting answers leaves the pairs",
        "skill.conversations.check_in.deleting:forgetting_answers",
        "    desk.home.drop_pairs(desk.today)\n",
        "",
    ),
    without(
        "what nobody said begins a household",
        "skill.turns:Turns._at_desk",
        "home.undo()",
        "pass",
    ),
    without(
        "a conversation outlives its household",
        "skill.turns:_found",
        "turn.progress.within(home.household.begun) if home.keeps else turn.progress",
        "turn.progress",
    ),
    without(
        "where something breaks, fear alone is answered",
        "skill.turns:Turns._safely",
        " and not _leaves(turn, self.ears)",
        "",
    ),
    without(
        "a file is written where it stands",
        "skill.stores.durable:replace",
        "new = written(new_of(path), data)",
        "remove(path)\n    new = written(path, data)",
    ),
)
