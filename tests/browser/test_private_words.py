"""Kept words are spoken and never shown; where nothing can speak them, the page says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Table
from tests.browser.scripts import VOICES
from tests.speaker.stand_in import close

WHISPERED = 'One of you said: <amazon:effect name="whispered">her laugh</amazon:effect>. Lovely.'
NEEDS_A_VOICE = "a voice on this device"


@pytest.mark.parametrize("voiced", [True, False])
def test_where_there_is_no_voice_the_page_says_what_kept_words_need(
    table: Callable[..., Table],
    voiced: bool,  # noqa: FBT001 - the case
):
    here = table({"CheckInIntent": close(WHISPERED)}, speed=1).visitor
    here.browser.execute_script(VOICES, voiced)
    here.press("sound")
    here.say("check in")
    here.hears("One of you said:")
    assert (NEEDS_A_VOICE in here.answer) is not voiced
    assert "her laugh" not in here.browser.page_source


def test_while_a_child_sleeps_it_says_so_too(table: Callable[..., Table]):
    voiced = True
    here = table({"CheckInIntent": close(WHISPERED)}, speed=1).visitor
    here.browser.execute_script(VOICES, voiced)
    here.press("sound")
    here.press("hush")
    here.say("check in")
    here.hears(NEEDS_A_VOICE)
