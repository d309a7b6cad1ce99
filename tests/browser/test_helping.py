"""Who helps stays beside the answer, equally plain whichever was spoken of, until closed or talk goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from tests.browser.conftest import Table
from tests.browser.kitchen import Visitor
from tests.browser.scripts import CONTRAST, SIZES
from tests.speaker.stand_in import ask, close, digits

Lay = Callable[..., Table]
PHONES = [(390, 844), (360, 640), (320, 568)]
WHOLE = (
    f"Here's the support list. In an emergency, call {digits('911')}. For feeling low: call {digits('988')}. "
    f"For feeling safe at home: call {digits('1 800 799 7233')}. Shall I say that again?"
)
ALONE = f"For feeling safe at home: call {digits('1 800 799 7233')}."
DANGER = f"I'm glad you said it. If there's danger now, call {digits('911')}. Shall I say that again?"
CARD = {"type": "Simple", "title": "Kind minute", "content": "Drawn from a study.\n\n" * 12}
GIVEN = {
    "CheckInIntent": ask(WHOLE, "I can say each number once more."),
    "ExerciseIntent": ask("Sit down. And now?", card=CARD),
    "AMAZON.NoIntent": close("All right."),
    "AMAZON.StopIntent": close("All right."),
    "SkipIntent": close(ALONE),
    "RemindMeIntent": close(
        ALONE.replace("feeling safe at home", "a crisis").replace("1 800 799 7233", "988")
    ),
    "AMAZON.HelpIntent": ask(DANGER, DANGER),
}


def shown(page: Visitor) -> bool:
    return page.find("help").is_displayed()


def asked_for(here: Table, words: str = "check in") -> Visitor:
    """A page that shows the list."""
    here.visitor.say(words)
    here.visitor.sees(lambda: shown(here.visitor))
    return here.visitor


def test_numbers_stay_after_the_reprompt_and_the_silence_after_it(table: Lay):
    here = table(GIVEN)
    page = asked_for(here)
    page.sees(lambda: here.skill.kinds[-1] == "SessionEndedRequest")
    page.sees(lambda: page.answer == "I'm here.")
    assert shown(page)


def test_they_are_links_that_call_and_text(table: Lay):
    page = asked_for(table(GIVEN))
    assert page.find("help-title").text == "Support for families"
    links = page.browser.find_elements(By.CSS_SELECTOR, "#help a")
    assert [(link.text, link.get_attribute("href")) for link in links] == [
        ("Call 911", "tel:911"),
        ("Call 1 833 852 6262", "tel:18338526262"),
        ("Text 1 833 852 6262", "sms:18338526262"),
        ("Call 988", "tel:988"),
        ("Text 988", "sms:988"),
        ("Call 1 800 799 7233", "tel:18007997233"),
    ]
    assert min(link.size["height"] for link in links) >= 44


@pytest.mark.parametrize("words", ["no", "stop"])
def test_they_stay_however_their_conversation_ends_and_go_with_the_next(table: Lay, words: str):
    page = asked_for(table(GIVEN))
    page.say(words)
    page.hears("All right.")
    assert shown(page)
    page.say("start a two-minute exercise")
    page.hears("Sit down.")
    assert not shown(page)
    assert "799" not in page.browser.page_source


def test_closed_they_are_gone_and_the_keyboard_is_not_lost(table: Lay):
    page = asked_for(table(GIVEN))
    page.press("help-close")
    assert not shown(page)
    assert "799" not in page.browser.page_source
    assert page.browser.switch_to.active_element.get_attribute("id") == "said"


def test_escape_closes_them_once_nothing_is_open(table: Lay):
    page = asked_for(table(GIVEN), "skip")
    page.sees(lambda: page.microphone == "quiet")
    page.escape()
    assert not shown(page)


def test_one_kind_asked_for_by_its_name_looks_like_every_other(table: Lay):
    here = table(GIVEN, speed=1)
    seen: list[Any] = []
    for words in ("skip", "remind me"):
        page = asked_for(here, words)
        page.hears("Here is who can help.")
        seen.append((page.answer, page.find("help").text))
        assert "safe at home" not in page.answer
    assert seen[0] == seen[1]


def test_beside_the_list_its_numbers_are_not_written_out_once_more(table: Lay):
    page = asked_for(table(GIVEN, speed=1))
    assert page.answer == "Here's the support list. Shall I say that again?"


def test_in_danger_every_word_is_shown_and_the_numbers_too(table: Lay):
    page = asked_for(table(GIVEN, speed=1), "help")
    page.hears("If there's danger now, call 911.")


def test_without_a_number_nothing_is_shown(table: Lay):
    page = table(GIVEN).visitor
    page.say("stop")
    page.hears("All right.")
    assert not shown(page)
    assert page.browser.find_elements(By.CSS_SELECTOR, "#help a") == []


IN_SIGHT = """
const box = document.getElementById(arguments[0]).getBoundingClientRect();
const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
  && hit.closest("#" + arguments[0]) !== null && scrollY === 0;
"""
ALL_OF_IT = "const at = document.getElementById('main'); at.scrollTop = at.scrollHeight;"


@pytest.mark.parametrize(("width", "height"), PHONES)
@pytest.mark.parametrize("words", ["check in", "start a two-minute exercise"])
def test_on_a_phone_the_field_and_its_button_stay_in_sight(table: Lay, words: str, width: int, height: int):
    here = table(GIVEN, speed=1)
    page = here.visitor
    browser = page.browser
    with page.in_a_hand(width, height):
        page.say(words)
        page.sees(lambda: page.microphone == "listening")
        browser.execute_script("document.getElementById('card').open = true")
        for id_ in ("words", "send", "sound", "hush"):
            assert browser.execute_script(IN_SIGHT, id_), id_
        size = "return [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        assert browser.execute_script(size) == [width, height]
        assert min(browser.execute_script(SIZES)) >= 44
        browser.execute_script(ALL_OF_IT)
        last = page.browser.find_element(By.CSS_SELECTOR, "#help:not([hidden]) > p, #card:not([hidden]) p")
        assert last.rect["y"] + last.rect["height"] <= page.find("words").rect["y"]


@pytest.mark.parametrize("width", [390, 1280])
def test_every_word_of_it_stands_out_seven_to_one(table: Lay, width: int):
    page = table(GIVEN, speed=1).visitor
    with page.in_a_hand(width, 844):
        page.say("check in")
        page.sees(lambda: shown(page))
        all_words = CONTRAST.replace('"h1, ', '"h1, h2, a, dt, dd, ')
        assert page.browser.execute_script(all_words) == []


def test_it_is_a_place_of_its_own_and_not_read_out_over_the_answer(table: Lay):
    page = asked_for(table(GIVEN))
    assert page.find("help").accessible_name == "Support for families"
    heard = "return document.getElementById('help').closest('[aria-live], [role=status], [role=alert]')"
    assert page.browser.execute_script(heard) is None
