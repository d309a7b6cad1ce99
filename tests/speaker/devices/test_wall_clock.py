from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speaker.devices.wall_clock import instant, wall

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago")


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)), st.sampled_from(ZONES))  # noqa: DTZ001 - wall clock
def test_a_wall_clock_time_is_shown_at_its_instant_or_right_after_the_gap(shown: datetime, name: str):
    zone = ZoneInfo(name)
    at = instant(shown.replace(microsecond=0), zone)
    later = wall(at, zone)
    assert later >= shown.replace(microsecond=0)
    if later != shown.replace(microsecond=0):
        assert (later - shown).total_seconds() <= 3600
        assert later.minute % 30 == 0
        assert later.second == 0


@pytest.mark.parametrize(
    ("name", "shown", "utc"),
    [
        ("Australia/Lord_Howe", (2026, 10, 4, 2, 10), (2026, 10, 3, 15, 30)),
        ("Europe/London", (2027, 3, 28, 1, 59, 59), (2027, 3, 28, 1)),
        ("Europe/London", (2026, 10, 25, 1, 30), (2026, 10, 25, 0, 30)),
    ],
)
def test_gaps_end_where_the_clock_goes_on_and_overlaps_begin_with_the_first(
    name: str, shown: tuple[int, ...], utc: tuple[int, ...]
):
    found = instant(datetime(*shown), ZoneInfo(name))  # type: ignore[arg-type] # noqa: DTZ001 - wall clock
    assert found == datetime(*utc, tzinfo=UTC)  # type: ignore[misc,arg-type] # a row of numbers
