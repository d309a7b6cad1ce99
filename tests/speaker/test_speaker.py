from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tests.speaker.conftest import Kitchen
from tests.speaker.devices.test_reminders import TEXT, reminder


def test_four_in_the_morning_comes_once_a_day(kitchen: Callable[..., Kitchen]):
    here = kitchen(zone="America/New_York")
    here.speaker.do_chores()
    here.clock.at = datetime(2026, 11, 24, 8, 59, tzinfo=UTC)
    here.speaker.do_chores()
    assert here.skill.nights == 1
    here.clock.move(minutes=1)
    here.speaker.do_chores()
    here.speaker.do_chores()
    assert here.skill.nights == 2


def test_a_reminder_nobody_could_hear_greets_the_next_page_and_only_that(home: Kitchen):
    home.speaker.grant(granted=True)
    home.client.post(
        "/v1/alerts/reminders", json=reminder(scheduledTime="2026-11-24T10:00:00"), headers=home.token
    )
    home.clock.at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    home.speaker.bell.look()
    page, other = home.speaker.welcome(), home.speaker.welcome()
    told = [page.waiting.get_nowait() for _ in range(2)]
    assert told[1].row["text"] == TEXT
    assert other.waiting.qsize() == 1
