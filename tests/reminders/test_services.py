"""Reminders are made, changed and deleted as the API wants it, and every refusal is understood."""

from __future__ import annotations

import logging
from datetime import datetime, time
from typing import Any

import pytest
from msgspec.structs import replace

from skill.domain.line import Line
from skill.domain.reminder import Once, Refusal, Ring, Weekly
from skill.reminders.services import DeviceServices

from .cloud import Cloud, access
from .conftest import say

THURSDAYS = Weekly(3, time(19, 15), datetime(2026, 11, 26, 19, 15))  # noqa: DTZ001 - a wall clock
ONCE = Ring(Once(datetime(2026, 11, 28, 9, 45)), "Europe/London", Line("reminder.before"))  # noqa: DTZ001 - a wall clock
WEEKLY = Ring(THURSDAYS, "America/New_York", Line("reminder.before"))
DELETED = (204, None)


def test_a_reminder_that_rings_once_is_asked_for_by_the_wall_clock(
    cloud: Cloud, services: DeviceServices
) -> None:
    assert services.reminders.create(ONCE) == "alert-1"
    [told] = cloud.told
    assert (told.method, told.path) == ("POST", "/v1/alerts/reminders")
    assert told.headers["Authorization"] == "Bearer secret-token"
    assert told.headers["Content-type"] == "application/json"
    assert told.body == {
        "requestTime": "2026-11-22T19:04:00.000",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "timeZoneId": "Europe/London",
            "scheduledTime": "2026-11-28T09:45:00.000",
        },
        "alertInfo": {"spokenInfo": {"content": [{"locale": "en-GB", "text": "<reminder.before>"}]}},
        "pushNotification": {"status": "DISABLED"},
    }


def test_a_reminder_in_quiet_hours_is_asked_for_in_a_whisper(cloud: Cloud, services: DeviceServices) -> None:
    services.reminders.create(replace(ONCE, softly=True))
    [content] = cloud.told[0].body["alertInfo"]["spokenInfo"]["content"]
    assert content["text"] == "<reminder.before>"
    assert '<amazon:effect name="whispered">&lt;reminder.before&gt;</amazon:effect>' in content["ssml"]


def test_a_weekly_reminder_has_one_rule_for_its_weekday(cloud: Cloud, services: DeviceServices) -> None:
    assert services.reminders.create(WEEKLY) == "alert-1"
    assert cloud.told[0].body["requestTime"] == "2026-11-22T14:04:00.000"
    assert cloud.told[0].body["trigger"] == {
        "type": "SCHEDULED_ABSOLUTE",
        "timeZoneId": "America/New_York",
        "recurrence": {
            "startDateTime": "2026-11-26T19:15:00.000",
            "recurrenceRules": ["FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=15;BYSECOND=0;INTERVAL=1;"],
        },
    }


def test_a_series_that_ends_says_so_a_minute_after_its_last_ring(
    cloud: Cloud, services: DeviceServices
) -> None:
    last = datetime(2027, 3, 25, 19, 15)  # noqa: DTZ001 - a wall clock
    services.reminders.create(replace(WEEKLY, trigger=replace(THURSDAYS, ends=last)))
    recurrence = cloud.told[0].body["trigger"]["recurrence"]
    assert recurrence["endDateTime"] == "2027-03-25T19:16:00.000"


def test_every_weekday_has_its_name(cloud: Cloud, services: DeviceServices) -> None:
    for weekday in range(7):
        services.reminders.create(replace(WEEKLY, trigger=replace(THURSDAYS, weekday=weekday)))
    rules = [told.body["trigger"]["recurrence"]["recurrenceRules"][0] for told in cloud.told]
    assert [rule.split(";")[1] for rule in rules] == [
        f"BYDAY={day}" for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    ]


def test_a_reminder_is_changed_in_its_place(cloud: Cloud, services: DeviceServices) -> None:
    cloud.answers(200, {"alertToken": "alert-2"})
    assert services.reminders.update("alert/1", ONCE) == "alert-2"
    assert (cloud.told[0].method, cloud.told[0].path) == ("PUT", "/v1/alerts/reminders/alert%2F1")


def test_a_change_without_a_word_keeps_the_token(cloud: Cloud, services: DeviceServices) -> None:
    cloud.answers(204)
    assert services.reminders.update("alert-1", ONCE) == "alert-1"


def test_a_reminder_is_deleted(cloud: Cloud, services: DeviceServices) -> None:
    cloud.answers(200)
    assert services.reminders.delete("alert-1") is None
    assert (cloud.told[0].method, cloud.told[0].path) == ("DELETE", "/v1/alerts/reminders/alert-1")


def test_a_reminder_that_was_gone_before_is_gone(cloud: Cloud, services: DeviceServices) -> None:
    cloud.answers(404, {"code": "ALERT_NOT_FOUND"})
    assert services.reminders.delete("alert-1") is None


@pytest.mark.parametrize(
    ("status", "body", "token"),
    [
        (200, {"alertToken": "t", "status": "A_NEW_STATUS"}, "t"),
        (202, {"alertToken": "t", "unheard": ["of"]}, "t"),
        (201, {"href": "/v1/alerts/reminders/t"}, "t"),
        (204, None, Refusal.NOT_NOW),
        (200, b"no json", Refusal.NOT_NOW),
        (200, ["t"], Refusal.NOT_NOW),
        (200, {"alertToken": 7}, Refusal.NOT_NOW),
    ],
)
def test_a_success_is_a_success_whatever_its_body_looks_like(
    cloud: Cloud, services: DeviceServices, status: int, body: object, token: str
) -> None:
    cloud.answers(status, body)
    assert services.reminders.create(ONCE) == token


REFUSALS: list[tuple[int, Any, Refusal]] = [
    (400, {"code": "UNSUPPORTED_SCHEDULED_TIME_FORMAT"}, Refusal.OUR_FAULT),
    (400, {"code": "INVALID_TRIGGER_SCHEDULED_TIME_FORMAT"}, Refusal.OUR_FAULT),
    (400, {"code": "UNSUPPORTED_TRIGGER_RECURRENCE"}, Refusal.OUR_FAULT),
    (400, {"code": "UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL"}, Refusal.OUR_FAULT),
    (400, {"code": "TRIGGER_SCHEDULED_TIME_IN_PAST"}, Refusal.PAST),
    (400, {"code": "INVALID_VALUE", "message": "Scheduled time is in the past."}, Refusal.PAST),
    (400, b"not json at all", Refusal.OUR_FAULT),
    (401, {"code": "UNAUTHORIZED", "message": "no"}, Refusal.NO_PERMISSION),
    (401, None, Refusal.NO_PERMISSION),
    (403, {"code": "ACCESS_DENIED", "message": "ACCESS_NOT_REQUESTED"}, Refusal.NO_PERMISSION),
    (403, {"code": "ACCESS_DENIED", "message": "FORBIDDEN"}, Refusal.NO_PERMISSION),
    (403, {"code": "DEVICE_NOT_SUPPORTED"}, Refusal.DEVICE_CANNOT),
    (403, {"code": "NOT_IN_SESSION"}, Refusal.DEVICE_CANNOT),
    (403, {"code": "MAX_REMINDERS_EXCEEDED"}, Refusal.TOO_MANY),
    (403, {"code": "FORBIDDEN", "message": "The maximum number of reminders is reached."}, Refusal.TOO_MANY),
    (403, b"<html>", Refusal.DEVICE_CANNOT),
    (404, {"code": "ALERT_NOT_FOUND"}, Refusal.GONE),
    (409, {"code": "CONFLICT"}, Refusal.NOT_NOW),
    (413, None, Refusal.OUR_FAULT),
    (429, {"code": "RATE_EXCEEDED"}, Refusal.NOT_NOW),
    (500, {"code": "INTERNAL_ERROR"}, Refusal.NOT_NOW),
    (503, None, Refusal.NOT_NOW),
    (504, b"\xff\xfe", Refusal.NOT_NOW),
    (302, None, Refusal.NOT_NOW),
]


@pytest.mark.parametrize(("status", "body", "refusal"), REFUSALS, ids=str)
def test_every_code_says_why_not(
    cloud: Cloud, services: DeviceServices, status: int, body: object, refusal: Refusal
) -> None:
    cloud.answers(status, body, Location="http://127.0.0.1:9/elsewhere")
    assert services.reminders.create(ONCE) is refusal
    assert services.reminders.update("alert-1", ONCE) is refusal
    assert services.reminders.delete("alert-1") is (None if status == 404 else refusal)
    assert len(cloud.told) == 3


def test_the_log_has_the_status_and_the_code_and_no_word_besides(
    cloud: Cloud, services: DeviceServices, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    cloud.answers(403, {"code": "ACCESS_DENIED", "message": "Sam may not"})
    services.reminders.create(ONCE)
    assert caplog.messages == ["create reminder: 403 ACCESS_DENIED"]


def test_a_code_that_is_none_is_not_logged(
    cloud: Cloud, services: DeviceServices, caplog: pytest.LogCaptureFixture
) -> None:
    cloud.answers(400, {"code": "Sam said\nINFO no"})
    services.reminders.create(ONCE)
    assert caplog.messages == ["create reminder: 400 "]


def test_the_device_knows_its_zone(cloud: Cloud, services: DeviceServices) -> None:
    cloud.answers(200, "Europe/London")
    assert services.device.time_zone() == "Europe/London"
    assert cloud.told[0].path == "/v2/devices/amzn1.ask.device.KITCHEN/settings/System.timeZone"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (204, None),
        (200, None),
        (200, ["Europe/London"]),
        (200, "../../etc/passwd"),
        (200, b"Europe/London"),
        (401, {"code": "INVALID_TOKEN"}),
        (403, {"code": "ACCESS_DENIED", "message": "a code that the SDK does not know"}),
        (403, None),
        (500, {"code": "DEVICE_UNREACHABLE"}),
    ],
)
def test_a_zone_that_cannot_be_had_is_none(
    cloud: Cloud, services: DeviceServices, status: int, body: object
) -> None:
    cloud.answers(status, body)
    assert services.device.time_zone() is None


def test_a_request_without_services_calls_nobody(cloud: Cloud) -> None:
    services = DeviceServices(replace(access(cloud), endpoint=""), say)
    assert services.reminders.create(ONCE) is Refusal.DEVICE_CANNOT
    assert services.device.time_zone() is None
    assert DeviceServices(replace(access(cloud), device=""), say).device.time_zone() is None
    assert not cloud.told


@pytest.mark.parametrize("token", ["", "a\r\nX-Evil: 1", "\N{SNOWMAN}"])
def test_an_odd_token_breaks_nothing(cloud: Cloud, token: str) -> None:
    services = DeviceServices(replace(access(cloud), token=token), say)
    cloud.answers(401)
    assert services.reminders.create(ONCE) in (Refusal.NO_PERMISSION, Refusal.NOT_NOW)
    assert all("X-Evil" not in told.headers for told in cloud.told)
