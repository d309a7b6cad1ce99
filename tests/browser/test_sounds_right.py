"""What the page plays in a whole exercise and in a reminder is recorded, and measured in its samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from selenium import webdriver

from audio.build import SoundJob
from skill import bootstrap
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import STANDARD
from skill.library import Library
from skill.settings import Settings
from skill.speaker.devices.bell import Ring
from skill.speaker.door import at_home
from skill.speaker.speaker import Place, Speaker, ring_news
from skill.speaker.ssml import Part, Pause, Play, Say
from skill.speaker.voice.opening import open_voice
from skill.speaker.voice.port import RATE
from skill.speaker.voice.rendering import Voice
from tests.browser.kitchen import Running, Visitor, running
from tests.browser.tape import FLOOR, RINGS, Samples, Tape, level, silences, taping, tapped
from tests.chance import First
from tests.speaker.stand_in import Hands
from tests.speaker.test_door import free_port

SPEED = 8
"""The page's clock, and with it the sound: two minutes in a quarter of one."""
WITHIN = 0.5
"""Seconds by which a rest may miss its length."""
SENTENCES = 2.5
"""Seconds; between two sentences, and around a chime, it is quiet for less."""
CHIMED = 1.5
"""Seconds of a chime before the words."""
CHIMES = ("chime-start.mp3", "chime-end.mp3")
RING = Ring("t", "Your time starts now", "Here's your reminder. Your time starts now.")


@dataclass
class Kitchen:
    """The real skill, with the voice of this machine and the chimes."""

    visitor: Visitor
    here: Running

    def heard(self) -> Tape:
        """What was spoken until now."""
        return Tape(self.visitor, speed=SPEED)


@pytest.fixture(scope="module")
def chimes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    for name in CHIMES:
        SoundJob(folder, name, "test").run()
    return folder


def voice_of(chimes: Path, clock: Hands) -> Voice:
    voice = open_voice(Settings(None, voice="offline"), None, chimes, clock)
    assert voice is not None
    return voice


@pytest.fixture
def kitchen(browser: webdriver.Chrome, chimes: Path, tmp_path: Path) -> Iterator[Callable[[float], Kitchen]]:
    clock, port = Hands(), free_port()
    settings = at_home(Settings(tmp_path), f"http://127.0.0.1:{port}")
    skill = bootstrap.build(settings, clock=clock, chance=First())
    voice = voice_of(chimes, clock)
    with (
        running(skill, clock, tmp_path / "device", port=port, voice=voice, audio=chimes) as here,
        taping(Visitor(browser, here.address)),
    ):

        def enter(speed: float) -> Kitchen:
            visitor = Visitor(browser, here.address)
            visitor.open(speed)
            tapped(visitor)
            return Kitchen(visitor, here)

        yield enter
        browser.get("about:blank")


def rests(exercise: Exercise) -> list[float]:
    """The quiet after each step that is long enough to be known from one between two sentences."""
    return [step.quiet(STANDARD) for step in exercise.steps if step.quiet(STANDARD) > SENTENCES]


def begun(here: Kitchen, wish: str) -> Exercise:
    """The exercise that a wish begins, by the name that the page shows."""
    here.visitor.say(wish)
    here.visitor.hears("This is ")
    library, answer = Library.english(), here.visitor.answer
    return next(
        e for e in library.exercises if answer.startswith(f"This is {library.shown('en-US', e.name.key)}")
    )


@pytest.mark.parametrize(
    "wish", ["an exercise for me", "an exercise for the senses", "something for our shoulders"]
)
def test_every_rest_of_an_exercise_is_as_long_as_it_says(wish: str, kitchen: Callable[[float], Kitchen]):
    here = kitchen(SPEED)
    exercise = begun(here, wish)
    here.visitor.hears("Once more, something else, or enough for now?")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    tape = here.heard()
    assert tape.silences(SENTENCES) == pytest.approx(rests(exercise), abs=WITHIN)
    sounding = np.flatnonzero(tape.samples)
    assert 105 <= (sounding[-1] - sounding[0]) / RATE * SPEED <= 145
    assert -26 < tape.level() < -14


def test_a_reminder_chimes_softly_and_then_speaks_and_both_come_twice(kitchen: Callable[[float], Kitchen]):
    here = kitchen(1)
    here.here.speaker.pages.tell(ring_news(RING, here.here.speaker.sounds))
    tape = Tape(here.visitor, RINGS)
    here.visitor.sees(lambda: tape.silences(1))
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 6000)")
    first, second = rings_of(tape.samples)
    for ring in (first, second):
        chime, words = ring[: int(CHIMED * RATE)], ring[int((CHIMED + 0.2) * RATE) :]
        assert -30 < level(chime) < level(words) - 1 < -14
    assert level(first) == pytest.approx(level(second), abs=1)
    assert first.size == pytest.approx(second.size, abs=0.1 * RATE)


def rings_of(samples: Samples) -> list[Samples]:
    """What sounds each time, from its first sample to its last: more than a second lies between."""
    loud = np.flatnonzero(np.abs(samples) > FLOOR)
    return [samples[part[0] : part[-1]] for part in np.split(loud, np.flatnonzero(np.diff(loud) > RATE) + 1)]


@pytest.mark.parametrize("wish", ["an exercise for me", "a breathing exercise for me", "an exercise for two"])
def test_in_all_that_is_sent_chimes_stay_under_the_voice_and_nothing_is_clipped(wish: str, chimes: Path):
    clock = Hands()
    skill = bootstrap.build(at_home(Settings(None), "http://127.0.0.1:8484"), clock=clock, chance=First())
    voice = voice_of(chimes, clock)
    speaker = Speaker.build(skill, Place("http://127.0.0.1:8484", None, "Europe/London"), clock, voice)
    parts = speaker.echo.say(wish).speech.parts
    sent = [(part, heard(voice, part)) for part in parts]
    words = level(np.concatenate([samples for part, samples in sent if isinstance(part, Say)]))
    assert all(np.abs(samples).max(initial=0) < 0.99 for _, samples in sent)
    assert all(-12 < level(samples) - words < -3 for part, samples in sent if isinstance(part, Play))
    pauses = [part.milliseconds / 1000 for part in parts if isinstance(part, Pause)]
    long = [pause for pause in pauses if pause > SENTENCES]
    whole = np.concatenate([samples for _, samples in sent])
    assert silences(whole, RATE, SENTENCES) == pytest.approx(long, abs=WITHIN)


def heard(voice: Voice, part: Part) -> Samples:
    sound = np.frombuffer(b"".join(voice.render([part], "en-US")), dtype="<i2").astype(np.float32)
    return sound / np.float32(32768)
