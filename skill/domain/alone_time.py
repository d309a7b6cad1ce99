"""Time alone for each parent: booked, covered, moved, skipped, taken back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AloneTimes:
    """A household's bookings."""
