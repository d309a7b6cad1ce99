"""From one hour to another: when it begins, and how long it is."""

from __future__ import annotations

from datetime import time

DAY, HALF = 24 * 60, 12 * 60
"""Minutes."""
FIRST_MORNING_HOUR, FIRST_EVENING_HOUR = 7, 19
"""A bare "seven" is heard as one in the morning, a bare "six" as one in the afternoon; the rest was said."""


def stretch(start: time, end: time) -> tuple[time, int]:
    """The start and the minutes from it to the end, past midnight too.

    Nobody means more than half a day: then one of the two was heard in the wrong half of the day. It's the
    start where the end was told by its part of the day ("from seven to nine in the evening"), else the end.
    """
    minutes = lasting_until(start, end)
    apart = (_minutes(end) - _minutes(start)) % DAY or DAY
    if apart > HALF and _told(end) and not _told(start):
        return start.replace(hour=(start.hour + 12) % 24), minutes
    return start, minutes


def lasting_until(start: time, end: time) -> int:
    """The minutes from a start that is sure to an end on a clock of twelve hours; half a day at most."""
    apart = (_minutes(end) - _minutes(start)) % DAY or DAY
    return apart if apart <= HALF else apart - HALF


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _told(at: time) -> bool:
    """Whether an hour is none that a bare number is heard as."""
    return not FIRST_MORNING_HOUR <= at.hour < FIRST_EVENING_HOUR
