"""A household's history: what was done on which day."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One line of a household's history: something without touch that was done on a day."""

    day: date
    at: datetime
    """UTC."""
    what: str
    """check_in, exercise or alone_time."""
    which: str = ""
    """An id from the library."""
