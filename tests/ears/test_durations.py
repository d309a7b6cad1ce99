from __future__ import annotations

import pytest

from skill.ears.durations import durations
from skill.ears.spelling import said


def _whole(words: str) -> list[str]:
    spelled = said(words).words
    return [value for value, end in durations(spelled, 0) if end == len(spelled)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("an hour", "PT1H"),
        ("one hour", "PT1H"),
        ("an hour and a half", "PT1H30M"),
        ("one and a half hours", "PT1H30M"),
        ("two hours and a half", "PT2H30M"),
        ("ninety minutes", "PT90M"),
        ("90 min", "PT90M"),
        ("two minutes", "PT2M"),
        ("two-minute", "PT2M"),
        ("half an hour", "PT30M"),
        ("a half hour", "PT30M"),
        ("half a day", "PT12H"),
        ("a quarter of an hour", "PT15M"),
        ("three quarters of an hour", "PT45M"),
        ("a couple of hours", "PT2H"),
        ("two hours and thirty minutes", "PT2H30M"),
        ("one hour fifteen minutes", "PT1H15M"),
        ("one hour fifteen", "PT1H15M"),
        ("thirty seconds", "PT30S"),
        ("a day", "P1D"),
        ("two weeks", "P2W"),
        ("a fortnight", "P2W"),
        ("the week", "P1W"),
        ("a day and a half", "P1DT12H"),
        ("a whole day", "P1D"),
    ],
)
def test_a_length_is_given_in_amazons_notation(words: str, value: str) -> None:
    assert _whole(words) == [value]


@pytest.mark.parametrize("words", ["hour", "half", "a", "two", "an hour and", "seven apples"])
def test_what_is_no_length_is_none(words: str) -> None:
    assert _whole(words) == []
