"""Wall-clock times and the instants they are, where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time (naive), UTC.

    A time that comes twice is the first of the two; one that never comes is the first instant after the gap.
    """
    later = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if later.astimezone(zone).replace(tzinfo=None) == wall:
        return later
    earlier = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _change_between(earlier, later, zone)


def wall(at: datetime, zone: ZoneInfo) -> datetime:
    """What the clocks show at an instant, without a zone."""
    return at.astimezone(zone).replace(tzinfo=None)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The second in which the clocks change; it lies in (before, after]."""
    old = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
