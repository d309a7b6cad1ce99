from __future__ import annotations

import pytest

from skill.ears.spelling import said
from skill.ears.times import times


def _whole(words: str, locale: str = "en-US") -> set[str]:
    spelled = said(words).words
    return {value for value, end in times(spelled, 0, locale) if end == len(spelled)}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ten", "10:00"),
        ("ten o'clock", "10:00"),
        ("ten in the morning", "10:00"),
        ("ten at night", "22:00"),
        ("seven", "07:00"),
        ("six", "18:00"),
        ("one", "13:00"),
        ("twelve", "12:00"),
        ("twelve at night", "00:00"),
        ("half past seven", "07:30"),
        ("half past seven in the evening", "19:30"),
        ("quarter to ten", "09:45"),
        ("a quarter to ten in the evening", "21:45"),
        ("quarter past four", "16:15"),
        ("quarter to one", "12:45"),
        ("quarter to seven", "18:45"),
        ("twenty past six", "18:20"),
        ("ten minutes to eight in the morning", "07:50"),
        ("seven thirty", "07:30"),
        ("seven thirty pm", "19:30"),
        ("ten oh five", "10:05"),
        ("7:30 pm", "19:30"),
        ("7.30pm", "19:30"),
        ("7pm", "19:00"),
        ("7 p.m.", "19:00"),
        ("19:30", "19:30"),
        ("07:15", "07:15"),
        ("noon", "12:00"),
        ("midday", "12:00"),
        ("midnight", "00:00"),
        ("twelve am", "00:00"),
        ("twelve pm", "12:00"),
        ("three in the morning", "03:00"),
        ("in the morning", "MO"),
        ("the afternoon", "AF"),
        ("evening", "EV"),
        ("at night", "NI"),
        ("evening at eight", "20:00"),
        ("in the morning at half past nine", "09:30"),
        ("eight tonight", "20:00"),
    ],
)
def test_a_time_is_given_in_amazons_notation(words: str, value: str) -> None:
    assert _whole(words) == {value}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("six to seven in the morning", "06:00"),
        ("six till seven pm", "18:00"),
        ("eight to nine in the evening", "20:00"),
        ("eleven to one in the afternoon", "11:00"),
        ("seven to nine tonight", "19:00"),
        ("ten to eleven", "10:00"),
    ],
)
def test_a_start_goes_by_the_part_of_the_day_of_its_end(words: str, value: str) -> None:
    assert (value, 1) in list(times(said(words).words, 0, "en-US"))


@pytest.mark.parametrize("words", ["nine to eleven", "two to four", "seven past one"])
def test_only_fives_are_minutes_without_that_word(words: str) -> None:
    assert _whole(words) == set()


def test_half_seven_is_half_past_in_britain_and_nothing_in_america() -> None:
    assert _whole("half seven", "en-GB") == {"07:30"}
    assert _whole("half seven in the evening", "en-GB") == {"19:30"}
    assert _whole("half seven", "en-US") == set()


@pytest.mark.parametrize("words", ["25:00", "7:75", "forty", "past", "half past", "quarter to thirteen", ""])
def test_what_is_no_time_is_none(words: str) -> None:
    assert _whole(words) == set()
