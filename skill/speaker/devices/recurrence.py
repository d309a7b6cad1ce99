"""The repetitions the real service accepts, and when they ring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, pairwise

from dateutil.rrule import rruleset, rrulestr  # type: ignore[import-untyped] # it ships no types

from skill.speaker.devices.refused import bad_request

_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_KEYS = {"FREQ", "INTERVAL", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYMONTHDAY", "BYMONTH"}
_VALUES = re.compile(r"[A-Z0-9+-]{1,10}")
_APART = timedelta(hours=4)
_LOOK_AT = 40
"""Occurrences compared when the distance between rings is checked."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Several rules from a start to an end, in wall-clock time."""

    start: datetime
    end: datetime | None
    rules: tuple[str, ...]

    def after(self, moment: datetime) -> Iterator[datetime]:
        """The rings after a wall-clock moment, soonest first."""
        together = rruleset()
        for rule in self.rules:
            together.rrule(rrulestr(rule, dtstart=self.start))
        for ring in together.xafter(moment):
            if self.end and ring > self.end:
                return
            yield ring


def recurrence(start: datetime, end: datetime | None, rules: Sequence[object]) -> Recurrence:
    """Checks the rules as the real service does.

    Raises:
        Refused: UNSUPPORTED_TRIGGER_RECURRENCE, or ..._INTERVAL for rings less than four hours apart.
    """
    if not rules:
        raise _unsupported("There is no recurrence rule.")
    found = Recurrence(start, end, tuple(_rule(rule) for rule in rules))
    rings = list(islice(found.after(start - timedelta(seconds=1)), _LOOK_AT))
    if any(later - earlier < _APART for earlier, later in pairwise(rings)):
        raise bad_request("UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL", "Rings must be four hours apart.")
    return found


def _rule(rule: object) -> str:
    if not isinstance(rule, str) or len(rule) > 200:
        raise _unsupported("A recurrence rule is a string.")
    pairs = dict(part.partition("=")[::2] for part in rule.strip(";").split(";"))
    if pairs.keys() - _KEYS or pairs.get("FREQ") not in _FREQUENCIES:
        raise _unsupported("The rule has a part that is not supported.")
    if not all(_VALUES.fullmatch(value) for value in pairs.values()):
        raise _unsupported("A rule takes one value for each part.")
    return _readable(";".join(f"{key}={value}" for key, value in pairs.items()))


def _readable(rule: str) -> str:
    try:
        rrulestr(rule, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - wall clock, as all of this
    except (ValueError, TypeError) as fault:
        raise _unsupported("The rule cannot be read.") from fault
    return rule


def _unsupported(message: str) -> Exception:
    return bad_request("UNSUPPORTED_TRIGGER_RECURRENCE", message)
