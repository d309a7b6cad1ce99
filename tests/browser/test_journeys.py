"""The three things people use it for, with the real skill behind the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selenium import webdriver

from skill import bootstrap
from skill.settings import Settings
from tests.browser.kitchen import Running, Visitor, running
from tests.chance import First
from tests.speaker.stand_in import Hands

REMINDER = "Your time in 15 minutes"


@dataclass
class Kitchen:
    """A page in front of the real skill, and the clock on its wall."""

    visitor: Visitor
    here: Running
    clock: Hands

    def converse(self, text: str, answer: str) -> None:
        """Says something, hears the answer out and waits for the microphone."""
        self.visitor.say(text)
        self.visitor.hears(answer)
        self.visitor.sees(lambda: self.visitor.microphone == "listening")
        self.clock.move(seconds=5)


@pytest.fixture
def kitchen(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[Kitchen]:
    clock = Hands()
    skill = bootstrap.build(Settings(data=tmp_path), clock=clock, chance=First())
    with running(skill, clock, tmp_path / "device") as here:
        visitor = Visitor(browser, here.address)
        visitor.open(speed=5)
        yield Kitchen(visitor, here, clock)
        browser.get("about:blank")


def test_a_check_in_from_the_question_to_telling_each_other(kitchen: Kitchen):
    kitchen.converse("today's check-in", "?")
    question = kitchen.visitor.answer
    kitchen.visitor.say("we'll tell each other")
    kitchen.visitor.sees(lambda: kitchen.visitor.answer not in ("", question))
    kitchen.visitor.sees(lambda: kitchen.visitor.microphone == "quiet")
    assert "?" not in kitchen.visitor.answer


def test_an_exercise_is_paused_and_taken_up_again_where_it_was(kitchen: Kitchen):
    page = kitchen.visitor
    page.open(speed=20)
    page.say("an exercise for me")
    page.hears("This is Kind minute")
    page.hears("Somewhere, somebody else")
    kitchen.clock.move(seconds=45)
    page.say("pause")
    page.hears("go on")
    page.sees(lambda: page.microphone == "quiet")
    kitchen.clock.move(minutes=20)
    page.say("go on")
    page.hears("Back to Kind minute")
    first = page.answer
    page.sees(lambda: page.answer != first)
    assert "Somewhere, somebody else" in first + page.answer
    page.hears("The kind words can stay")
    page.sees(lambda: page.microphone == "listening")
    assert page.answer.endswith("?")


def test_alone_time_is_booked_and_its_reminder_is_heard(kitchen: Kitchen):
    page = kitchen.visitor
    kitchen.converse("book alone time on Saturday at ten for an hour", "?")
    kitchen.converse("sam", "9:45 in the morning?")
    kitchen.converse("yes please", "Holding Hands would like to set reminders")
    page.say("yes")
    page.hears("I'll remind you")
    assert kitchen.here.speaker.bell.reminders.next_ring() == datetime(2026, 11, 28, 9, 45, tzinfo=UTC)
    assert not page.find("ring").is_displayed()
    kitchen.clock.at = datetime(2026, 11, 28, 9, 45, tzinfo=UTC)
    kitchen.here.speaker.bell.poked.set()
    page.sees(page.find("ring").is_displayed)
    assert page.find("ring-words").text == REMINDER
    page.press("ring-stop")
    page.sees(lambda: not page.find("ring").is_displayed())
