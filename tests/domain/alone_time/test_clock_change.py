# ruff: noqa: DTZ001 - times are the wall clock, which has no zone
from __future__ import annotations

from datetime import datetime

import pytest

from skill.domain.alone_time.clock_change import as_it_will_be


@pytest.mark.parametrize(
    ("start", "zone", "shown"),
    [
        (datetime(2027, 3, 28, 1, 30), "Europe/London", datetime(2027, 3, 28, 2, 30)),
        (datetime(2027, 3, 14, 2, 30), "America/New_York", datetime(2027, 3, 14, 3, 30)),
        (datetime(2027, 3, 28, 2, 0), "Europe/London", datetime(2027, 3, 28, 2, 0)),
        (datetime(2027, 3, 28, 0, 59), "Europe/London", datetime(2027, 3, 28, 0, 59)),
        (datetime(2027, 10, 31, 1, 30), "Europe/London", datetime(2027, 10, 31, 1, 30)),
        (datetime(2027, 3, 28, 1, 30), "Asia/Kolkata", datetime(2027, 3, 28, 1, 30)),
    ],
)
def test_an_hour_that_is_left_out_is_the_one_after_it(start: datetime, zone: str, shown: datetime):
    assert as_it_will_be(start, zone) == shown
