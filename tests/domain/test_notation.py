# ruff: noqa: DTZ001 - times are the wall clock, which has no zone
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.notation import (
    Part,
    Span,
    Unclear,
    day_named,
    minutes_named,
    span_named,
    spoken_from,
    time_named,
)

MONDAY = date(2026, 11, 23)
GARBLED = [
    "",
    "?",
    "x",
    "2026-13-01",
    "2026-02-30",
    "2026-W60",
    "2026-W00",
    "XXXX-12-25",
    "0000-01-01",
    "26-1-1",
]


def test_a_day_is_a_day():
    assert day_named("2026-11-28", MONDAY) == date(2026, 11, 28)


@pytest.mark.parametrize("written", ["2027-12", "2027-12-10", "2028", "2027-W50"])
def test_more_than_six_months_ahead_is_too_far(written: str):
    assert day_named(written, MONDAY) is Unclear.FAR


def test_now_is_today():
    assert day_named("PRESENT_REF", MONDAY) == MONDAY


def test_a_weekend_is_asked_for_its_day():
    assert day_named("2026-W48-WE", MONDAY) == Span(date(2026, 11, 28), date(2026, 11, 29))


def test_on_a_sunday_only_sunday_is_left_of_the_weekend():
    assert day_named("2026-W48-WE", date(2026, 11, 29)) == date(2026, 11, 29)


def test_a_weekend_that_was_is_past():
    assert day_named("2026-W47-WE", MONDAY) is Unclear.PAST


@pytest.mark.parametrize(
    "written", ["2026-W49", "2026-12", "2026", "202X", "20XX", "2026-WI", "2027-SP", "2026-FA"]
)
def test_what_is_longer_than_a_day_is_asked_for_its_day(written: str):
    assert day_named(written, MONDAY) is Unclear.VAGUE


@pytest.mark.parametrize("written", ["2026-11-22", "2026-W47", "2026-10", "2025", "201X", "19XX", "2025-SU"])
def test_what_has_been_is_past(written: str):
    assert day_named(written, MONDAY) is Unclear.PAST


@pytest.mark.parametrize("written", ["2027-05-26", "2027-W30", "2027-W30-WE", "2028", "203X", "9999-12-31"])
def test_beyond_six_months_is_too_far(written: str):
    assert day_named(written, MONDAY) is Unclear.FAR


def test_six_months_ahead_is_not_too_far():
    assert day_named("2027-05-25", MONDAY) == date(2027, 5, 25)


@pytest.mark.parametrize("written", GARBLED)
def test_what_is_no_date_is_asked_again(written: str):
    assert day_named(written, MONDAY) is Unclear.GARBLED


def test_the_first_iso_week_may_begin_in_the_year_before():
    assert span_named("2026-W01", MONDAY) == Span(date(2025, 12, 29), date(2026, 1, 4))


@given(st.text(max_size=12))
@settings(deadline=None)
def test_no_notation_breaks_anything(written: str):
    day_named(written, MONDAY)
    time_named(written)
    minutes_named(written)


@settings(deadline=None)
@given(st.dates(MONDAY, MONDAY + timedelta(days=183)))
def test_every_day_of_the_next_six_months_is_understood(day: date):
    assert day_named(day.isoformat(), MONDAY) == day


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10:00", time(10)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("7:05", time(7, 5)),
        ("T19:30", time(19, 30)),
        ("14", time(14)),
        ("08:15:00", time(8, 15)),
    ],
)
def test_a_time_is_read(written: str, meant: time):
    assert time_named(written) == meant


@pytest.mark.parametrize("written", ["24:00", "25:99", "10:60", "?", "", "ten", "-1:00"])
def test_what_is_no_time_is_asked_again(written: str):
    assert time_named(written) is None


@pytest.mark.parametrize("part", Part)
def test_a_part_of_the_day_is_asked_for_its_hour(part: Part):
    assert time_named(part.value) is part


@pytest.mark.parametrize(
    ("part", "said", "meant"),
    [
        (Part.MORNING, time(7), time(7)),
        (Part.AFTERNOON, time(2, 30), time(14, 30)),
        (Part.EVENING, time(7), time(19)),
        (Part.EVENING, time(20), time(20)),
        (Part.NIGHT, time(9), time(21)),
        (Part.NIGHT, time(2), time(2)),
        (Part.NIGHT, time(12), time(0)),
        (Part.AFTERNOON, time(12), time(12)),
    ],
)
def test_an_hour_is_meant_within_its_part_of_the_day(part: Part, said: time, meant: time):
    assert part.reading(said) == meant


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("PT1H", 60),
        ("PT1H30M", 90),
        ("PT45M", 45),
        ("P1D", 1440),
        ("P1DT2H", 1560),
        ("P1W", 10080),
        ("PT90S", 2),
        ("PT0.5H", 30),
        ("P1M", 43200),
        ("P1Y", 525600),
        ("PT0S", 0),
        ("P0D", 0),
    ],
)
def test_a_length_is_read_in_minutes(written: str, minutes: int):
    assert minutes_named(written) == minutes


@pytest.mark.parametrize(
    "written", ["", "P", "PT", "?", "1H", "PTH", "PT1X", "P1H", "PT-5M", "PT" + "9" * 400 + "H"]
)
def test_what_is_no_length_is_asked_again(written: str):
    assert minutes_named(written) is None


def test_after_midnight_a_near_day_is_named_by_its_weekday():
    night, morning = datetime(2026, 11, 29, 0, 30), datetime(2026, 11, 29, 9)
    assert (date(2026, 11, 29) - spoken_from(date(2026, 11, 29), night)).days == 2
    assert spoken_from(date(2026, 11, 29), morning) == date(2026, 11, 29)
    assert spoken_from(date(2026, 12, 29), night) == date(2026, 11, 29)
