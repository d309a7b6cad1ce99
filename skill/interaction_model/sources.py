"""Reads what can be said from locales/: templates, slots, their values and each locale's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

ENGLISH = Path(__file__).parents[1] / "locales" / "en"
LOCALES = ("en-AU", "en-CA", "en-GB", "en-IN", "en-US")

Types = dict[str, dict[str, list[str]]]
"""Slot types: their values' ids, and the words of each; the first is its name."""


class Sources(Struct, frozen=True):
    """What can be said in one locale, as it is written."""

    templates: Mapping[str, list[str]]
    """By intent; with [optional], (one|other) and <rules>."""
    rules: Mapping[str, str]
    slots: Mapping[str, str]
    """The type of every slot name."""
    types: Types


def sources(locale: str, folder: Path = ENGLISH) -> Sources:
    """What can be said in a locale."""
    slots = folder / "slots"
    own = read(slots / "locales" / f"{locale}.json")
    types: Types = {**read(slots / "types.json"), "Town": read(slots / "towns.json")}
    for name, values in own["types"].items():
        for value, more in values.items():
            types[name][value] += [each for each in more if each not in types[name][value]]
    templates: dict[str, list[str]] = {}
    for subject in sorted((folder / "intents").glob("*.json")):
        templates |= read(subject)
    return Sources(
        templates, {**read(slots / "rules.json"), **own["rules"]}, read(slots / "slots.json"), types
    )


def read(path: Path) -> Any:  # noqa: ANN401 - JSON is what its file says
    """A file of words.

    Raises:
        ValueError: the file is no JSON; names it.
    """
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as flaw:
        raise ValueError(f"{path.name} can't be read: {flaw}") from flaw
