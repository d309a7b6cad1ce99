"""The command `holding-hands export`: what is kept, for a person to read."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from skill.bootstrap import open_store
from skill.domain.ports import Home
from skill.settings import Settings

INDENT = 2


def export_all(settings: Settings) -> str:
    """All households as JSON, without answers that still wait for the other one: nobody may read those."""
    store = open_store(settings.data)
    exported = []
    for household in store.households():
        with store.visit(household) as home:
            exported.append(_readable(home))
    text = msgspec.json.format(msgspec.json.encode(exported), indent=INDENT)
    return text.decode("utf-8") + "\n"


def _readable(home: Home) -> dict[str, Any]:
    household = home.household
    revealed = replace(household, check_ins=household.check_ins.matched())
    return {
        "household": msgspec.to_builtins(revealed),
        "answers": [msgspec.to_builtins(pair) for pair in home.pairs()],
        "history": [msgspec.to_builtins(entry) for entry in home.entries(date.min, date.max)],
    }
