# ruff: noqa: DTZ001 - times are the wall clock, which has no zone
from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skill.domain.alone_time.booking import THE_OTHER, Booking
from skill.domain.partner import Partner
from skill.domain.reminder import Refusal
from skill.domain.reply import Reply
from tests.conversations.alone_time.alone_room import House, asked, keys, words

SATURDAY = {"name": "sam", "day": "2026-11-28", "time": "10:00", "length": "PT1H"}
SUNDAY = {"name": "alex", "day": "2026-11-29", "time": "15:00", "length": "PT2H"}
THURSDAYS = {"name": "sam", "weekday": "TH", "day": "", "time": "19:30", "length": "PT1H"}


@pytest.fixture
def house() -> House:
    return House()


def _book(house: House, said: dict[str, str], *, reminded: bool = False) -> None:
    if asked(house.book(**said)) == "offer_reminder":
        house.yes() if reminded else house.say("AMAZON.StopIntent")


def _times(house: House) -> set[tuple[Partner | None, datetime, int]]:
    wall = house.now.replace(tzinfo=None)
    return {(b.whose, start, b.minutes) for start, b in house.times.ahead(wall)}


def _rings(house: House) -> list[datetime]:
    wall = house.now.replace(tzinfo=None)
    return sorted(a.next_ring(wall) or wall for a in house.times.alarms)


def _sam(house: House, intent: str, **slots: str) -> Reply:
    """Sam says who it is, then what is wanted."""
    house.say("WhoIntent", name="sam")
    return house.say(intent, **slots)


SWAPPED = {
    (Partner.FIRST, datetime(2026, 11, 29, 15), 120),
    (Partner.SECOND, datetime(2026, 11, 28, 10), 60),
}


def test_two_times_are_exchanged_and_read_back(house: House):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    reply = _sam(house, "SwapIntent")
    assert keys(reply) == ["swap.swapped"]
    assert _times(house) == SWAPPED
    assert "Sam has Sunday" in words(reply)
    assert "Alex has Saturday" in words(reply)


@pytest.mark.parametrize("who", ["sam", "alex"])
def test_whoever_is_named_the_swap_is_the_same(house: House, who: str):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    _sam(house, "SwapIntent", name=who)
    assert _times(house) == SWAPPED


def test_a_swap_is_taken_back_whole(house: House):
    _book(house, SATURDAY, reminded=True)
    _book(house, SUNDAY)
    before = house.booked, _rings(house)
    _sam(house, "SwapIntent")
    assert keys(house.say("UndoIntent")) == ["swap.undone"]
    assert (house.booked, _rings(house)) == before


def test_a_reminder_goes_with_whoever_asked_for_it(house: House):
    _book(house, SATURDAY, reminded=True)
    _book(house, SUNDAY)
    reply = _sam(house, "SwapIntent")
    assert keys(reply) == ["swap.swapped", "swap.reminder"]
    assert _rings(house) == [datetime(2026, 11, 29, 14, 45)]
    assert house.device.rings(datetime(2026, 11, 24), datetime(2026, 12, 24)) == [
        datetime(2026, 11, 29, 14, 45)
    ]


def test_two_reminders_go_each_with_its_time(house: House):
    _book(house, SATURDAY, reminded=True)
    _book(house, SUNDAY, reminded=True)
    assert keys(_sam(house, "SwapIntent")) == ["swap.swapped", "swap.reminders"]
    assert _rings(house) == [datetime(2026, 11, 28, 9, 45), datetime(2026, 11, 29, 14, 45)]


def test_a_reminder_that_could_not_be_moved_is_owned_up_to(house: House):
    _book(house, SATURDAY, reminded=True)
    _book(house, SUNDAY)
    house.device.refusals = [Refusal.NOT_NOW] * 4
    assert "reminder.refused.not_now" in keys(_sam(house, "SwapIntent"))
    assert _times(house) == SWAPPED


def test_of_a_weekly_one_that_week_only_is_swapped(house: House):
    _book(house, THURSDAYS, reminded=True)
    _book(house, SUNDAY)
    assert keys(_sam(house, "SwapIntent"))[:2] == ["swap.swapped", "swap.other_weeks"]
    assert _times(house) == {
        (Partner.FIRST, datetime(2026, 11, 29, 15), 120),
        (Partner.SECOND, datetime(2026, 11, 26, 19, 30), 60),
        (Partner.FIRST, datetime(2026, 12, 3, 19, 30), 60),
    }
    assert _rings(house)[:2] == [datetime(2026, 11, 29, 14, 45), datetime(2026, 12, 3, 19, 15)]


def test_whoever_said_they_have_the_children_may_be_the_one_who_goes_now(house: House):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    house.say("CoverIntent", name="alex")
    house.say("CoverIntent", helper="grandma")
    assert {b.cover for b in house.booked} == {THE_OTHER, "grandma"}
    _sam(house, "SwapIntent")
    assert {(b.whose, b.cover) for b in house.booked} == {(Partner.FIRST, "grandma"), (Partner.SECOND, "")}


def test_where_only_one_is_booked_the_other_is_asked_to_have_it(house: House):
    _book(house, SATURDAY, reminded=True)
    house.say("NameIntent", name="alex")
    assert asked(house.say("SwapIntent")) == "handing_on"
    assert {b.whose for b in house.booked} == {Partner.FIRST}
    assert keys(house.no()) == ["alone_time.stays"]
    house.say("SwapIntent")
    reply = house.yes()
    assert keys(reply) == ["swap.given", "reminder.gone_too"]
    assert asked(reply) == "instead"
    assert {b.whose for b in house.booked} == {Partner.SECOND}
    assert house.device.rings(datetime(2026, 11, 24), datetime(2026, 12, 24)) == []


def test_what_was_given_is_made_up_for_by_another_time_of_the_same_length(house: House):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    assert asked(_sam(house, "GiveIntent", name="alex")) == "instead"
    house.say("WhenIntent", day="2026-11-30", time="10:00")
    assert (Partner.FIRST, datetime(2026, 11, 30, 10), 60) in _times(house)


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent", "CancelAloneTimeIntent"])
def test_no_other_time_is_fine_too(house: House, intent: str):
    _book(house, SATURDAY)
    _sam(house, "GiveIntent", name="alex")
    assert keys(house.say(intent)) == ["instead.none"]


def test_cancelling_cancels_at_once_and_asks_one_short_thing(house: House):
    _book(house, SATURDAY)
    reply = house.say("CancelAloneTimeIntent")
    assert (keys(reply), asked(reply)) == (["alone_time.cancelled_for"], "instead")
    assert house.booked == []
    assert keys(house.no()) == ["instead.none"]
    assert house.booked == []


@pytest.mark.parametrize(
    ("intent", "slots"),
    [("GiveIntent", {}), ("WhoseIntent", {"whose": "partner"}), ("NameIntent", {"name": "alex"})],
)
def test_what_was_cancelled_can_be_for_the_other(house: House, intent: str, slots: dict[str, str]):
    _book(house, SUNDAY)
    _book(house, SATURDAY)
    house.say("CancelAloneTimeIntent", day="2026-11-28")
    house.say(intent, **slots)
    alex = Partner.FIRST
    assert (alex, datetime(2026, 11, 28, 10), 60) in _times(house)


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "MoveAloneTimeIntent"])
def test_what_was_cancelled_can_be_at_another_time(house: House, intent: str):
    _book(house, SATURDAY)
    house.say("CancelAloneTimeIntent")
    assert asked(house.say(intent)) == "which_day"
    house.say("WhenIntent", day="2026-11-29", time="10:00")
    assert _times(house) == {(Partner.FIRST, datetime(2026, 11, 29, 10), 60)}


def test_what_was_booked_by_mistake_is_cancelled_without_a_question(house: House):
    assert asked(house.book()) == "offer_reminder"
    assert asked(house.say("CancelAloneTimeIntent")) == ""


def test_a_swap_that_would_leave_the_children_alone_is_told_and_not_made(house: House):
    _book(house, SATURDAY)
    _book(house, {**SATURDAY, "time": "10:30", "day": "2026-11-28"})
    _book(house, SUNDAY)
    before = house.booked
    assert keys(house.say("SwapIntent")) == ["alone_time.clash_for", "alone_time.stays"]
    assert house.booked == before


def test_what_has_no_name_is_either_of_theirs(house: House):
    house.book(name="")
    house.say("SkipIntent")
    house.say("AMAZON.StopIntent")
    assert keys(house.say("SwapIntent")) == ["swap.either"]
    assert keys(house.say("GiveIntent")) == ["swap.either"]


def test_a_third_name_swaps_nothing(house: House):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    assert keys(house.say("SwapIntent", name="robin")) == ["alone_time.third_name", "alone_time.stays"]


def test_nothing_booked_is_nothing_to_swap(house: House):
    assert keys(house.say("SwapIntent")) == ["alone_time.nothing_booked"]


@pytest.mark.parametrize("who", ["sam", "alex", ""])
def test_whoever_asks_whose_turn_it_is_hears_the_same_and_no_name(who: str):
    house = House()
    _book(house, SATURDAY | {"day": "2026-11-24", "length": "PT4H"})
    _book(house, SUNDAY | {"day": "2026-11-25", "length": "PT1H"})
    house.later(days=4)
    if who:
        house.say("WhoIntent", name=who)
    reply = house.say("WhoseTurnIntent")
    assert keys(reply) == ["alone_time.one_is_due"]
    assert "Sam" not in words(reply)
    assert "Alex" not in words(reply)


def test_a_voice_that_nobody_knows_swaps_after_one_yes(house: House):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    before = house.booked
    reply = house.say("SwapIntent")
    assert (asked(reply), house.booked) == ("exchanging", before)
    assert "Sam would get Sunday" in words(reply)
    assert keys(house.yes()) == ["swap.swapped"]
    assert _times(house) == SWAPPED


@pytest.mark.parametrize("wish", ["SwapIntent", "GiveIntent"])
def test_a_no_leaves_both_times_where_they_are(house: House, wish: str):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    before = house.booked
    house.say(wish)
    assert keys(house.no()) == ["alone_time.stays"]
    assert house.booked == before


@pytest.mark.parametrize("wish", ["SwapIntent", "GiveIntent"])
def test_a_yes_to_what_was_given_away_meanwhile_changes_nothing(house: House, wish: str):
    _book(house, SATURDAY)
    _book(house, SUNDAY)
    house.say(wish)
    meanwhile = replace(house.booked[0], whose=Partner.SECOND)
    house.put(house.times.putting(meanwhile, meanwhile.day))
    before = house.booked
    assert keys(house.yes()) == ["alone_time.nothing_then"]
    assert house.booked == before


@pytest.mark.parametrize("speaker", ["", "sam", "alex"])
def test_what_is_somebodys_already_stays_theirs(house: House, speaker: str):
    _book(house, SATURDAY)
    house.say("WhoIntent", name="alex")
    house.say("AMAZON.StopIntent")
    if speaker:
        house.say("WhoIntent", name=speaker)
    reply = house.say("GiveIntent", name="sam")
    assert keys(reply) == ["swap.already"]
    assert "Sam" in words(reply)
    assert {b.whose for b in house.booked} == {Partner.FIRST}


@pytest.mark.parametrize("speaker", ["", "alex"])
def test_nobody_gives_away_what_is_not_theirs_without_a_yes(house: House, speaker: str):
    _book(house, SATURDAY)
    house.say("WhoIntent", name="alex")
    house.say("AMAZON.StopIntent")
    if speaker:
        house.say("WhoIntent", name=speaker)
    assert asked(house.say("GiveIntent", name="alex")) == "handing_on"
    assert {b.whose for b in house.booked} == {Partner.FIRST}
    assert keys(house.say("GiveIntent", name="sam")) == ["swap.already"]
    house.say("GiveIntent", name="alex")
    assert asked(house.say("GiveIntent", name="alex")) == "instead"
    assert {b.whose for b in house.booked} == {Partner.SECOND}


def test_a_later_week_that_was_named_is_swapped_after_a_yes_too(house: House):
    _book(house, THURSDAYS)
    _book(house, SUNDAY)
    assert asked(house.say("SwapIntent", day="2026-12-03", name="sam")) == "exchanging"
    house.yes()
    assert (Partner.SECOND, datetime(2026, 12, 3, 19, 30), 60) in _times(house)


MOMENTS = st.tuples(
    st.sampled_from(["2026-11-26", "2026-11-28", "2026-11-29", "2026-12-05"]),
    st.sampled_from(["09:00", "12:30", "19:30"]),
    st.sampled_from(["PT30M", "PT1H", "PT2H"]),
    st.booleans(),
    st.booleans(),
)
"""Day, time and length, whether every week, and whether it rings."""


@settings(max_examples=40, deadline=None)
@given(MOMENTS, MOMENTS, st.sampled_from(["SwapIntent", "GiveIntent"]))
def test_whatever_is_swapped_each_rings_for_its_own_time_and_undo_brings_all_back(
    sams: tuple[str, str, str, bool, bool], alexs: tuple[str, str, str, bool, bool], intent: str
):
    house = House()
    for name, (day, at, length, weekly, rings) in (("sam", sams), ("alex", alexs)):
        weekday = f"{datetime.fromisoformat(day):%a}"[:2].upper() if weekly else ""
        said = {"name": name, "day": "" if weekly else day, "weekday": weekday, "time": at, "length": length}
        _book(house, said)
        if house.booked and rings:
            house.say("RemindMeIntent")
            house.yes()
    before, rang = house.times.bookings, _rings(house)
    slots = set(_times(house))
    _sam(house, intent)
    assert _rings(house) == sorted(_wanted(house))
    if intent == "SwapIntent" and len(slots) == 2 and house.times.bookings != before:
        assert {(start, m) for _, start, m in slots} <= {(start, m) for _, start, m in _times(house)}
        assert not slots & _times(house)
    if house.times.bookings != before:
        house.say("UndoIntent")
    assert (house.times.bookings, _rings(house)) == (before, rang)


def _wanted(house: House) -> list[datetime]:
    wall = house.now.replace(tzinfo=None)
    return [start - _lead(lead) for b in house.booked for lead in b.leads for start in _next(b, wall)]


def _next(booking: Booking, wall: datetime) -> list[datetime]:
    start = booking.next_start(wall)
    return [start] if start else []


def _lead(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)
