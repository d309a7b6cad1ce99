"""Today begins at four in the morning, everywhere in the product."""

from __future__ import annotations

from datetime import date, datetime, timedelta

DAY_BEGINS = timedelta(hours=4)


def day_of(local: datetime) -> date:
    """The product's day of a local wall-clock time."""
    return (local.replace(tzinfo=None) - DAY_BEGINS).date()


def is_weekend(day: date) -> bool:
    """Saturday and Sunday, counted from four to four."""
    return day.weekday() >= 5
