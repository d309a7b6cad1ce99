from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.speaker.envelope import DEVICE
from tests.speaker.conftest import Kitchen
from tests.speaker.devices.test_reminders import reminder

REMINDERS = "/v1/alerts/reminders"
ZONE = f"/v2/devices/{DEVICE}/settings/System.timeZone"
SOON = reminder(scheduledTime="2026-11-24T10:00:00.000")


@pytest.fixture
def granted(home: Kitchen) -> Kitchen:
    home.speaker.grant(granted=True)
    return home


def test_a_reminder_is_made_read_changed_and_deleted(granted: Kitchen):
    client, token = granted.client, granted.token
    made = client.post(REMINDERS, json=SOON, headers=token)
    assert made.status_code == 200
    path = made.get_json()["href"]
    assert client.get(path, headers=token).get_json()["trigger"]["scheduledTime"] == "2026-11-24T10:00:00.000"
    later = reminder(scheduledTime="2026-11-25T10:00:00.000")
    assert client.put(path, json=later, headers=token).get_json()["version"] == "2"
    assert client.get(REMINDERS, headers=token).get_json()["totalCount"] == "1"
    assert client.delete(path, headers=token).status_code == 200
    assert client.delete(path, headers=token).get_json()["code"] == "ALERT_NOT_FOUND"


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer guess"}, {"Authorization": "Bearer ü"}])
def test_without_this_starts_token_nothing_is_told(granted: Kitchen, header: dict[str, str]):
    for answer in (
        granted.client.post(REMINDERS, json=SOON, headers=header),
        granted.client.get(REMINDERS, headers=header),
        granted.client.get(ZONE, headers=header),
    ):
        assert answer.status_code == 401
        assert answer.get_json().keys() == {"code", "message"}


def test_without_the_households_grant_nothing_is_set(home: Kitchen):
    home.speaker.grant(granted=False)
    answer = home.client.post(REMINDERS, json=SOON, headers=home.token)
    assert (answer.status_code, answer.get_json()["code"]) == (401, "UNAUTHORIZED")


def test_what_is_wrong_with_it_comes_as_a_code(granted: Kitchen):
    past = reminder(scheduledTime="2020-01-01T10:00:00.000")
    answer = granted.client.post(REMINDERS, json=past, headers=granted.token)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "INVALID_TRIGGER_SCHEDULED_TIME_VALUE")
    broken = granted.client.post(REMINDERS, data=b"{", content_type="application/json", headers=granted.token)
    assert (broken.status_code, broken.get_json()["code"]) == (400, "INVALID_REQUEST")


def test_the_zone_is_the_devices(home: Kitchen):
    answer = home.client.get(ZONE, headers=home.token)
    assert (answer.status_code, answer.get_json()) == (200, "Europe/London")


def test_a_device_that_does_not_know_its_zone_says_nothing(kitchen: Callable[..., Kitchen]):
    here = kitchen(zone=None)
    assert here.client.get(ZONE, headers=here.token).status_code == 204


def test_other_devices_and_other_settings_are_refused(home: Kitchen):
    other = home.client.get(ZONE.replace(DEVICE, "amzn1.ask.device.OTHER"), headers=home.token)
    assert (other.status_code, other.get_json()["code"]) == (403, "INVALID_URI")
    unknown = home.client.get(ZONE.replace("timeZone", "mood"), headers=home.token)
    assert (unknown.status_code, unknown.get_json()["code"]) == (400, "INVALID_KEY")


def test_what_cannot_be_kept_is_the_devices_fault(granted: Kitchen, monkeypatch: pytest.MonkeyPatch):
    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    answer = granted.client.post(REMINDERS, json=SOON, headers=granted.token)
    assert (answer.status_code, answer.get_json()["code"]) == (500, "INTERNAL_SERVER_ERROR")
