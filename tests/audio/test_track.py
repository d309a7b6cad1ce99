"""The voice, the background and the chime put together."""

from __future__ import annotations

import math

import pytest

from audio.backgrounds import paced
from audio.narration import ReadStep, read_aloud
from audio.sources.chime import C5
from audio.track import LEAD, track
from audio.waves import RATE, Wave, level
from skill.domain.exercise.exercise import Exercise, by_id
from skill.library import Library
from tests.audio.listening import cut, share
from tests.audio.reading import Reader


def _exercise(wanted: str) -> Exercise:
    found = by_id(Library.english().exercises, wanted)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def steps() -> list[ReadStep]:
    return read_aloud(_exercise("P23"), "en-GB", Library.english(), Reader())


@pytest.fixture(scope="module")
def whole(steps: list[ReadStep]) -> Wave:
    return track(_exercise("P23"), steps)


def test_the_words_stand_where_they_were_read(steps: list[ReadStep], whole: Wave):
    for step in steps[1:]:
        before, after = LEAD + step.at - 0.1, LEAD + step.at + 0.1
        assert level(cut(whole, (after, after + 0.2))) - level(cut(whole, (before - 0.2, before))) > 6


def test_the_background_is_less_under_words_than_in_a_rest(steps: list[ReadStep], whole: Wave):
    """A tone hides nothing above it: what is there is the background."""

    def background(start: float, end: float) -> float:
        heard = cut(whole, (LEAD + start, LEAD + end))
        return level(heard) + level_of_share(heard)

    def level_of_share(heard: Wave) -> float:
        return 10 * math.log10(share(heard, 240, 2_000))

    step = steps[4]
    until = step.passages[-1].until
    assert -1.6 < background(step.at + 0.3, until - 0.3) - background(until + 1, step.ends - 1) < 0.2


def test_it_ends_with_the_chime_and_then_nothing(steps: list[ReadStep], whole: Wave):
    ends = LEAD + steps[-1].ends
    assert whole.size / RATE == pytest.approx(ends + 5, abs=0.01)
    assert share(cut(whole, (ends + 0.05, ends + 0.8)), C5 - 30, C5 + 30) > 0.5
    assert level(whole[-RATE // 100 :]) < -90


def test_it_begins_softly(whole: Wave):
    assert level(whole[: RATE // 50]) < -60


def test_the_pacer_is_heard_only_where_the_words_count_as_it_does():
    assert paced(_exercise("P23"), 1) is not None
    assert paced(_exercise("P23"), 2) is None
    assert paced(_exercise("P22"), 1) is None
