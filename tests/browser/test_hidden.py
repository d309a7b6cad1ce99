"""In a tab that nobody looks at, what is heard goes on as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from skill.speaker.devices.bell import Ring
from skill.speaker.pages import News
from skill.speaker.speaker import ring_news
from skill.speaker.voice.rendering import Voice
from tests.browser.conftest import Table
from tests.browser.humming import EXERCISE, Humming
from tests.browser.tape import RINGS, Tape, taping, tapped
from tests.browser.tone import ANSWERS, begun, sound, told, with_a_tone
from tests.speaker.stand_in import ask

Lay = Callable[..., Table]
WATCH = "window.unseen = 0; document.addEventListener('visibilitychange', () => (unseen += document.hidden))"


@contextmanager
def elsewhere(here: Table) -> Iterator[None]:
    """Another tab lies over the page until the end of the block."""
    browser = here.visitor.browser
    page = browser.current_window_handle
    browser.execute_script(WATCH)
    browser.switch_to.new_window("tab")
    try:
        yield
    finally:
        browser.close()
        browser.switch_to.window(page)
    assert browser.execute_script("return unseen") > 0


def passes(here: Table, seconds: float) -> None:
    """Time passes, in whichever tab is seen."""
    here.visitor.browser.execute_async_script("setTimeout(arguments[1], arguments[0])", 1000 * seconds)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_a_tone(tmp_path_factory.mktemp("built"))


@pytest.fixture
def spoken(table: Lay) -> Iterator[Table]:
    """A page whose speech is recorded."""
    here = table({"ExerciseIntent": ask(EXERCISE)}, speed=1, voice=Voice(Humming()))
    with taping(here.visitor):
        here.visitor.open(4)
        tapped(here.visitor)
        yield here


def test_a_track_is_heard_to_its_end_and_the_skill_is_told(table: Lay, built: Path):
    here = table(dict(ANSWERS), speed=8, audio=built)
    here.visitor.press("sound")
    begun(here)
    with elsewhere(here):
        here.visitor.sees(lambda: told(here)[-1:] == ["Finished"])
    assert told(here) == ["Started", "NearlyFinished", "Finished"]
    assert not here.visitor.find("track").is_displayed()


def test_a_track_goes_softer_for_a_reminder_and_stops_where_another_page_plays(table: Lay, built: Path):
    here = table(dict(ANSWERS), speed=1, audio=built)
    here.visitor.press("sound")
    begun(here)
    here.visitor.sees(lambda: sound(here, "volume") > 0.7)
    with elsewhere(here):
        here.here.speaker.pages.tell(ring_news(Ring("t", "Your time starts now", "It is time.")))
        passes(here, 1.5)
    assert sound(here, "volume") < 0.2
    assert not sound(here, "paused")
    with elsewhere(here):
        here.here.speaker.pages.tell(News("track", {"play": "another"}))
        passes(here, 1.5)
    assert sound(here, "paused")


def test_an_exercise_in_speech_rests_as_long_as_it_says_and_then_listens(spoken: Table):
    spoken.visitor.say("start a two-minute exercise")
    spoken.visitor.hears("Sit down.")
    with elsewhere(spoken):
        passes(spoken, 6)
    assert Tape(spoken.visitor, speed=4).silences(1)[:2] == pytest.approx([4, 12], abs=0.05)
    spoken.visitor.hears("All done.")
    spoken.visitor.sees(lambda: spoken.visitor.microphone == "listening")


def test_a_reminder_rings(spoken: Table):
    with elsewhere(spoken):
        spoken.here.speaker.pages.tell(ring_news(Ring("t", "Your time starts now", "It is time.")))
        passes(spoken, 4)
    assert not Tape(spoken.visitor, RINGS).is_silent
