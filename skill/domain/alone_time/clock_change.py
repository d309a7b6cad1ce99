"""The hour that is left out when the clocks go forward."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def as_it_will_be(start: datetime, zone: str) -> datetime:
    """What the wall clock shows at a start: the same, but for an hour that a changed clock leaves out."""
    there = ZoneInfo(zone)
    return start.replace(tzinfo=there).astimezone(UTC).astimezone(there).replace(tzinfo=None)
