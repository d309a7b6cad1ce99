"""The page's player: a track is steered by voice and by touch, and the skill is told what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from skill.speaker.devices.bell import Ring
from skill.speaker.pages import News
from skill.speaker.speaker import ring_news
from tests.browser.conftest import Table
from tests.browser.tone import ANSWERS, SECONDS, STOP, TOKEN, begun, play, sound, told, with_a_tone
from tests.speaker.stand_in import close

Lay = Callable[..., Table]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_a_tone(tmp_path_factory.mktemp("built"))


@pytest.fixture
def here(table: Lay, built: Path) -> Table:
    laid = table(dict(ANSWERS), speed=1, audio=built)
    laid.visitor.press("sound")
    return laid


def label(here: Table) -> str | None:
    return here.visitor.find("track-play").get_attribute("aria-label")


def test_a_track_plays_shows_how_far_it_is_and_says_so(here: Table):
    begun(here)
    assert here.visitor.find("track-title").text == "Slow breath"
    assert label(here) == "Pause"
    here.visitor.sees(
        lambda: here.visitor.find("track-far").get_attribute("aria-valuenow") not in ("0", None)
    )
    here.visitor.sees(lambda: here.visitor.find("track-left").text == "0:38 left")
    assert here.skill.last["request"]["token"] == TOKEN
    here.visitor.sees(lambda: sound(here, "volume") == pytest.approx(0.8))


def test_paused_by_touch_it_tells_where_and_goes_on_from_where_the_skill_says(here: Table):
    begun(here)
    here.visitor.sees(lambda: sound(here, "currentTime") > 0.5)
    here.visitor.press("track-play")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])
    assert 500 < here.skill.last["request"]["offsetInMilliseconds"] < SECONDS * 1000
    assert (sound(here, "paused"), label(here)) == (True, "Play")
    here.visitor.press("track-play")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped", "Started"])
    assert here.skill.last["request"]["offsetInMilliseconds"] >= 21000
    assert sound(here, "currentTime") >= 21


def test_paused_by_voice_it_stops_and_tells_where(here: Table):
    begun(here)
    here.visitor.say("pause")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])
    assert sound(here, "paused")
    assert here.visitor.find("track").is_displayed()


def test_paused_it_makes_room_for_what_is_told(here: Table):
    begun(here)
    here.visitor.say("pause")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])
    here.visitor.say("check in")
    here.visitor.hears("Good evening")
    assert not here.visitor.find("track").is_displayed()


def test_a_stop_with_words_still_tells_where_it_stood(here: Table):
    order = STOP["response"]["directives"]
    here.skill.answers = ANSWERS | {"CheckInIntent": close("Good night.", directives=order)}
    begun(here)
    here.visitor.say("check in")
    here.visitor.hears("Good night.")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])
    assert not here.visitor.find("track").is_displayed()


def test_what_is_said_is_heard_over_it(here: Table):
    begun(here)
    here.visitor.sees(lambda: sound(here, "volume") > 0.7)
    here.visitor.say("check in")
    here.visitor.sees(lambda: sound(here, "volume") < 0.2)
    assert not sound(here, "paused")
    here.visitor.escape()
    here.visitor.sees(lambda: told(here)[-1] == "Stopped")


def test_a_reminder_is_heard_over_it_and_then_it_is_as_loud_as_before(here: Table):
    begun(here)
    here.visitor.sees(lambda: sound(here, "volume") > 0.7)
    here.here.speaker.pages.tell(ring_news(Ring("t", "Your time starts now", "It is time.")))
    here.visitor.sees(lambda: sound(here, "volume") < 0.2)
    here.visitor.press("ring-stop")
    here.visitor.sees(lambda: sound(here, "volume") > 0.7)


def test_next_plays_what_the_skill_says_and_keeps_the_keyboard_where_it_was(here: Table):
    begun(here)
    button = here.visitor.find("track-next")
    button.send_keys(Keys.ENTER)
    here.visitor.sees(lambda: here.visitor.find("track-title").text == "Tea for one")
    here.visitor.sees(lambda: told(here) == ["Started", "Started"])
    assert here.visitor.browser.switch_to.active_element == button


def test_heard_to_its_end_it_is_finished_once_and_goes(table: Lay, built: Path):
    here = table(dict(ANSWERS), speed=8, audio=built)
    here.visitor.press("sound")
    here.visitor.say("start a two minute exercise")
    here.visitor.sees(lambda: told(here)[-1:] == ["Finished"])
    assert told(here) == ["Started", "NearlyFinished", "Finished"]
    assert not here.visitor.find("track").is_displayed()


def test_what_can_not_be_fetched_has_failed(here: Table):
    here.skill.answers = {"ExerciseIntent": lambda sent: play(sent, file="rain.mp3")}
    here.visitor.say("start a two minute exercise")
    here.visitor.sees(lambda: told(here) == ["Failed"])
    assert not here.visitor.find("track").is_displayed()


def test_while_a_child_sleeps_it_is_paused(here: Table):
    begun(here)
    here.visitor.press("hush")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])
    assert sound(here, "paused")


def test_where_nothing_is_heard_no_player_is_offered(table: Lay, built: Path):
    here = table(dict(ANSWERS), speed=1, audio=built)
    here.visitor.say("check in")
    here.visitor.hears("Good evening")
    assert here.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {}
    here.visitor.press("sound")
    here.visitor.say("check in")
    here.visitor.sees(lambda: len(here.skill.heard) == 2)
    assert here.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {"AudioPlayer": {}}


def test_another_page_that_plays_takes_it_over(here: Table):
    begun(here)
    here.here.speaker.pages.tell(News("track", {"play": "another"}))
    here.visitor.sees(lambda: sound(here, "paused"))
    assert not here.visitor.find("track").is_displayed()
    assert told(here) == ["Started"]


def test_a_page_that_is_left_tells_where_it_stood(here: Table):
    begun(here)
    here.visitor.browser.get("about:blank")
    here.visitor.sees(lambda: told(here) == ["Started", "Stopped"])


def test_the_volume_is_the_listeners(here: Table):
    begun(here)
    slider = here.visitor.find("track-volume")
    slider.send_keys(Keys.HOME)
    here.visitor.sees(lambda: sound(here, "volume") == 0)
    slider.send_keys(Keys.END)
    here.visitor.sees(lambda: sound(here, "volume") == 1)


def test_a_locked_phone_shows_it_and_its_buttons_do_the_same(here: Table):
    begun(here)
    read = "return [navigator.mediaSession.metadata.title, navigator.mediaSession.playbackState]"
    assert here.visitor.browser.execute_script(read) == ["Slow breath", "playing"]
    here.visitor.press("track-play")
    here.visitor.sees(lambda: here.visitor.browser.execute_script(read)[1] == "paused")


def test_every_button_has_a_name_and_room_for_a_thumb(here: Table):
    begun(here)
    with here.visitor.in_a_hand(390, 844):
        for id_ in ("track-previous", "track-play", "track-next", "track-volume"):
            part = here.visitor.find(id_)
            assert part.accessible_name
            assert min(part.size["width"], part.size["height"]) >= 44
        assert here.visitor.browser.execute_script("return document.body.scrollWidth") <= 390
