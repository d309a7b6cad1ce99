"""Where something comes from: a quiet line under the answer, folded up until somebody wants to know."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Table
from tests.browser.scripts import CONTRAST
from tests.speaker.stand_in import ask, close

TEXT = (
    "Drawn from a study in which couples wrote about a quarrel as a neutral friend, three times a year."
    "\n\nSource: Finkel 2013, Psychological Science, doi 10.1177/0956797612474938"
    "\n\nBehind it: a few good studies."
)
CARD = {"type": "Simple", "title": "A kind friend's view", "content": TEXT}
GIVEN = {"ExerciseIntent": ask("Sit down. And now?", card=CARD), "AMAZON.StopIntent": close("Good night.")}


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_unfolded_by_a_key_fits_and_goes_with_the_answer(table: Callable[..., Table], width: int):
    here = table(GIVEN, speed=1).visitor
    with here.in_a_hand(width, 740):
        assert not here.find("card").is_displayed()
        here.say("start a two-minute exercise")
        here.sees(here.find("card").is_displayed)
        assert not here.find("card-text").is_displayed()
        line = here.browser.find_element(By.CSS_SELECTOR, "#card summary")
        assert (line.text, line.size["height"] >= 44) == ("Where this comes from", True)
        line.send_keys(Keys.ENTER)
        here.sees(here.find("card-text").is_displayed)
        assert (here.find("card-title").text, here.find("card-text").text) == (CARD["title"], TEXT)
        assert here.browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert here.browser.execute_script(CONTRAST.replace('"h1, ', '"h1, h2, summary, ')) == []
        here.say("stop")
        here.hears("Good night.")
        assert not here.find("card").is_displayed()
        assert "Finkel" not in here.browser.page_source


def test_it_is_not_read_out_with_the_answer(table: Callable[..., Table]):
    here = table(GIVEN).visitor
    heard = "return document.getElementById('card').closest('[aria-live], [role]')"
    assert here.browser.execute_script(heard) is None
