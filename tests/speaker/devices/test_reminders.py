from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.speaker.devices.bell import Bell
from skill.speaker.devices.refused import Refused
from skill.speaker.devices.reminders import MOST, Reminders
from skill.speaker.devices.shelf import Shelf
from tests.speaker.stand_in import Hands

Json = dict[str, Any]
TEXT = "Your time in 15 minutes"


def reminder(**trigger: object) -> Json:
    base = {"type": "SCHEDULED_ABSOLUTE", "timeZoneId": "Europe/London"}
    content = [{"locale": "en-GB", "text": TEXT}]
    return {
        "requestTime": "2026-11-23T18:00:00.000",
        "trigger": base | trigger,
        "alertInfo": {"spokenInfo": {"content": content}},
        "pushNotification": {"status": "DISABLED"},
    }


def weekly(*rules: str, start: str = "2026-11-23T00:00:00.000", **extra: str) -> Json:
    zone = extra.pop("zone", "Europe/London")
    repeated = {"startDateTime": start, "recurrenceRules": list(rules)} | extra
    return reminder(recurrence=repeated, timeZoneId=zone)


THURSDAYS = "FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=15;BYSECOND=0;INTERVAL=1;"


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def reminders(tmp_path: Path, clock: Hands) -> Reminders:
    return Reminders(Shelf(tmp_path), clock, "Europe/London")


def rings(reminders: Reminders, clock: Hands, count: int) -> list[str]:
    """Moves the clock from ring to ring; the times on the wall in London or New York."""
    found = []
    for _ in range(count):
        at = reminders.next_ring()
        assert at
        clock.at = at
        assert len(reminders.take_due()) == 1
        found.append(at.isoformat())
    return found


def test_what_is_created_is_answered_and_listed_in_the_real_shapes(reminders: Reminders):
    made = reminders.create(reminder(scheduledTime="2026-11-24T10:00:00.000"))
    assert made.keys() == {"alertToken", "createdTime", "updatedTime", "status", "version", "href"}
    assert (made["status"], made["href"]) == ("ON", f"/v1/alerts/reminders/{made['alertToken']}")
    listed = reminders.all()
    assert listed["totalCount"] == "1"
    assert listed["alerts"] == [reminders.get(made["alertToken"])]
    assert listed["alerts"][0]["alertInfo"]["spokenInfo"]["content"][0]["text"] == TEXT
    assert "next" not in listed["alerts"][0]


def test_it_comes_due_at_its_second_and_only_once(reminders: Reminders, clock: Hands):
    reminders.create(reminder(scheduledTime="2026-11-24T10:00:00.000"))
    clock.at = datetime(2026, 11, 24, 9, 59, 59, tzinfo=UTC)
    assert reminders.take_due() == []
    clock.move(seconds=1)
    assert [due.text for due in reminders.take_due()] == [TEXT]
    assert reminders.take_due() == []
    assert reminders.all()["alerts"][0]["status"] == "COMPLETED"


def test_one_that_rang_leaves_the_list_after_three_days(reminders: Reminders, clock: Hands):
    reminders.create(reminder(scheduledTime="2026-11-24T10:00:00.000"))
    clock.move(days=1)
    reminders.take_due()
    clock.move(days=3, seconds=1)
    assert reminders.all()["totalCount"] == "0"


def test_a_relative_one_counts_from_now(reminders: Reminders, clock: Hands):
    reminders.create(reminder(type="SCHEDULED_RELATIVE", offsetInSeconds=90))
    assert reminders.next_ring() == clock.at + timedelta(seconds=90)


def test_what_was_kept_rings_after_a_restart(tmp_path: Path, clock: Hands):
    Reminders(Shelf(tmp_path), clock, "UTC").create(reminder(scheduledTime="2026-11-24T10:00:00"))
    clock.move(days=1)
    assert len(Reminders(Shelf(tmp_path), clock, "UTC").take_due()) == 1


def test_a_weekly_one_keeps_its_wall_clock_time_when_the_clocks_change(reminders: Reminders, clock: Hands):
    clock.at = datetime(2027, 3, 22, 12, tzinfo=UTC)
    reminders.create(weekly(THURSDAYS, start="2027-03-22T00:00:00.000"))
    assert rings(reminders, clock, 2) == ["2027-03-25T19:15:00+00:00", "2027-04-01T18:15:00+00:00"]


def test_a_time_that_the_change_leaves_out_rings_right_after_it(reminders: Reminders, clock: Hands):
    clock.at = datetime(2027, 3, 13, 12, tzinfo=UTC)
    rule = "FREQ=DAILY;BYHOUR=2;BYMINUTE=30;BYSECOND=0;INTERVAL=1"
    reminders.create(weekly(rule, start="2027-03-13T12:00:00", zone="America/New_York"))
    assert rings(reminders, clock, 2) == ["2027-03-14T07:00:00+00:00", "2027-03-15T06:30:00+00:00"]


def test_a_time_that_comes_twice_rings_once(reminders: Reminders, clock: Hands):
    clock.at = datetime(2026, 10, 31, 12, tzinfo=UTC)
    rule = "FREQ=DAILY;BYHOUR=1;BYMINUTE=30;BYSECOND=0"
    reminders.create(weekly(rule, start="2026-10-31T12:00:00", zone="America/New_York"))
    assert rings(reminders, clock, 2) == ["2026-11-01T05:30:00+00:00", "2026-11-02T06:30:00+00:00"]


def test_several_rules_ring_as_one_reminder(reminders: Reminders, clock: Hands):
    reminders.create(weekly(THURSDAYS, THURSDAYS.replace("BYDAY=TH", "BYDAY=SA")))
    days = [ring[:10] for ring in rings(reminders, clock, 3)]
    assert days == ["2026-11-26", "2026-11-28", "2026-12-03"]


def test_a_series_ends_with_its_end(reminders: Reminders, clock: Hands):
    reminders.create(weekly(THURSDAYS, endDateTime="2026-11-30T00:00:00.000"))
    rings(reminders, clock, 1)
    assert reminders.next_ring() is None
    assert reminders.all()["alerts"][0]["status"] == "COMPLETED"


def test_what_was_missed_for_weeks_comes_due_once(reminders: Reminders, clock: Hands):
    reminders.create(weekly(THURSDAYS))
    clock.move(days=30)
    assert len(reminders.take_due()) == 1
    following = reminders.next_ring()
    assert following
    assert following > clock.at


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (reminder(scheduledTime="2026-11-24T10:00:00.000Z"), "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (reminder(scheduledTime="2026-11-24T10:00:00+00:00"), "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (reminder(scheduledTime="tomorrow"), "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (reminder(scheduledTime="2026-11-31T10:00:00"), "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (reminder(), "UNSUPPORTED_SCHEDULED_TIME_FORMAT"),
        (reminder(scheduledTime="2026-11-23T18:00:00.000"), "INVALID_TRIGGER_SCHEDULED_TIME_VALUE"),
        (reminder(scheduledTime="2026-11-24T10:00:00", timeZoneId="Mars/One"), "INVALID_TRIGGER_TIME_ZONE"),
        (reminder(type="SCHEDULED_RELATIVE", offsetInSeconds=0), "INVALID_TRIGGER_OFFSET"),
        (reminder(type="SCHEDULED_RELATIVE", offsetInSeconds="9"), "INVALID_TRIGGER_OFFSET"),
        (reminder(type="SOMETIME"), "UNSUPPORTED_TRIGGER_TYPE"),
        (weekly("FREQ=WEEKLY;BYDAY=TH,SA;BYHOUR=9;BYMINUTE=0"), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (weekly("FREQ=HOURLY"), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (weekly("FREQ=DAILY;COUNT=3"), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (weekly("FREQ=DAILY;BYHOUR=99"), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (weekly(), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (reminder(recurrence={"freq": "WEEKLY"}), "UNSUPPORTED_TRIGGER_RECURRENCE"),
        (
            weekly("FREQ=DAILY;BYHOUR=9;BYMINUTE=0", "FREQ=DAILY;BYHOUR=12;BYMINUTE=0"),
            "UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL",
        ),
        (weekly(THURSDAYS, endDateTime="2026-11-24T00:00:00"), "INVALID_TRIGGER_SCHEDULED_TIME_VALUE"),
        ({"trigger": {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 9}}, "INVALID_ALERT_INFO"),
        ({"alertInfo": {}}, "MISSING_TRIGGER"),
        (["no reminder"], "INVALID_REQUEST"),
    ],
)
def test_what_the_real_service_refuses_is_refused_with_its_code(
    reminders: Reminders, sent: object, code: str
):
    with pytest.raises(Refused) as refused:
        reminders.create(sent)
    assert (refused.value.status, refused.value.code) == (400, code)
    assert reminders.all()["totalCount"] == "0"


def test_an_update_keeps_the_token_and_moves_the_ring(reminders: Reminders):
    token = reminders.create(reminder(scheduledTime="2026-11-24T10:00:00"))["alertToken"]
    made = reminders.update(token, reminder(scheduledTime="2026-11-25T10:00:00"))
    assert (made["alertToken"], made["version"]) == (token, "2")
    assert reminders.next_ring() == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_one_that_is_gone_is_not_found(reminders: Reminders):
    token = reminders.create(reminder(scheduledTime="2026-11-24T10:00:00"))["alertToken"]
    reminders.delete(token)
    for ask in (reminders.get, reminders.delete):
        with pytest.raises(Refused) as refused:
            ask(token)
        assert (refused.value.status, refused.value.code) == (404, "ALERT_NOT_FOUND")
    with pytest.raises(Refused) as refused:
        reminders.update(token, reminder(scheduledTime="2026-11-24T10:00:00"))
    assert refused.value.status == 404


def test_a_device_has_room_for_so_many(reminders: Reminders):
    with reminders.shelf.change() as kept:
        row = {"next": "2027-01-01T00:00:00+00:00", "updatedTime": "x"}
        kept["reminders"] = {str(n): row for n in range(MOST)}
    with pytest.raises(Refused) as refused:
        reminders.create(reminder(scheduledTime="2026-11-24T10:00:00"))
    assert (refused.value.status, refused.value.code) == (403, "MAX_REMINDERS_EXCEEDED")


def test_forgetting_leaves_nothing_of_them(reminders: Reminders, tmp_path: Path):
    reminders.create(reminder(scheduledTime="2026-11-24T10:00:00"))
    (tmp_path / "device.json.damaged").write_text(TEXT)
    reminders.forget()
    assert TEXT not in "".join(file.read_text() for file in tmp_path.iterdir())


def test_deleting_one_that_was_missed_leaves_nothing_to_tell(reminders: Reminders, clock: Hands):
    token = reminders.create(reminder(scheduledTime="2026-11-24T10:00:00"))["alertToken"]
    clock.move(days=2)
    bell = Bell(reminders, clock, lambda _: False)
    bell.look()
    reminders.delete(token)
    assert bell.missed() == []
