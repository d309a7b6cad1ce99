"""Reads Alexa's JSON without ever being surprised by it: what is not as expected is as if it were missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LARGEST = 10**15


def part(value: object, *path: str) -> Mapping[str, Any]:
    """The JSON object that stands at a path; an empty one when nothing does or something else."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """A string as a string, a number as its digits, anything else as nothing; always valid Unicode."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST:
        return str(value)
    return ""
