"""All that is kept, as a document to read or in its raw form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from skill.bootstrap import open_store
from skill.domain.ladder import Touch
from skill.domain.ports import StoreError
from skill.exporting.document import document
from skill.exporting.kept import Kept, kept_by
from skill.exporting.readable import RAW
from skill.library import Library
from skill.settings import Settings, SettingsError

INDENT = 2


def export_all(settings: Settings, now: datetime, *, speaker: str = "", raw: bool = False) -> str:
    """What is kept of all households, as Markdown or, when `raw`, as JSON.

    Args:
        settings: where it is kept.
        now: with a zone; what may be kept no longer is not shown.
        speaker: a first name, or first or second: whose own answers go in that still wait, and what they
            said about closeness.
        raw: all of it as a program reads it.

    Raises:
        SettingsError: when nobody goes by that name, or something cannot be read.
    """
    library = Library.english()
    try:
        found = list(_households(settings, now, library, speaker))
    except StoreError as fault:
        raise SettingsError(
            "Not everything in HOLDING_HANDS_DATA could be read; please try again."
        ) from fault
    if speaker and not any(each.own for each in found):
        raise SettingsError("--speaker: nobody here goes by that name.")
    return _raw(found) if raw else document(found, library)


def _households(settings: Settings, now: datetime, library: Library, speaker: str) -> Iterator[Kept]:
    touch = {each.id for each in library.exercises if each.touch is not Touch.NONE}
    store = open_store(settings.data)
    for household in store.households():
        with store.visit(household) as home:
            kept = kept_by(home, now, touch, speaker)
            if kept.pairs or kept.history or not home.household.forgotten:
                yield kept


def _raw(found: list[Kept]) -> str:
    rows = [{"household": _fields(each), "answers": each.pairs, "history": each.history} for each in found]
    return msgspec.json.format(msgspec.json.encode(rows), indent=INDENT).decode("utf-8") + "\n"


def _fields(kept: Kept) -> dict[str, object]:
    """A household's fields: one that may not be read is not in it, empty or not."""
    fields: dict[str, object] = {name: getattr(kept.household, name) for name in sorted(RAW)}
    return fields | {"closeness": kept.closeness}
