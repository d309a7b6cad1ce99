"""Which frame is meant by what somebody wants to say."""

from __future__ import annotations

import pytest

from skill.domain.frame import frame_in
from skill.library import Library

FRAMES = Library.english().frames


@pytest.mark.parametrize(
    ("words", "frame"),
    [
        ("not tonight without hurting her", "not_tonight"),
        ("him i need a break", "ask"),
        ("for a hug", "ask"),
        ("miss her", "hard_thing"),
        ("thank you for the sleep", "thank_you"),
        ("to my wife that i'm sorry", "sorry"),
        ("sorry that i said no", "sorry"),
        ("something hard", "hard_thing"),
        ("a no", "not_tonight"),
    ],
)
def test_the_first_word_that_tells_decides(words: str, frame: str):
    found = frame_in(FRAMES, words)
    assert found
    assert found.id == frame


@pytest.mark.parametrize("words", ["him the truth", "something nice"])
def test_where_no_word_tells_there_is_none(words: str):
    assert frame_in(FRAMES, words) is None


def test_no_word_tells_of_two():
    told = [word for frame in FRAMES for word in frame.heard]
    assert len(told) == len(set(told))
