"""A reminder as the Reminders API takes it: wall-clock times without a zone, and the zone beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from skill.domain.reminder import Once, Ring, Trigger, Weekly
from skill.speech import SOFT_PACE, escape, whispered

LOCAL = "%Y-%m-%dT%H:%M:%S.000"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MINUTE = timedelta(minutes=1)


def payload_of(ring: Ring, words: str, locale: str, at: datetime) -> dict[str, Any]:
    """The request for a reminder that says `words`; `at` is the time of the turn, UTC."""
    return {
        "requestTime": at.astimezone(ZoneInfo(ring.zone)).strftime(LOCAL),
        "trigger": {"type": "SCHEDULED_ABSOLUTE", "timeZoneId": ring.zone, **_when(ring.trigger)},
        "alertInfo": {"spokenInfo": {"content": [{"locale": locale, "text": words, **_soft(ring, words)}]}},
        "pushNotification": {"status": "DISABLED"},
    }


def _soft(ring: Ring, words: str) -> Mapping[str, str]:
    """The whisper in which it is to be spoken, where the house is quiet by then."""
    return {"ssml": f"<speak>{whispered(escape(words), SOFT_PACE)}</speak>"} if ring.softly else {}


def _when(trigger: Trigger) -> Mapping[str, Any]:
    match trigger:
        case Once():
            return {"scheduledTime": trigger.at.strftime(LOCAL)}
        case Weekly():
            return {"recurrence": {**_stretch(trigger), "recurrenceRules": [_rule(trigger)]}}
    assert_never(trigger)


def _stretch(weekly: Weekly) -> Mapping[str, str]:
    """From when on, and up to when where a series has an end.

    The end lies a minute after the last ring: whether a ring at the very end counts is written nowhere.
    """
    end = {"endDateTime": (weekly.ends + MINUTE).strftime(LOCAL)} if weekly.ends else {}
    return {"startDateTime": weekly.starts.strftime(LOCAL), **end}


def _rule(weekly: Weekly) -> str:
    """One rule for one weekday: several days in one rule were refused."""
    at = weekly.at
    return (
        f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekly.weekday]};"
        f"BYHOUR={at.hour};BYMINUTE={at.minute};BYSECOND={at.second};INTERVAL=1;"
    )
