from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from skill.domain.household import Household, Zone
from skill.domain.notation import Part
from skill.domain.quiet import (
    MORNING,
    InQuiet,
    Nap,
    Quiet,
    evening_meant,
    evenings_end_meant,
    morning_meant,
    nap_meant,
    next_morning,
)
from skill.domain.reminder import Once, Ring, Weekly, text_of
from tests.domain.alone_time.ringing_device import RingingDevice

SEVEN = Quiet(time(19))
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def wall(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A wall clock in 2026."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


def london(quiet: Quiet, *at: int) -> bool:
    household = Household("us", zone=Zone("Europe/London", NOON), quiet=quiet)
    return household.is_quiet(datetime(*at, tzinfo=UTC))  # type: ignore[misc,arg-type]  # the parts of a date


@pytest.mark.parametrize(
    ("at", "quiet"),
    [((18, 59), False), ((19, 0), True), ((23, 59), True), ((0, 0), True), ((5, 59), True), ((6, 0), False)],
)
def test_quiet_lasts_from_its_hour_across_midnight_until_six(at: tuple[int, int], quiet: bool):  # noqa: FBT001 - a row of a table
    assert SEVEN.holds(wall(11, 23, *at)) is quiet


def test_quiet_that_begins_after_midnight_is_a_part_of_the_night():
    assert [Quiet(time(1)).holds(wall(11, 23, hour)) for hour in (0, 1, 5, 6, 23)] == [
        *(False, True, True, False, False)
    ]


def test_quiet_goes_by_the_wall_clock_in_summer_and_in_winter():
    assert london(SEVEN, 2026, 7, 1, 18, 0)
    assert not london(SEVEN, 2026, 7, 1, 17, 59)
    assert not london(SEVEN, 2026, 12, 1, 18, 59)
    assert london(SEVEN, 2026, 12, 1, 19, 0)


def test_quiet_holds_through_the_nights_when_the_clocks_change():
    assert all(london(SEVEN, 2026, 3, 29, hour, 30) for hour in range(4))
    assert not london(SEVEN, 2026, 3, 29, 5, 0)
    assert all(london(SEVEN, 2026, 10, 25, hour, 30) for hour in range(5))
    assert not london(SEVEN, 2026, 10, 25, 6, 0)


def test_whispering_asked_for_at_once_lasts_until_the_next_morning():
    tonight = Quiet().tonight(wall(11, 23, 20))
    assert tonight.holds(wall(11, 24, 5, 59))
    assert not tonight.holds(wall(11, 24, 6))
    assert next_morning(wall(11, 24, 2)) == wall(11, 24, 6)


def test_whispering_at_once_leaves_the_hour_of_every_evening_as_it_was():
    assert SEVEN.tonight(wall(11, 23, 15)).since == time(19)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (time(7), time(19)),
        (time(19, 30), time(19, 30)),
        (time(7, 30), time(19, 30)),
        (time(11), time(23)),
        (time(12), time(0)),
        (time(1), time(1)),
        (Part.EVENING, time(18)),
        (Part.NIGHT, time(21)),
        (Part.MORNING, None),
        (None, None),
    ],
)
def test_a_bare_hour_is_one_of_the_evening(said: time | Part | None, meant: time | None):
    assert evening_meant(said) == meant


def test_nobody_whispers_before_anybody_asked():
    assert not any(Quiet().holds(wall(11, 23, hour)) for hour in range(24))


def test_what_rings_in_quiet_hours_is_whispered_and_nothing_else():
    device = RingingDevice()
    reminders = InQuiet(device, lambda: SEVEN)
    late, early = wall(11, 23, 20, 45), wall(11, 23, 9, 45)
    weekly = Weekly(0, time(20, 45), early)
    triggers = (Once(late), Once(early), weekly)
    soft = []
    for trigger in triggers:
        token = reminders.create(Ring(trigger, "Europe/London", text_of(15)))
        assert isinstance(token, str)
        soft.append(device.there[token].softly)
    assert soft == [True, False, True]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (time(18), time(6)),
        (time(6), time(6)),
        (time(20, 30), time(8, 30)),
        (time(23), time(23)),
        (time(10, 30), time(22, 30)),
        (time(11), time(23)),
        (time(0), time(0)),
        (time(12), time(0)),
        (Part.MORNING, time(6)),
        (Part.EVENING, None),
        (None, None),
    ],
)
def test_quiet_ends_at_an_hour_of_the_morning(said: time | Part | None, meant: time | None):
    assert morning_meant(said) == meant


def test_quiet_ends_when_it_was_said_to():
    early, late = Quiet(time(19), ends=time(5)), Quiet(time(19), ends=time(23))
    assert early.holds(wall(11, 24, 4, 59))
    assert not early.holds(wall(11, 24, 5))
    assert late.holds(wall(11, 23, 22, 59))
    assert not late.holds(wall(11, 24, 2))


@pytest.mark.parametrize(
    ("since", "ends", "nap"),
    [
        # as our ears, or a platform that knows nothing of naps, hear them
        (time(13), time(15), Nap(time(13), time(15))),
        (time(1), time(3), Nap(time(13), time(15))),
        (time(1), time(15), Nap(time(13), time(15))),
        (time(13), time(14, 30), Nap(time(13), time(14, 30))),
        (time(9), time(12), Nap(time(9), time(12))),
        (time(12), time(14), Nap(time(12), time(14))),
        (time(12, 30), time(2), Nap(time(12, 30), time(14))),
        (time(11), time(1), Nap(time(11), time(13))),
        (time(14), time(18), Nap(time(14), time(18))),
        # nights and evenings
        (time(9), time(18), None),
        (time(9), time(6), None),
        (time(8), time(12), None),
        (time(7), time(0), None),
        (time(7), time(8, 30), None),
        (time(19, 30), time(18), None),
        (time(21), time(0), None),
        (time(23), time(2), None),
        (time(16), time(6), None),
        (time(14), time(5), None),
        (time(11), time(6), None),
        (time(13), time(13), None),
        (time(15), time(19), None),
        (time(0), time(3), None),
        (time(13), None, None),
        (time(13), Part.EVENING, None),
        (Part.AFTERNOON, time(15), None),
        (None, time(15), None),
    ],
)
def test_a_nap_lies_within_a_day(since: time | Part | None, ends: time | Part | None, nap: Nap | None):
    assert nap_meant(since, ends) == nap


@pytest.mark.parametrize(
    ("since", "ends", "meant"),
    [
        (time(7), time(8, 30), time(8, 30)),
        (time(19), time(21), time(21)),
        (time(19), time(22, 30), time(22, 30)),
        (time(7), time(10), time(10)),
        (time(7), time(11), time(23)),
        (time(21), time(18), time(6)),
        (time(7), time(0), time(0)),
        (time(7), time(12), time(0)),
        (time(19), time(12), time(0)),
        (time(7), time(7), time(7)),
        (time(7), time(19), time(7)),
        (time(19), time(19), time(7)),
        (time(7), None, MORNING),
        (time(7), Part.EVENING, MORNING),
    ],
)
def test_an_evening_ends_when_it_was_said_to(since: time, ends: time | Part | None, meant: time):
    assert evenings_end_meant(since, ends) == meant


def test_nap_time_is_quiet_beside_the_evenings_and_by_the_wall_clock():
    napping = Quiet(time(19), nap=Nap(time(13), time(15)))
    hours = [hour for hour in range(24) if napping.holds(wall(11, 23, hour))]
    assert hours == [*range(6), 13, 14, *range(19, 24)]
    only = Quiet(nap=Nap(time(13), time(14, 30)))
    assert only.holds(wall(11, 23, 14, 29))
    assert not only.holds(wall(11, 23, 14, 30))
    for day in ((3, 28), (3, 29), (10, 24), (10, 25)):
        utc = 12 if day in ((3, 29), (10, 24)) else 13
        assert london(only, 2026, *day, utc)
        assert not london(only, 2026, *day, utc - 1)


def test_what_rings_at_nap_time_is_whispered():
    ring = Ring(Once(wall(11, 23, 13, 45)), "Europe/London", text_of(15))
    assert Quiet(nap=Nap(time(13), time(15))).ringing(ring).softly
    assert not Quiet(nap=Nap(time(14), time(15))).ringing(ring).softly
