# ruff: noqa: DTZ001 - times are the wall clock, which has no zone
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import ABOUT_EVEN, AloneTimes
from skill.domain.alone_time.booking import Booking, overlap
from skill.domain.partner import Partner

MADE = datetime(2026, 11, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 19, 30)
TODAY = NOW.date()
SINGLE = Booking(0, Partner.FIRST, date(2026, 11, 28), time(10), 60, MADE)
WEEKLY = Booking(0, Partner.FIRST, date(2026, 11, 26), time(19, 30), 60, MADE, weekly=True)


def _with(*bookings: Booking) -> AloneTimes:
    times = AloneTimes()
    for booking in bookings:
        times = times.adding(booking, TODAY)
    return times


def test_a_single_one_comes_once():
    assert list(SINGLE.starts(NOW)) == [datetime(2026, 11, 28, 10)]
    assert SINGLE.next_start(datetime(2026, 11, 28, 10)) is None


def test_a_weekly_one_leaves_out_its_skipped_weeks():
    skipped = replace(WEEKLY, skipped=(date(2026, 12, 3),))
    assert [s.day for s in islice(skipped.starts(NOW), 3)] == [26, 10, 17]


def test_a_weekly_one_that_was_cancelled_ends():
    assert list(replace(WEEKLY, ends=date(2026, 12, 4)).starts(NOW)) == [
        datetime(2026, 11, 26, 19, 30),
        datetime(2026, 12, 3, 19, 30),
    ]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Sydney"])
@given(
    day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    at=st.times(time(6), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
)
@settings(max_examples=20, deadline=None)
def test_changed_clocks_move_nothing(zone: str, day: date, at: time):
    booking = replace(WEEKLY, day=day, at=at)
    rings = [
        s.replace(tzinfo=ZoneInfo(zone)) for s in islice(booking.starts(datetime.combine(day, time.min)), 54)
    ]
    assert {r.astimezone(UTC).astimezone(ZoneInfo(zone)).time() for r in rings} == {at}
    assert {r.weekday() for r in rings} == {day.weekday()}
    assert len({r.utcoffset() for r in rings}) == 2


def test_an_id_is_never_used_twice():
    times = _with(SINGLE, SINGLE)
    gone = times.cancelling(times.bookings[1], NOW, TODAY)
    assert gone.adding(SINGLE, TODAY).bookings[-1].id == 3


def test_the_last_change_can_be_taken_back_until_four():
    times = _with(SINGLE, WEEKLY)
    changed = times.cancelling(times.bookings[0], NOW, TODAY)
    undone = changed.undoing(TODAY)
    assert undone is not None
    assert undone.bookings == times.bookings
    assert undone.undoing(TODAY) is None
    assert changed.undoing(TODAY + timedelta(days=1)) is None


def test_one_week_moved_is_taken_back_whole():
    times = _with(WEEKLY)
    booking = times.bookings[0]
    start = booking.next_start(NOW)
    assert start is not None
    moved = times.moving_once(booking, start, replace(booking, day=date(2026, 11, 27)), TODAY)
    assert [s for s, _ in moved.ahead(NOW)] == [datetime(2026, 11, 27, 19, 30), datetime(2026, 12, 3, 19, 30)]
    undone = moved.undoing(TODAY)
    assert undone is not None
    assert undone.bookings == times.bookings


def test_both_at_once_is_told_unless_somebody_else_has_the_children():
    times = _with(SINGLE)
    other = replace(SINGLE, id=0, whose=Partner.SECOND, at=time(10, 30))
    assert times.clash(other, NOW) == times.bookings[0]
    assert times.clash(replace(other, cover="grandma"), NOW) is None
    assert times.clash(replace(other, cover="other"), NOW) == times.bookings[0]
    assert times.clash(replace(other, at=time(11)), NOW) is None
    assert times.clash(replace(other, whose=Partner.FIRST), NOW) is None


def test_a_helper_on_either_side_is_enough():
    times = _with(replace(SINGLE, cover="friend"))
    assert times.clash(replace(SINGLE, whose=Partner.SECOND), NOW) is None


def test_where_it_is_not_known_whose_it_is_both_could_be_away():
    assert _with(replace(SINGLE, whose=None)).clash(SINGLE, NOW)


def test_a_weekly_one_meets_a_single_one_later():
    assert overlap(WEEKLY, replace(SINGLE, day=date(2026, 12, 17), at=time(20)), NOW)
    assert not overlap(WEEKLY, replace(SINGLE, day=date(2026, 12, 18), at=time(20)), NOW)


def test_a_skipped_week_meets_nobody():
    skipped = replace(WEEKLY, skipped=(date(2026, 12, 17),))
    assert not overlap(skipped, replace(SINGLE, day=date(2026, 12, 17), at=time(20)), NOW)


def test_it_is_about_even_until_more_than_an_hour_lies_between():
    past = [replace(SINGLE, day=TODAY - timedelta(days=ago)) for ago in (3, 5, 7)]
    theirs = replace(past[0], whose=Partner.SECOND)
    assert not _with(*past[:2], theirs).due(NOW)
    assert _with(*past, theirs).due(NOW)
    assert ABOUT_EVEN == 60


def test_some_against_none_is_due_however_little_and_none_at_all_is_even():
    past = replace(SINGLE, day=TODAY - timedelta(days=3), minutes=15)
    assert _with(past).due(NOW)
    assert not _with(past, replace(past, whose=Partner.SECOND)).due(NOW)
    assert not _with().due(NOW)
    assert not _with(replace(past, whose=None)).due(NOW)


def test_the_balance_never_says_who():
    times = _with(replace(SINGLE, day=TODAY - timedelta(days=1), minutes=300))
    swapped = _with(replace(SINGLE, whose=Partner.SECOND, day=TODAY - timedelta(days=1), minutes=300))
    assert times.due(NOW) is swapped.due(NOW) is True


def test_a_cancelled_weekly_one_still_counts_for_the_weeks_that_were():
    weekly = replace(WEEKLY, day=date(2026, 11, 12), minutes=90)
    times = _with(weekly)
    gone = times.cancelling(times.bookings[0], NOW, TODAY)
    assert gone.ahead(NOW) == []
    assert gone.due(NOW)


def test_an_offer_is_not_repeated_for_seven_days():
    times = replace(AloneTimes(), refused_on=TODAY)
    assert not times.may_offer(TODAY + timedelta(days=6))
    assert times.may_offer(TODAY + timedelta(days=7))
    assert not replace(AloneTimes(), denied_on=TODAY).may_offer(TODAY + timedelta(days=6))


def test_what_is_long_past_is_let_go():
    times = _with(SINGLE, WEEKLY, replace(WEEKLY, skipped=(date(2026, 11, 26),)))
    settled = times.settled(date(2026, 12, 20))
    assert [b.id for b in settled.bookings] == [2, 3]
    assert settled.bookings[1].skipped == ()
    assert settled.before is None


def test_nothing_to_let_go_changes_nothing():
    times = _with(WEEKLY)
    assert times.settled(TODAY) is times


BOOKINGS = st.builds(
    Booking,
    id=st.just(0),
    whose=st.sampled_from([None, *Partner]),
    day=st.dates(TODAY, TODAY + timedelta(days=60)),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    minutes=st.integers(15, 720),
    made_at=st.just(MADE),
    weekly=st.booleans(),
    cover=st.sampled_from(["", "other", "grandma"]),
)


@given(
    st.data(),
    st.lists(st.sampled_from(["add", "cancel", "skip", "once", "all", "undo", "sleep"]), max_size=20),
)
@settings(deadline=None)
def test_any_sequence_of_changes_keeps_the_book_in_order(data: st.DataObject, steps: list[str]):
    times, now = AloneTimes(), NOW
    for step in steps:
        times, now = _step(data, times, now, step)
        ids = [b.id for b in times.bookings]
        assert len(ids) == len(set(ids))
        assert all(id_ <= times.made for id_ in ids)
        assert all(start > now for start, _ in times.ahead(now))
        assert all(s.date() not in b.skipped for b in times.bookings for s in islice(b.starts(now), 5))
    assert len(times.settled(now.date() + timedelta(days=400)).alarms) == 0


def _step(data: st.DataObject, times: AloneTimes, now: datetime, step: str) -> tuple[AloneTimes, datetime]:
    ahead, today = times.ahead(now), now.date()
    if step == "add":
        return times.adding(data.draw(BOOKINGS), today), now
    if step == "undo":
        return times.undoing(today) or times, now
    if step == "sleep":
        later = now + timedelta(days=data.draw(st.integers(1, 10)))
        return times.settled(later.date()), later
    return (_change(data, times, now, step), now) if ahead else (times, now)


def _change(data: st.DataObject, times: AloneTimes, now: datetime, step: str) -> AloneTimes:
    start, booking = data.draw(st.sampled_from(times.ahead(now)))
    moved = replace(booking, day=booking.day + timedelta(days=1))
    match step:
        case "cancel":
            return times.cancelling(booking, now, now.date())
        case "skip" if booking.weekly:
            return times.skipping(booking, start.date(), now.date())
        case "once" if booking.weekly:
            return times.moving_once(booking, start, moved, now.date())
        case "all":
            return times.moving(booking, moved, now, now.date())
    return times
