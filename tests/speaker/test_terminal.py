from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from skill.speaker.answer import Speech
from skill.speaker.devices.bell import Ring
from skill.speaker.speaker import ring_news
from skill.speaker.ssml import Pause, Say
from skill.speaker.terminal import Terminal
from tests.speaker.conftest import Kitchen
from tests.speaker.stand_in import ask, close

Build = Callable[..., Kitchen]


def talk(here: Kitchen, *lines: str) -> str:
    """What a terminal shows when these lines are typed."""
    screen = io.StringIO()
    Terminal(here.speaker, io.StringIO("".join(f"{line}\n" for line in lines)), screen).run()
    here.speaker.end()
    return screen.getvalue()


def test_words_and_rests_are_shown_and_nobody_has_to_wait(kitchen: Build):
    here = kitchen({"ExerciseIntent": close('Breathe in. <break time="10s"/><break time="5s"/>And out.')})
    shown = talk(here, "start a two-minute exercise")
    assert "Breathe in.\n(rest 15 s)\nAnd out.\n" in shown


def test_a_number_stands_in_its_sentence(kitchen: Build):
    here = kitchen({"CheckInIntent": close('Call <say-as interpret-as="digits">988</say-as>. Any time.')})
    assert "Call 988. Any time.\n" in talk(here, "check in")


def test_the_prompt_says_when_the_microphone_is_open(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?")})
    shown = talk(here, "check in")
    assert shown.index("you> ") < shown.index("And?") < shown.index("you (listening)> ")


def test_an_empty_line_is_silence_first_the_reprompt_then_the_end(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?", "Still there?")})
    shown = talk(here, "check in", "", "")
    assert shown.count("Still there?") == 1
    assert "(silence)" in shown
    assert here.skill.last["request"]["type"] == "SessionEndedRequest"


def test_a_name_before_the_sentence_says_whose_voice_it_is(home: Kitchen):
    talk(home, "second: check in")
    assert home.skill.last["context"]["System"]["person"]["personId"].endswith("SECOND")


def test_private_words_are_not_shown(kitchen: Build):
    here = kitchen({"CheckInIntent": close('One said <amazon:effect name="whispered">tea</amazon:effect>.')})
    assert "tea" not in talk(here, "check in")


def test_a_reminder_rings_between_the_lines(home: Kitchen):
    screen = io.StringIO()
    terminal = Terminal(home.speaker, io.StringIO(), screen)
    page = home.speaker.pages.join()
    page.tell(ring_news(Ring("t", "Your time starts now", "Your time starts now.")))
    terminal.ring_once(page)
    assert "(reminder) Your time starts now." in screen.getvalue()


def test_leaving_is_kind(home: Kitchen):
    assert talk(home).endswith("Take care of each other.\n")


def test_it_rests_where_a_person_sits_and_stops_when_they_speak(monkeypatch: pytest.MonkeyPatch):
    rests: list[float] = []

    def heard(
        lines: list[object], _w: list[object], _x: list[object], rest: float
    ) -> tuple[list[object], ...]:
        rests.append(rest)
        return (lines if len(rests) == 2 else [], [], [])

    monkeypatch.setattr("skill.speaker.terminal.select", heard)
    screen, keyboard = io.StringIO(), io.StringIO()
    keyboard.isatty = lambda: True  # type: ignore[method-assign] # a person sits here
    terminal = Terminal(None, keyboard, screen)  # type: ignore[arg-type] # it only speaks
    terminal._speak(Speech(parts=(Say("One."), Pause(9000), Say("Two."), Pause(8000), Say("Three."))))
    assert rests == [9.0, 8.0]
    assert "Two." in screen.getvalue()
    assert "Three." not in screen.getvalue()
