"""When a reminder rings: the trigger as it is sent, checked as the real service checks it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from skill.speaker.clock import known_zone
from skill.speaker.devices.recurrence import Recurrence, recurrence
from skill.speaker.devices.refused import bad_request
from skill.speaker.devices.wall_clock import instant, wall

_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?")
_LONGEST_OFFSET = 366 * 24 * 3600
_UNSUPPORTED_TIME = "UNSUPPORTED_SCHEDULED_TIME_FORMAT"


@dataclass(frozen=True, slots=True)
class Once:
    """Rings at one instant (UTC)."""

    at: datetime

    def next_after(self, moment: datetime) -> datetime | None:
        """The first ring after an instant, or None."""
        return self.at if self.at > moment else None


@dataclass(frozen=True, slots=True)
class Repeated:
    """Rings again and again, always at the same time on the wall clock."""

    recurrence: Recurrence
    zone: ZoneInfo

    def next_after(self, moment: datetime) -> datetime | None:
        """The first ring after an instant, or None when there is none left."""
        since = wall(moment, self.zone) - timedelta(hours=3)
        rings = (instant(ring, self.zone) for ring in self.recurrence.after(since))
        return next((ring for ring in rings if ring > moment), None)


Trigger = Once | Repeated


def trigger(sent: object, now: datetime, device_zone: str) -> Trigger:
    """Reads what was sent.

    Raises:
        Refused: 400 with the code of what is wrong.
    """
    if not isinstance(sent, Mapping):
        raise bad_request("MISSING_TRIGGER", "The reminder has no trigger.")
    zone = _zone(sent.get("timeZoneId") or device_zone)
    match sent.get("type"):
        case "SCHEDULED_RELATIVE":
            return Once(now + timedelta(seconds=_offset(sent.get("offsetInSeconds"))))
        case "SCHEDULED_ABSOLUTE" if sent.get("recurrence") is not None:
            return _repeated(sent["recurrence"], now, zone)
        case "SCHEDULED_ABSOLUTE":
            return _once(sent.get("scheduledTime"), zone)
    raise bad_request("UNSUPPORTED_TRIGGER_TYPE", "The trigger's type is not known.")


def settled(sent: Mapping[str, Any], now: datetime, device_zone: str) -> dict[str, Any]:
    """The same trigger with what it left open filled in: the zone, and where a series starts."""
    zone = sent.get("timeZoneId") or device_zone
    filled = {**sent, "timeZoneId": zone}
    repeated = sent.get("recurrence")
    if repeated and not repeated.get("startDateTime"):
        start = wall(now, ZoneInfo(zone)).isoformat(timespec="milliseconds")
        filled["recurrence"] = {**repeated, "startDateTime": start}
    return filled


def _once(sent: object, zone: ZoneInfo) -> Once:
    return Once(instant(_local(sent), zone))


def _repeated(sent: Any, now: datetime, zone: ZoneInfo) -> Repeated:  # noqa: ANN401 - as it came in
    rules = sent.get("recurrenceRules") if isinstance(sent, Mapping) else None
    if not isinstance(rules, list):
        raise bad_request("UNSUPPORTED_TRIGGER_RECURRENCE", "The recurrence has no rules.")
    start = _local(sent["startDateTime"]) if sent.get("startDateTime") else wall(now, zone)
    end = _local(sent["endDateTime"]) if sent.get("endDateTime") else None
    return Repeated(recurrence(start.replace(microsecond=0), end, rules), zone)


def _local(sent: object) -> datetime:
    if not isinstance(sent, str) or not _LOCAL.fullmatch(sent):
        raise bad_request(_UNSUPPORTED_TIME, "A time is local, without a zone: 2026-01-31T10:00:00.000.")
    try:
        return datetime.fromisoformat(sent)
    except ValueError as fault:
        raise bad_request(_UNSUPPORTED_TIME, "There is no such time.") from fault


def _offset(sent: object) -> int:
    if not isinstance(sent, int) or isinstance(sent, bool) or not 0 < sent <= _LONGEST_OFFSET:
        raise bad_request("INVALID_TRIGGER_OFFSET", "The offset is a number of seconds within a year.")
    return sent


def _zone(name: object) -> ZoneInfo:
    if not isinstance(name, str) or not known_zone(name):
        raise bad_request("INVALID_TRIGGER_TIME_ZONE", "There is no such time zone.")
    return ZoneInfo(name)
