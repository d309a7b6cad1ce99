"""Which of the things that can be said have touch between the two, read from the data files alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ENGLISH = Path(__file__).parents[2] / "skill" / "locales" / "en"
RUNGS = ("words", "near", "hand", "hug", "kiss")
HEIGHT = {"none": 0, "hand": 2, "hug": 3, "kiss": 4}
"""Which step of the ladder each kind of touch stands on."""


@cache
def touch_exercises() -> Mapping[str, Mapping[str, Any]]:
    """The exercises with touch, by id, as they stand in their files."""
    rows = (json.loads(file.read_text("utf-8")) for file in (ENGLISH / "exercises").glob("*.json"))
    return {row["id"]: row for row in sorted(rows, key=lambda row: row["id"]) if row["touch"] != "none"}


@cache
def twins() -> frozenset[str]:
    """The exercises that stand in for one with touch."""
    return frozenset(row["twin"] for row in touch_exercises().values())


@cache
def touch_moments() -> Mapping[str, int]:
    """The small moments and small true things with touch, and the step of the ladder that each needs."""
    files = [file for room in ("small_moments", "did_you_know") for file in (ENGLISH / room).glob("*.json")]
    rows = (row for file in files for row in json.loads(file.read_text("utf-8")))
    return {row["id"]: HEIGHT[row["touch"]] for row in rows if row["touch"] != "none"}


def height(key: str) -> int:
    """The step of the ladder that a spoken phrase needs; 0 for one without touch."""
    parts = key.split(".")
    if parts[0] == "exercise" and parts[1] in touch_exercises() and parts[2:] != ["name"]:
        return HEIGHT[touch_exercises()[parts[1]]["touch"]]
    return next((touch_moments()[part] for part in parts if part in touch_moments()), 0)


def part_of(key: str) -> tuple[str, str] | None:
    """Which exercise with touch a phrase belongs to, and where in it: opening, first, second or end."""
    parts = key.split(".")
    if parts[0] != "exercise" or parts[1] not in touch_exercises() or len(parts) < 3:
        return None
    if parts[2] in ("opening", "ends", "needs"):
        return parts[1], "opening"
    if parts[2] == "closing":
        return parts[1], "second"
    if parts[2] == "step":
        checks = [
            step for step, row in enumerate(touch_exercises()[parts[1]]["steps"], 1) if row.get("consent")
        ]
        return parts[1], "first" if int(parts[3]) <= checks[0] else "second"
    return None


def openings() -> Iterator[str]:
    """The phrase with which each of them is opened."""
    yield from (f"exercise.{id_}.opening" for id_ in touch_exercises())


@cache
def tracks() -> Mapping[str, Mapping[str, Any]]:
    """The exercises that may be played as one sound: none with touch, and none that asks anything."""
    rows = (json.loads(file.read_text("utf-8")) for file in (ENGLISH / "exercises").glob("*.json"))
    return {row["id"]: row for row in rows if row["touch"] == "none" and not _asks(row)}


def _asks(exercise: Mapping[str, Any]) -> bool:
    return any(step.get("gate") or step.get("consent") for step in exercise["steps"])
