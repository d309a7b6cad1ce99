# ruff: noqa: DTZ001 - times are the wall clock, which has no zone
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.reminder_offer import LONGEST_LEAD
from skill.domain.alone_time.ringing import Followed, behind, caught_up, follow
from skill.domain.alone_time.wanted import MOST_ALARMS, planned
from skill.domain.partner import Partner
from skill.domain.reminder import Alarm, Once, Refusal, Weekly, text_of
from skill.library import Library
from skill.speech import Speech
from tests.domain.alone_time.ringing_device import RingingDevice

NOW = datetime(2026, 11, 23, 19, 30)
TODAY = NOW.date()
YEAR = NOW + timedelta(days=366)
ZONE = "Europe/London"
MADE = datetime(2026, 11, 1, tzinfo=UTC)
THURSDAYS = Booking(0, Partner.FIRST, date(2026, 11, 26), time(19, 30), 60, MADE, weekly=True, leads=(15,))
SATURDAY = Booking(0, Partner.FIRST, date(2026, 11, 28), time(10), 60, MADE, leads=(15,))


def _follow(times: AloneTimes, device: RingingDevice, now: datetime = NOW) -> Followed:
    return follow(times, device, now, ZONE)


def _set(booking: Booking, device: RingingDevice) -> AloneTimes:
    return _follow(AloneTimes().adding(booking, TODAY), device).times


def _brute_force(times: AloneTimes, now: datetime) -> list[datetime]:
    """Every minute of a year at which something is to be heard: day by day, without the plan's shortcuts."""
    heard = []
    for offset in range(-1, 368):
        day = TODAY + timedelta(days=offset)
        for b in times.bookings:
            on = (day >= b.day and day.weekday() == b.day.weekday()) if b.weekly else day == b.day
            if on and day not in b.skipped and not (b.ends and day >= b.ends):
                heard += [datetime.combine(day, b.at) - timedelta(minutes=lead) for lead in b.leads]
    return sorted(at for at in heard if now < at <= YEAR)


def test_a_single_one_rings_once_before_it():
    device = RingingDevice()
    _set(SATURDAY, device)
    assert [r.trigger for r in device.there.values()] == [Once(datetime(2026, 11, 28, 9, 45))]


def test_a_weekly_one_rings_every_week():
    device = RingingDevice()
    _set(THURSDAYS, device)
    assert [r.trigger for r in device.there.values()] == [
        Weekly(3, time(19, 15), datetime(2026, 11, 26, 19, 15))
    ]


def test_a_lead_across_midnight_rings_on_the_weekday_before():
    device = RingingDevice()
    _set(replace(THURSDAYS, at=time(0, 10)), device)
    assert [r.trigger for r in device.there.values()] == [
        Weekly(2, time(23, 55), datetime(2026, 11, 25, 23, 55))
    ]


def test_next_week_skipped_rings_this_week_and_from_the_week_after():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    _follow(times.skipping(times.bookings[0], date(2026, 12, 3), TODAY), device)
    rings = device.rings(NOW, NOW + timedelta(days=30))
    assert [r.day for r in rings] == [26, 10, 17]


def test_a_far_week_skipped_leaves_one_series_before_it_and_one_after_it():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    followed = _follow(times.skipping(times.bookings[0], date(2027, 4, 1), TODAY), device)
    assert followed.refusal is None
    assert [r.trigger for r in device.there.values()] == [
        Weekly(3, time(19, 15), datetime(2026, 11, 26, 19, 15), datetime(2027, 3, 25, 19, 15)),
        Weekly(3, time(19, 15), datetime(2027, 4, 8, 19, 15)),
    ]
    device.calls.clear()
    _follow(followed.times, device, datetime(2027, 3, 20))
    assert device.calls == []


def test_a_series_that_has_ended_is_let_go_and_not_asked_for_again():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    times = _follow(times.skipping(times.bookings[0], date(2026, 12, 10), TODAY), device).times
    device.calls.clear()
    times = _follow(times.settled(date(2026, 12, 12)), device, datetime(2026, 12, 12, 12)).times
    assert [alarm.at for alarm in times.alarms] == [datetime(2026, 12, 17, 19, 15)]
    assert device.calls == []


def test_what_is_new_is_made_before_what_is_old_is_deleted():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    device.calls.clear()
    single = replace(times.bookings[0], weekly=False)
    _follow(times.putting(single, TODAY), device)
    assert device.calls == ["create", "delete"]


def test_a_move_changes_the_reminder_in_place():
    device = RingingDevice()
    times = _set(SATURDAY, device)
    moved = replace(times.bookings[0], day=date(2026, 11, 29))
    _follow(times.putting(moved, TODAY), device)
    assert list(device.there) == ["t1"]
    assert device.rings(NOW, YEAR) == [datetime(2026, 11, 29, 9, 45)]


def test_a_reminder_somebody_deleted_in_the_app_is_made_anew():
    device = RingingDevice()
    times = _set(SATURDAY, device)
    device.there.clear()
    followed = _follow(times.putting(replace(times.bookings[0], at=time(11)), TODAY), device)
    assert device.rings(NOW, YEAR) == [datetime(2026, 11, 28, 10, 45)]
    assert followed.refusal is None


@pytest.mark.parametrize("refusal", [r for r in Refusal if r is not Refusal.GONE])
def test_a_refused_reminder_is_told_and_not_wanted_any_more(refusal: Refusal):
    device = RingingDevice(refusals=[refusal])
    followed = _follow(AloneTimes().adding(SATURDAY, TODAY), device)
    assert followed.refusal is refusal
    assert followed.times.bookings[0].leads == ()
    assert followed.times.alarms == ()


def test_far_weeks_that_could_not_be_set_wait_and_the_coming_one_rings():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    device.refusals = [None, Refusal.NOT_NOW]
    followed = _follow(times.skipping(times.bookings[0], date(2026, 12, 3), TODAY), device)
    assert followed.refusal is None
    assert followed.until == {1: datetime(2026, 11, 26, 19, 15)}
    assert device.rings(NOW, YEAR) == [datetime(2026, 11, 26, 19, 15)]
    caught = caught_up(followed.times, device, NOW, ZONE)
    assert device.rings(NOW, YEAR) == _brute_force(caught, NOW)
    assert behind(caught, NOW) == []


def test_a_series_whose_coming_reminder_could_not_be_set_is_taken_away_whole():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    device.refusals = [Refusal.NOT_NOW]
    followed = _follow(times.skipping(times.bookings[0], date(2026, 12, 3), TODAY), device)
    assert followed.refusal is Refusal.NOT_NOW
    assert device.there == {}
    assert followed.times.bookings[0].leads == ()


def _every_other_skipped(times: AloneTimes, weeks: int) -> AloneTimes:
    for week in range(1, weeks, 2):
        times = times.skipping(times.bookings[0], THURSDAYS.day + timedelta(weeks=week), TODAY)
    return times


def test_a_series_with_very_many_weeks_skipped_rings_for_the_coming_ones_and_says_until_when():
    device = RingingDevice()
    followed = _follow(_every_other_skipped(_set(THURSDAYS, device), 26), device)
    assert followed.refusal is None
    assert followed.times.bookings[0].leads == (15,)
    assert len(device.there) == MOST_ALARMS
    last = datetime(2026, 11, 26, 19, 15) + timedelta(weeks=2 * (MOST_ALARMS - 1))
    assert followed.until == {1: last}
    assert device.rings(NOW, YEAR) == [at for at in _brute_force(followed.times, NOW) if at <= last]


def test_another_booking_takes_room_from_far_weeks_and_never_from_a_coming_reminder():
    device = RingingDevice()
    times = _follow(_every_other_skipped(_set(THURSDAYS, device), 26), device).times
    followed = _follow(times.adding(SATURDAY, TODAY), device)
    assert followed.refusal is None
    assert len(device.there) == MOST_ALARMS
    assert datetime(2026, 11, 28, 9, 45) in device.rings(NOW, YEAR)
    assert followed.until.keys() == {1}


def test_what_waited_is_set_when_there_is_room_so_that_nothing_that_counts_is_missed():
    device, now = RingingDevice(), NOW
    times = _follow(_every_other_skipped(_set(THURSDAYS, device), 26), device).times
    wanted = _brute_force(times, NOW)
    heard: set[datetime] = set()
    for _ in range(30):
        times = caught_up(times.settled(now.date()), device, now, ZONE)
        assert len(times.alarms) <= MOST_ALARMS
        heard |= set(device.rings(now, now + timedelta(days=7)))
        now += timedelta(days=7)
    assert sorted(heard) == [at for at in wanted if at <= now]


def test_catching_up_takes_nothing_away_even_where_the_device_refuses():
    device = RingingDevice()
    times = _follow(_every_other_skipped(_set(THURSDAYS, device), 26), device).times
    later = datetime(2026, 12, 20)
    device.refusals = [Refusal.NO_PERMISSION] * 3
    caught = caught_up(times.settled(later.date()), device, later, ZONE)
    assert len(device.rings(later, YEAR)) == MOST_ALARMS - 2
    assert caught.bookings == times.settled(later.date()).bookings
    assert len(behind(caught, later)) == 2


def test_a_deletion_that_failed_is_told_and_tried_again_with_the_next_change():
    device = RingingDevice()
    times = _set(SATURDAY, device)
    device.refusals = [Refusal.NOT_NOW]
    followed = _follow(times.cancelling(times.bookings[0], NOW, TODAY), device)
    assert followed.may_still_ring
    assert len(device.there) == 1
    again = _follow(followed.times, device)
    assert not again.may_still_ring
    assert device.there == {}


def test_there_are_never_more_than_ten():
    device = RingingDevice()
    times = AloneTimes()
    for number in range(12):
        times = _follow(times.adding(replace(SATURDAY, at=time(8 + number)), TODAY), device).times
    assert len(device.there) == MOST_ALARMS
    assert sum(bool(b.leads) for b in times.bookings) == MOST_ALARMS


def test_what_is_set_already_is_left_alone():
    device = RingingDevice()
    times = _set(THURSDAYS, device)
    device.calls.clear()
    _follow(times, device, NOW + timedelta(days=20))
    assert device.calls == []


def test_a_new_zone_brings_the_reminders_along():
    device = RingingDevice()
    times = _set(SATURDAY, device)
    follow(times, device, NOW, "America/New_York")
    assert [r.zone for r in device.there.values()] == ["America/New_York"]


def test_a_reminder_says_at_most_25_characters_whatever_the_lead():
    speech = Speech(Library.english())
    texts = [speech.words(text_of(lead), "en-US") for lead in range(LONGEST_LEAD + 1)]
    assert [text for text in texts if len(text) > 25 or not text.startswith("Your time")] == []


def test_a_weekly_alarm_knows_its_next_ring():
    alarm = Alarm(1, 15, "t", datetime(2026, 11, 26, 19, 15), weekly=True, zone=ZONE)
    assert alarm.next_ring(datetime(2026, 11, 26, 19, 15)) == datetime(2026, 12, 3, 19, 15)
    assert alarm.next_ring(datetime(2026, 12, 3, 19, 14)) == datetime(2026, 12, 3, 19, 15)


BOOKINGS = st.builds(
    Booking,
    id=st.just(0),
    whose=st.just(Partner.FIRST),
    day=st.dates(TODAY, TODAY + timedelta(days=30)),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    minutes=st.just(60),
    made_at=st.just(MADE),
    weekly=st.booleans(),
    leads=st.sampled_from([(), (15,), (0,), (15, 0), (600,)]),
)


@given(
    st.data(),
    st.lists(st.sampled_from(["add", "skip", "cancel", "move", "once", "undo", "sleep"]), max_size=12),
)
@settings(deadline=None, max_examples=60)
def test_it_rings_exactly_before_the_starts_that_count_for_a_whole_year(
    data: st.DataObject, steps: list[str]
):
    device, times, now = RingingDevice(), AloneTimes(), NOW
    for step in steps:
        if step == "sleep":
            now += timedelta(hours=data.draw(st.integers(1, 24 * 10)))
            times = times.settled(now.date())
        changed = _changed(data, times, now, step)
        followed = _follow(changed, device, now)
        times = followed.times
        assert len(times.alarms) <= MOST_ALARMS
        plan = planned(times.bookings, now)
        last = min((w.at for w in plan.waiting), default=YEAR)
        heard = device.rings(now, YEAR)
        assert [at for at in heard if at < last] == [at for at in _brute_force(times, now) if at < last]
        assert set(heard) <= set(_brute_force(times, now))


def _changed(data: st.DataObject, times: AloneTimes, now: datetime, step: str) -> AloneTimes:
    if step == "add":
        return times.adding(data.draw(BOOKINGS), now.date())
    if step == "undo":
        return times.undoing(now.date()) or times
    ahead = times.ahead(now)
    return _one_changed(data, times, data.draw(st.sampled_from(ahead))[1], now, step) if ahead else times


def _one_changed(
    data: st.DataObject, times: AloneTimes, booking: Booking, now: datetime, step: str
) -> AloneTimes:
    start = data.draw(st.sampled_from(list(islice(booking.starts(now), 40))))
    moved = replace(booking, day=start.date() + timedelta(days=1), skipped=())
    match step:
        case "skip" if booking.weekly:
            return times.skipping(booking, start.date(), now.date())
        case "cancel":
            return times.cancelling(booking, now, now.date())
        case "once" if booking.weekly:
            return times.moving_once(booking, start, moved, now.date())
        case "move":
            return times.moving(booking, moved, now, now.date())
    return times
