from __future__ import annotations

import pytest

from skill.ears.numbers import numbers
from skill.ears.spelling import said


def _whole(words: str) -> list[str]:
    spelled = said(words).words
    return [value for value, end in numbers(spelled, 0) if end == len(spelled)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", "7"),
        ("11", "11"),
        ("zero", "0"),
        ("nought", "0"),
        ("twenty five", "25"),
        ("twenty-five", "25"),
        ("a hundred", "100"),
        ("a hundred and two", "102"),
        ("one hundred twenty three", "123"),
        ("two thousand and five", "2005"),
        ("three hundred thousand", "300000"),
        ("a million", "1000000"),
        ("seven or eight", "?"),
    ],
)
def test_a_number_is_given_in_digits_or_as_uncertain(words: str, value: str) -> None:
    assert _whole(words) == [value]


@pytest.mark.parametrize("words", ["a", "hundreds", "seven or", "many", "9999999999999999999"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert _whole(words) == []
