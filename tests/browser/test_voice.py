"""The page speaks with the speaker's voice from its first sound on; words follow it, and it can be hushed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from selenium import webdriver

from skill.speaker.devices.bell import Ring
from skill.speaker.speaker import ring_news
from skill.speaker.voice.port import Sound, Style, Unreachable, Words
from skill.speaker.voice.rendering import Voice
from tests.browser.conftest import Table
from tests.browser.humming import EXERCISE, Humming
from tests.browser.kitchen import Visitor
from tests.browser.scripts import SPY
from tests.browser.tape import RINGS, Tape, taping, tapped
from tests.speaker.stand_in import ask, close

Lay = Callable[..., Table]
RING = Ring("t", "Your time starts now", "Here's your reminder.")


class Hoarse:
    """A voice that can't speak now."""

    name = "hoarse"

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        _ = words, style
        raise Unreachable


@pytest.fixture
def lay(table: Lay, browser: webdriver.Chrome) -> Iterator[Lay]:
    def with_tapes(*args: object, **kwargs: object) -> Table:
        here = table(*args, **kwargs)
        tapped(here.visitor)
        return here

    with taping(Visitor(browser, "")):
        yield with_tapes


def test_it_speaks_with_the_speakers_voice_and_rests_just_as_long_as_it_says(lay: Lay):
    here = lay({"ExerciseIntent": ask(EXERCISE)}, speed=4, voice=Voice(Humming()))
    here.visitor.say("start a two-minute exercise")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    assert Tape(here.visitor, speed=4).silences(1) == pytest.approx([4, 12], abs=0.05)


def test_words_and_rests_on_the_screen_follow_the_sound(lay: Lay):
    here = lay({"ExerciseIntent": ask(EXERCISE)}, speed=4, voice=Voice(Humming()))
    here.visitor.say("start a two-minute exercise")
    here.visitor.hears("Sit down.")
    here.visitor.sees(here.visitor.find("rest").is_displayed)
    assert here.visitor.answer == "Sit down."
    here.visitor.hears("Breathe out.")
    assert not here.visitor.find("rest").is_displayed()
    here.visitor.hears("All done.")


def test_words_on_the_screen_follow_a_rest_that_gives_some_of_its_time(lay: Lay):
    slowly = '<prosody rate="95%">Sit. <break time="4s"/>Breathe. <break time="9s"/>Done.</prosody>'
    here = lay({"ExerciseIntent": ask(slowly)}, speed=4, voice=Voice(Humming()))
    here.visitor.say("start a two-minute exercise")
    here.visitor.hears("Sit.")
    for words in ("Breathe.", "Done."):
        here.visitor.sees(here.visitor.find("rest").is_displayed)
        here.visitor.hears(words)
        assert not here.visitor.find("rest").is_displayed()
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    assert Tape(here.visitor, speed=4).silences(1) == pytest.approx([3.6, 8.6], abs=0.05)


def test_it_begins_before_the_rest_is_made(lay: Lay):
    slow = Humming(waits="Good night.")
    here = lay({"CheckInIntent": close("Hello there. Good night.")}, speed=1, voice=Voice(slow))
    here.visitor.say("check in")
    here.visitor.sees(lambda: not Tape(here.visitor).is_silent)
    assert not slow.may.is_set()
    here.visitor.hears("Hello there.")
    slow.may.set()
    here.visitor.sees(lambda: len(Tape(here.visitor).silences(0.2)) == 1)


def test_interrupted_it_is_quiet_at_once(lay: Lay):
    here = lay({"CheckInIntent": close("A word. " * 30)}, speed=1, voice=Voice(Humming()))
    here.visitor.say("check in")
    here.visitor.sees(lambda: not Tape(here.visitor).is_silent)
    here.visitor.escape()
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 300)")
    ended = np.flatnonzero(Tape(here.visitor).samples)[-1]
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 1500)")
    assert np.flatnonzero(Tape(here.visitor).samples)[-1] == ended


def test_while_a_child_sleeps_nothing_is_heard_and_the_words_go_on(lay: Lay):
    here = lay({"ExerciseIntent": ask(EXERCISE)}, speed=4, voice=Voice(Humming()))
    here.visitor.press("hush")
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 300)")
    here.visitor.say("start a two-minute exercise")
    for words in ("Sit down.", "Breathe out.", "All done."):
        here.visitor.hears(words)
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    assert Tape(here.visitor).is_silent


def test_where_the_speaker_can_not_speak_the_words_take_their_time(lay: Lay):
    here = lay({"ExerciseIntent": ask(EXERCISE)}, voice=Voice(Hoarse()))
    here.visitor.say("start a two-minute exercise")
    for words in ("Sit down.", "Breathe out.", "All done."):
        here.visitor.hears(words)
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    assert Tape(here.visitor).is_silent


def test_a_voice_that_fails_midway_leaves_the_rest_to_the_screen(lay: Lay):
    class Failing(Humming):
        def speak(self, words: Words, style: Style) -> Iterator[Sound]:
            if words.words != "Sit down.":
                raise Unreachable
            yield from super().speak(words, style)

    here = lay({"ExerciseIntent": ask(EXERCISE)}, voice=Voice(Failing()))
    here.visitor.say("start a two-minute exercise")
    for words in ("Sit down.", "Breathe out.", "All done."):
        here.visitor.hears(words)


def test_a_chime_that_was_not_built_is_struck_beside_the_words(lay: Lay):
    chimes = '<audio src="http://x/audio/chime-{}.mp3"/>'
    speech = f"{chimes.format('start')}Sit down.<break time='4s'/>{chimes.format('end')}All done."
    here = lay({"ExerciseIntent": close(speech)}, speed=4, voice=Voice(Humming()))
    here.visitor.browser.execute_script(SPY)
    here.visitor.say("start a two-minute exercise")
    here.visitor.sees(lambda: here.visitor.browser.execute_script("return window.bells") == 4 + 8)


def test_a_reminder_chimes_and_is_spoken_twice_and_speech_stands_still_meanwhile(lay: Lay):
    here = lay({"ExerciseIntent": ask(EXERCISE)}, speed=2, voice=Voice(Humming()))
    here.visitor.say("start a two-minute exercise")
    here.visitor.sees(lambda: not Tape(here.visitor).is_silent)
    here.here.speaker.pages.tell(ring_news(RING, here.here.speaker.sounds))
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    here.visitor.press("ring-stop")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    assert not Tape(here.visitor, RINGS).is_silent
    assert Tape(here.visitor, speed=2).silences(1) == pytest.approx([4, 12], abs=0.05)
