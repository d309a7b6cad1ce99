from __future__ import annotations

from datetime import date

import pytest

from skill.domain.closeness.pausing import ends

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("P2W", date(2026, 12, 7)),
        ("P10D", date(2026, 12, 3)),
        ("P1M", date(2026, 12, 23)),
        ("P1D", date(2026, 11, 24)),
        ("PT1H", date(2026, 11, 24)),
        ("P1DT1H", date(2026, 11, 25)),
        ("P1Y", date(2027, 11, 23)),
        ("P2Y", None),
        ("P999999Y", None),
        ("P0D", None),
        ("nonsense", None),
        (None, None),
    ],
)
def test_a_length_ends_on_a_day_and_what_nobody_could_mean_has_no_end(length: str | None, end: date | None):
    assert ends(None, length, MONDAY) == end


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2026-11-29", date(2026, 11, 29)),
        ("2026-W48-WE", date(2026, 11, 28)),
        ("2026-W49", date(2026, 11, 30)),
        ("2026-12", date(2026, 12, 1)),
        ("2026-W48", date(2026, 11, 30)),
        ("2026-11", date(2026, 12, 1)),
        ("2026-11-23", date(2026, 11, 24)),
        ("PRESENT_REF", date(2026, 11, 24)),
        ("2026-11-22", None),
        ("2029-11-22", None),
        ("nonsense", None),
    ],
)
def test_what_is_to_come_ends_it_with_its_first_day_and_what_has_begun_with_its_last(
    day: str, end: date | None
):
    assert ends(day, None, MONDAY) == end


@pytest.mark.parametrize(
    ("through", "end"),
    [
        ("2026-11-24", date(2026, 11, 25)),
        ("2026-W48-WE", date(2026, 11, 30)),
        ("2026-W49", date(2026, 12, 7)),
        ("2026-11-23", date(2026, 11, 24)),
        ("2026-11-22", None),
        ("nonsense", None),
    ],
)
def test_what_it_was_to_last_through_ends_it_with_its_last_day(through: str, end: date | None):
    assert ends(None, None, MONDAY, through) == end
