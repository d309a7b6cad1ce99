from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tests.speaker.conftest import Kitchen
from tests.speaker.devices.test_reminders import TEXT, reminder
from tests.speaker.stand_in import hand_over


def test_every_quarter_of_an_hour_it_is_seen_whether_somebodys_night_has_come(home: Kitchen):
    home.speaker.do_chores()
    home.clock.move(minutes=14, seconds=59)
    home.speaker.do_chores()
    assert home.skill.nights == 1
    for _ in range(2):
        home.clock.move(minutes=15)
        home.speaker.do_chores()
    assert home.skill.nights == 3


def test_a_clock_that_is_set_back_does_not_hold_the_night_up(home: Kitchen):
    home.speaker.do_chores()
    home.clock.move(hours=-6)
    home.speaker.do_chores()
    assert home.skill.nights == 2


def test_a_permission_given_by_voice_reaches_every_open_page(kitchen: Callable[..., Kitchen]):
    here = kitchen({"RemindMeIntent": hand_over()})
    page = here.speaker.welcome()
    assert page.waiting.get_nowait().row == {"reminders": "", "voice": False, "chime": ""}
    asked = here.speaker.echo.say("remind me")
    here.speaker.echo.say("yes", session=asked.session)
    assert page.waiting.get_nowait().row == {"reminders": "GRANTED", "voice": False, "chime": ""}


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
