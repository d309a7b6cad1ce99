"""What stands on the button for sound is true: it comes with a tap, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Table
from tests.browser.scripts import VOICES
from tests.speaker.stand_in import close

Lay = Callable[..., Table]
GIVEN = {"CheckInIntent": close("Hello there."), "ExerciseIntent": close("Sit down.")}
ON = ("Sound is on", "true")
OFF = ("Tap for sound", "false")


@pytest.fixture
def page(table: Lay) -> Table:
    """A page on a device that has a voice."""
    here = table(GIVEN)
    here.visitor.browser.execute_script(VOICES, True)  # noqa: FBT003 - a voice
    return here


def label(here: Table) -> tuple[str, str | None]:
    button = here.visitor.find("sound")
    return button.text, button.get_attribute("aria-pressed")


def test_typing_and_the_keyboard_leave_it_as_it_is(page: Table):
    page.visitor.say("check in")
    page.visitor.hears("Hello there.")
    assert label(page) == OFF
    page.visitor.browser.find_elements(By.CLASS_NAME, "chip")[1].send_keys(Keys.ENTER)
    page.visitor.hears("Sit down.")
    assert label(page) == OFF


def test_the_first_tap_anywhere_brings_it(page: Table):
    page.visitor.press("words")
    assert label(page) == ON


def test_a_tap_on_it_brings_it_and_takes_it_away_and_no_other_tap_brings_it_back(page: Table):
    page.visitor.press("sound")
    assert label(page) == ON
    page.visitor.press("sound")
    page.visitor.press("words")
    assert label(page) == OFF


def test_while_a_child_sleeps_it_says_that_there_is_none(page: Table):
    page.visitor.press("sound")
    page.visitor.press("hush")
    assert label(page) == ("No sound now", "false")
    page.visitor.press("hush")
    assert label(page) == ON


def test_tapped_while_a_child_sleeps_it_brings_sound_back(page: Table):
    page.visitor.press("hush")
    page.visitor.press("sound")
    assert label(page) == ON
    assert page.visitor.find("hush").get_attribute("aria-pressed") == "false"
