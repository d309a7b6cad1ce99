"""Until when a pause was meant to last: for a length of time, or until a day that was named."""

from __future__ import annotations

from datetime import date, timedelta

from skill.domain.notation import minutes_named, span_named

A_DAY = timedelta(days=1)
LONGEST = timedelta(days=366)
"""A pause that was to be longer than that has no end that is named."""


def ends(day: str | None, length: str | None, today: date, through: str | None = None) -> date | None:
    """The day on which a pause is over; None without an end, or for one that nobody could mean.

    `day`, `length` and `through` are the platform's notations. A week or month that is still to come ends it
    with its first day ("until next week"), one that has begun with its last ("for the rest of the week");
    what it was to last through ("this weekend") always ends it with its last.
    """
    lasting = span_named(through, today) if through else None
    span = span_named(day, today) if day else None
    minutes = minutes_named(length) if length else None
    if lasting:
        end = lasting.last + A_DAY
    elif span:
        end = span.first if span.first > today else span.last + A_DAY
    elif minutes:
        end = today - timedelta(minutes=-minutes) // A_DAY * A_DAY
    else:
        return None
    return end if today < end <= today + LONGEST else None
