"""The page suits a small screen, tired eyes, and whoever does not see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver.common.by import By

from skill.speaker.devices.bell import Ring
from skill.speaker.speaker import ring_news
from tests.browser.conftest import Table
from tests.browser.scripts import CONTRAST, SIZES, STYLE
from tests.speaker.stand_in import ask

Lay = Callable[..., Table]
TEXT = "Your time in 15 minutes"
RING = ring_news(Ring("t", TEXT, f"Here's your reminder. {TEXT}."))


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844), (768, 1024), (1280, 800)])
def test_it_fits_the_width_and_the_field_is_large(table: Lay, width: int, height: int):
    here = table({"CheckInIntent": ask("What made you smile at the other one today?")})
    browser = here.visitor.browser
    with here.visitor.in_a_hand(width, height):
        here.visitor.say("check in")
        here.visitor.hears("What made you smile")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert here.visitor.find("words").size["height"] >= 48
        assert min(browser.execute_script(SIZES)) >= 44
        assert float(browser.execute_script(STYLE, "answer", "fontSize").removesuffix("px")) >= 24


@pytest.mark.parametrize(("width", "height"), [(360, 740), (390, 844), (1280, 800)])
def test_all_three_things_to_say_are_in_sight(table: Lay, width: int, height: int):
    here = table({"CheckInIntent": ask("What made you smile at the other one today?")})
    with here.visitor.in_a_hand(width, height):
        chips = here.visitor.browser.find_elements(By.CLASS_NAME, "chip")
        assert len(chips) == 3
        for rect in (chip.rect for chip in chips):
            assert rect["x"] >= 0
            assert rect["x"] + rect["width"] <= width
            assert rect["y"] + rect["height"] <= height


def test_every_word_stands_out_from_the_dark_seven_to_one(table: Lay):
    here = table({"CheckInIntent": ask("And?")})
    here.visitor.say("check in")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    here.here.speaker.pages.tell(RING)
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    here.visitor.press("hush")
    assert here.visitor.browser.execute_script(CONTRAST) == []


def test_those_who_want_no_motion_get_none(table: Lay):
    here = table({"CheckInIntent": ask("And?")}, speed=1)
    reduced = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    here.visitor.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", reduced)
    try:
        here.visitor.say("check in")
        here.visitor.sees(lambda: here.visitor.microphone == "listening")
        moving = "return document.getAnimations().filter(a => a.playState === 'running').length"
        assert here.visitor.browser.execute_script(moving) == 0
    finally:
        here.visitor.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_screen_reader_hears_answer_state_and_reminder(table: Lay):
    here = table({})
    page = here.visitor
    assert page.browser.find_element(By.CSS_SELECTOR, ".answer").get_attribute("aria-live") == "polite"
    assert page.find("microphone").get_attribute("role") == "status"
    assert page.find("ring").get_attribute("role") == "alert"
    unnamed = (
        "return [...document.querySelectorAll('button, input')].filter(e =>"
        " !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).length"
    )
    assert page.browser.execute_script(unnamed) == 0


def test_what_is_typed_is_offered_to_no_speller_and_no_memory(table: Lay):
    field = table({}).visitor.find("words")
    assert field.get_attribute("spellcheck") == "false"
    assert field.get_attribute("autocomplete") == "off"
