from __future__ import annotations

from datetime import date

import pytest

from skill.ears.dates import dates
from skill.ears.spelling import said

TUESDAY = date(2026, 11, 24)


def _whole(words: str, today: date = TUESDAY) -> list[str]:
    spelled = said(words).words
    return [value for value, end in dates(spelled, 0, today) if end == len(spelled)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "2026-11-24"),
        ("tonight", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("the day after tomorrow", "2026-11-26"),
        ("day after tomorrow", "2026-11-26"),
        ("yesterday", "2026-11-23"),
        ("saturday", "2026-11-28"),
        ("Saturday", "2026-11-28"),
        ("this saturday", "2026-11-28"),
        ("next saturday", "2026-12-05"),
        ("saturday next week", "2026-12-05"),
        ("next week on saturday", "2026-12-05"),
        ("saturday week", "2026-12-05"),
        ("tuesday", "2026-12-01"),
        ("this tuesday", "2026-11-24"),
        ("this weekend", "2026-W48-WE"),
        ("the weekend", "2026-W48-WE"),
        ("next weekend", "2026-W49-WE"),
        ("this week", "2026-W48"),
        ("next week", "2026-W49"),
        ("december next year", "2027-12"),
        ("december 2027", "2027-12"),
        ("december of next year", "2027-12"),
        ("december twenty twenty seven", "2027-12"),
        ("in december next year", "2027-12"),
        ("the tenth of december next year", "2027-12-10"),
        ("december 10th next year", "2027-12-10"),
        ("in two months", "2027-01-24"),
        ("in a year", "2027-11-24"),
        ("a year from now", "2027-11-24"),
        ("in a year's time", "2027-11-24"),
        ("in march", "2027-03"),
        ("this month", "2026-11"),
        ("next month", "2026-12"),
        ("december", "2026-12"),
        ("march", "2027-03"),
        ("next year", "2027"),
        ("this winter", "2026-WI"),
        ("the fifth of december", "2026-12-05"),
        ("december fifth", "2026-12-05"),
        ("december the fifth", "2026-12-05"),
        ("fifth of december", "2026-12-05"),
        ("5th december", "2026-12-05"),
        ("December 5", "2026-12-05"),
        ("december fifth 2027", "2027-12-05"),
        ("january third", "2027-01-03"),
        ("the twenty first of january", "2027-01-21"),
        ("the thirtieth", "2026-11-30"),
        ("the fifth", "2026-12-05"),
        ("in three days", "2026-11-27"),
        ("in two weeks", "2026-12-08"),
        ("in a week", "2026-12-01"),
        ("two days from now", "2026-11-26"),
        ("christmas eve", "2026-12-24"),
        ("now", "PRESENT_REF"),
    ],
)
def test_a_date_is_given_in_amazons_notation(words: str, value: str) -> None:
    assert _whole(words) == [value]


@pytest.mark.parametrize(
    "words", ["the thirtieth of february", "the thirty second", "december fortieth", "soon", "in"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert _whole(words) == []


def test_the_weeks_around_new_year_are_named_as_iso_names_them() -> None:
    assert _whole("this week", date(2027, 1, 1)) == ["2026-W53"]
    assert _whole("next week", date(2027, 1, 1)) == ["2027-W01"]


def test_the_twenty_ninth_of_february_waits_for_its_year() -> None:
    assert _whole("february twenty ninth", date(2026, 11, 24)) == ["2028-02-29"]


def test_the_thirty_first_skips_short_months() -> None:
    assert _whole("the thirty first", date(2026, 11, 24)) == ["2026-12-31"]
    assert _whole("the thirty first", date(2027, 2, 1)) == ["2027-03-31"]
