"""The device's own words, as a real Echo has its own beside the skill's."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def _words() -> dict[str, str | list[str]]:
    read: dict[str, str | list[str]] = json.loads((files("skill.speaker") / "words.json").read_bytes())
    return read


def say(key: str, **values: object) -> str:
    """One of the device's sentences, its values in place."""
    return str(_words()[key]).format(**values)


def examples() -> list[str]:
    """Three things to say at first."""
    return list(_words()["start.try"])
