"""A two-minute exercise: steps of words and quiet, and where it has one, a gate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exercises:
    """What a household's exercises leave behind."""
