"""A speaker that was switched off is missed, and found again without anybody reloading the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from selenium import webdriver

from tests.browser.kitchen import Visitor, running
from tests.speaker.stand_in import Hands, StandIn, close

GONE, BACK = "The speaker cannot be reached.", "I'm here again."
REFUSING = """
const Real = window.EventSource;
let refused = 0;
window.EventSource = function (path) { return new Real(refused++ ? path : "/nothing-here"); };
window.EventSource.CLOSED = Real.CLOSED;
"""


@pytest.fixture
def page(browser: webdriver.Chrome) -> Iterator[Visitor]:
    """A page that was open when its speaker went."""
    with running(StandIn({}), Hands()) as here:
        visitor = Visitor(browser, here.address)
        visitor.open()
    visitor.say("check in")
    visitor.hears(GONE)
    yield visitor
    browser.get("about:blank")


def test_when_the_speaker_is_back_the_page_says_so_and_works(page: Visitor):
    with running(StandIn({"CheckInIntent": close("Hello.")}), Hands(), port=urlsplit(page.address).port or 0):
        page.hears(BACK)
        page.say("check in")
        page.hears("Hello.")


def test_a_page_that_was_refused_asks_again(page: Visitor):
    page.browser.execute_script(REFUSING)
    page.say("check in")
    with running(StandIn({}), Hands(), port=urlsplit(page.address).port or 0):
        page.hears(BACK)
