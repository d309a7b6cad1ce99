"""What was heard in the places of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.alexa.envelope import part, text
from skill.domain.turn import Slot

MATCHED = "ER_SUCCESS_MATCH"


def slots_of(slots: Mapping[str, Any]) -> Mapping[str, Slot]:
    """The slots in which something was heard, by their names."""
    heard = {name: _slot(part(slots, name)) for name in slots}
    return {name: slot for name, slot in heard.items() if slot}


def _slot(slot: Mapping[str, Any]) -> Slot | None:
    """The raw words and the matched id: from the slot itself, else from its `slotValue`."""
    value = _first(slot.get("slotValue"))
    words = text(slot.get("value")) or text(value.get("value"))
    if not words:
        return None
    return Slot(words, _id(slot.get("resolutions")) or _id(value.get("resolutions")))


def _first(value: object) -> Mapping[str, Any]:
    """The value of a slot that holds one, the first of a slot that holds several."""
    single = part(value)
    several = single.get("values")
    return part(several[0]) if isinstance(several, list) and several else single


def _id(resolutions: object) -> str | None:
    """The id of the first match over all authorities: the dynamic one stands beside the static one."""
    authorities = part(resolutions).get("resolutionsPerAuthority")
    for authority in authorities if isinstance(authorities, list) else []:
        values = part(authority).get("values")
        if part(authority, "status").get("code") == MATCHED and isinstance(values, list):
            ids = (text(part(value, "value").get("id")) for value in values)
            found = next((each for each in ids if each), None)
            if found:
                return found
    return None
