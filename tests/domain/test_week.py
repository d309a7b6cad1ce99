"""The week in one sentence: what was done, in no numbers, and on nobody's side."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given
from msgspec.structs import replace

from skill.domain.alone_time.booking import Booking
from skill.domain.history import Entry
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.week import alone, done
from skill.library import Library
from skill.speech import Speech
from tests.voice_rules import faults_of_words

TODAY = date(2026, 11, 23)
WALL = datetime(2026, 11, 23, 20, 0)  # noqa: DTZ001 - the wall clock where the household lives
MADE = datetime(2026, 11, 1, tzinfo=UTC)
LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
WHATS = st.lists(st.sampled_from(["check_in", "exercise"]), max_size=30)
BOOKINGS = st.lists(
    st.builds(
        Booking,
        id=st.integers(1, 9),
        whose=st.none() | st.sampled_from(Partner),
        day=st.dates(date(2026, 11, 10), date(2026, 12, 10)),
        at=st.times(),
        minutes=st.integers(15, 720),
        made_at=st.just(MADE),
        weekly=st.booleans(),
    ),
    max_size=6,
)


def _booking(day: date, hour: int, minutes: int = 60, *, weekly: bool = False) -> Booking:
    return Booking(1, Partner.FIRST, day, time(hour), minutes, MADE, weekly)


def _entries(whats: list[str]) -> list[Entry]:
    return [Entry(TODAY, MADE, what, "some-id") for what in whats]


def _said(week: Line) -> str:
    return SPEECH.words(Line("look_back.week", {"done": week}), "en-GB")


@given(WHATS, BOOKINGS)
def test_it_is_one_short_sentence_without_a_number_or_a_name(whats: list[str], bookings: list[Booking]):
    week = done(_entries(whats), bookings)
    assert (week is None) == (not whats and not bookings)
    for variant in range(LIBRARY.variants("look_back.week") if week else 0):
        words = SPEECH.words(Line("look_back.week", {"done": week or ""}, variant), "en-GB")
        assert list(faults_of_words(words)) == []
        assert words.count(".") == 1
        assert not any(letter.isdigit() for letter in words)


@given(WHATS, BOOKINGS)
def test_whose_time_it_was_changes_nothing_unless_each_had_some(whats: list[str], bookings: list[Booking]):
    mine = [Booking(b.id, Partner.FIRST, b.day, b.at, b.minutes, MADE, b.weekly) for b in bookings]
    theirs = [Booking(b.id, Partner.SECOND, b.day, b.at, b.minutes, MADE, b.weekly) for b in bookings]
    assert done(_entries(whats), mine) == done(_entries(whats), theirs)


def test_two_of_a_kind_are_as_good_as_ten():
    assert done(_entries(["check_in"] * 2), ()) == done(_entries(["check_in"] * 10), ())


def test_each_had_time_alone_when_each_had_some():
    both = [_booking(TODAY, 8), Booking(2, Partner.SECOND, TODAY, time(9), 600, MADE)]
    assert "each set aside time alone" in _said(done((), both) or Line(""))
    assert "set aside some time alone" in _said(done((), both[:1]) or Line(""))


@pytest.mark.parametrize(
    ("booking", "counts"),
    [
        (_booking(TODAY, 10), True),
        (_booking(TODAY, 19), True),
        (_booking(TODAY, 19, 90), False),
        (_booking(TODAY, 21), False),
        (_booking(TODAY - timedelta(days=6), 4), True),
        (_booking(TODAY - timedelta(days=6), 3), False),
        (_booking(TODAY - timedelta(days=8), 12), False),
        (_booking(TODAY - timedelta(days=12), 12, weekly=True), True),
        (_booking(TODAY + timedelta(days=1), 12), False),
    ],
)
def test_time_alone_counts_once_it_is_over_and_for_seven_days(booking: Booking, *, counts: bool):
    assert alone([booking], TODAY, WALL) == ([booking] if counts else [])


def test_a_week_that_was_skipped_does_not_count():
    weekly = _booking(TODAY - timedelta(days=12), 12, weekly=True)
    skipped = Booking(1, Partner.FIRST, weekly.day, weekly.at, 60, MADE, True, None, (date(2026, 11, 18),))  # noqa: FBT003 - weekly
    assert alone([weekly, skipped], TODAY, WALL) == [weekly]


@given(WHATS, BOOKINGS, st.integers(15, 720))
def test_it_is_the_same_whoever_had_the_time_and_however_much(
    whats: list[str], bookings: list[Booking], minutes: int
):
    others = [replace(b, whose=b.whose and b.whose.other, minutes=minutes) for b in bookings]
    assert done(_entries(whats), bookings) == done(_entries(whats), others)


def test_time_alone_was_set_aside_and_nobody_is_told_that_it_was_had():
    for bookings in ([_booking(TODAY, 9)], [replace(_booking(TODAY, 9), whose=each) for each in Partner]):
        assert "set aside" in _said(done([], bookings) or Line(""))
