from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.alone_time.stretch import HALF, lasting_until, stretch


@pytest.mark.parametrize(
    ("start", "end", "begins", "minutes"),
    [
        (time(10), time(11), time(10), 60),
        (time(10), time(14), time(10), 240),
        (time(11), time(13), time(11), 120),
        (time(22), time(13), time(22), 180),
        (time(22), time(1), time(22), 180),
        (time(7), time(21), time(19), 120),
        (time(10), time(1), time(22), 180),
        (time(18), time(7), time(18), 60),
        (time(17), time(8), time(17), 180),
        (time(21), time(12), time(21), 180),
        (time(8), time(8), time(8), 720),
        (time(19), time(21), time(19), 120),
        (time(9), time(12), time(9), 180),
    ],
)
def test_a_stretch_is_what_people_mean_by_it(start: time, end: time, begins: time, minutes: int):
    assert stretch(start, end) == (begins, minutes)


@given(st.times(), st.times())
def test_a_stretch_lasts_half_a_day_at_most_and_ends_where_it_was_said(start: time, end: time):
    begins, minutes = stretch(start, end)
    assert 0 < minutes <= HALF
    assert (begins.hour - start.hour) % 12 == 0
    assert (begins.hour * 60 + begins.minute + minutes - end.hour * 60 - end.minute) % HALF == 0
    assert minutes == lasting_until(start, end)
