from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Sound, Style, Unreachable
from skill.speaker.voice.resting import LONGEST, Resting
from tests.speaker.stand_in import Hands

TODAY = FixedText("Here's today's question.")


@dataclass
class Moody:
    name: str = "moody"
    asked: int = 0
    well: bool = False

    def speak(self, words: FixedText, _: Style) -> Iterator[Sound]:
        self.asked += 1
        if not self.well:
            raise Unreachable
        yield words.words.encode()


def tried(resting: Resting) -> bool:
    try:
        return bool(b"".join(resting.speak(TODAY, Style())))
    except Unreachable:
        return False


def test_after_a_failure_it_is_left_alone_for_a_minute_then_for_longer_each_time():
    engine, clock = Moody(), Hands()
    resting = Resting(engine, clock)
    waited: list[int] = []
    for minute in range(200):
        before = engine.asked
        assert not tried(resting)
        if engine.asked > before:
            waited.append(minute)
        clock.at += timedelta(minutes=1)
    assert waited == [0, 1, 3, 7, 15, 31, 63, 123, 183]


def test_it_is_said_once_and_again_only_after_it_worked(caplog: pytest.LogCaptureFixture):
    engine, clock = Moody(), Hands()
    resting = Resting(engine, clock)
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            tried(resting)
            clock.at += LONGEST
        assert len(caplog.records) == 1
        assert TODAY.words not in caplog.text
        engine.well = True
        assert tried(resting)
        engine.well = False
        assert not tried(resting)
        assert not tried(resting)
    assert len(caplog.records) == 2


def test_once_it_worked_the_next_pause_is_short_again():
    engine, clock = Moody(), Hands()
    resting = Resting(engine, clock)
    for _ in range(8):
        tried(resting)
        clock.at += LONGEST
    engine.well = True
    assert tried(resting)
    engine.well = False
    assert not tried(resting)
    clock.at += timedelta(minutes=1)
    before = engine.asked
    tried(resting)
    assert engine.asked == before + 1


def test_several_that_fail_together_are_one_failure():
    engine, clock = Moody(), Hands()
    resting = Resting(engine, clock)
    began = clock()
    for _ in range(4):
        resting._failed(began)
    clock.at += timedelta(minutes=1)
    tried(resting)
    assert engine.asked == 1


def test_a_clock_that_is_set_back_lets_it_rest_for_no_year():
    engine, clock = Moody(), Hands()
    resting = Resting(engine, clock)
    tried(resting)
    clock.at -= timedelta(days=365)
    tried(resting)
    assert engine.asked == 2
