from __future__ import annotations

from datetime import date, time

import pytest
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Close
from tests.conversations.alone_time.alone_room import House, asked, keys, words


@pytest.fixture
def house() -> House:
    """Sam has Saturday at ten, Alex every Thursday at half past seven."""
    house = House()
    house.book()
    house.no()
    house.book(name="alex", day="", weekday="TH", time="19:30")
    return house


def _of(house: House, weekly: bool) -> Booking:  # noqa: FBT001 - one of the two
    return next(b for b in house.booked if b.weekly is weekly)


def test_two_that_could_be_meant_are_asked(house: House):
    for intent in ("MoveAloneTimeIntent", "CancelAloneTimeIntent", "SkipAloneTimeIntent"):
        assert asked(house.say(intent)) == "which_one"


def test_the_next_of_whoever_is_known_is_meant(house: House):
    house.say("WhoIntent", name="sam")
    house.say("CancelAloneTimeIntent")
    assert [b.weekly for b in house.booked] == [True]


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("WhenIntent", {"day": "2026-11-28"}),
        ("WhenIntent", {"time": "10:00"}),
        ("WhenIntent", {"weekday": "SA"}),
        ("NameIntent", {"name": "sam"}),
    ],
)
def test_which_one_is_told_by_day_time_or_name(house: House, intent: str, slots: dict[str, str]):
    house.say("CancelAloneTimeIntent")
    house.say(intent, **slots)
    assert [b.weekly for b in house.booked] == [True]


def test_another_wish_does_not_tell_which(house: House):
    house.say("CancelAloneTimeIntent")
    house.book(name="sam", day="2026-12-05")
    assert len(house.booked) == 3


def test_no_to_which_one_changes_nothing(house: House):
    house.say("CancelAloneTimeIntent")
    assert keys(house.no()) == ["alone_time.stays"]
    assert len(house.booked) == 2


def test_a_booking_asked_for_while_another_moves_is_a_new_one(house: House):
    house.say("WhoIntent", name="sam")
    house.say("MoveAloneTimeIntent")
    house.book(day="2026-12-05")
    assert len(house.booked) == 3


def test_what_was_said_before_the_question_still_counts(house: House):
    house.say("MoveAloneTimeIntent", day="2026-11-29", time="11:00")
    house.say("NameIntent", name="sam")
    assert (_of(house, weekly=False).day, _of(house, weekly=False).at) == (date(2026, 11, 29), time(11))


def test_it_is_the_one_just_booked_while_its_reminder_is_offered():
    house = House()
    house.book(name="alex", day="2026-11-27")
    house.book()
    house.say("CancelAloneTimeIntent")
    assert [b.day for b in house.booked] == [date(2026, 11, 27)]


def test_a_week_named_skips_the_weekly_one_in_it(house: House):
    house.say("SkipAloneTimeIntent", day="2026-W49")
    assert _of(house, weekly=True).skipped == (date(2026, 12, 3),)


def test_a_day_without_a_booking_is_told(house: House):
    assert keys(house.say("SkipAloneTimeIntent", day="2026-11-27")) == ["alone_time.nothing_then"]


def test_a_weekly_one_cancelled_on_a_day_keeps_its_other_weeks(house: House):
    house.say("CancelAloneTimeIntent", day="2026-11-26")
    assert _of(house, weekly=True).skipped == (date(2026, 11, 26),)


def test_moving_to_a_weekday_moves_all_weeks(house: House):
    house.say("WhoIntent", name="alex")
    house.say("MoveAloneTimeIntent", weekday="FR")
    assert (_of(house, weekly=True).day, _of(house, weekly=True).skipped) == (date(2026, 11, 27), ())


def test_moving_a_weekly_one_to_a_day_moves_that_week_only(house: House):
    house.say("WhoIntent", name="alex")
    house.say("MoveAloneTimeIntent", day="2026-11-27")
    assert [(b.weekly, b.day) for b in house.booked] == [
        (False, date(2026, 11, 27)),
        (False, date(2026, 11, 28)),
        (True, date(2026, 11, 26)),
    ]


def test_a_move_into_the_night_is_asked_back_too(house: House):
    house.say("WhoIntent", name="sam")
    assert asked(house.say("MoveAloneTimeIntent", time="03:00")) == "early_hour"
    house.yes()
    assert _of(house, weekly=False).at == time(3)


def test_a_move_to_the_weekend_is_asked_for_its_day(house: House):
    house.say("WhoIntent", name="sam")
    assert asked(house.say("MoveAloneTimeIntent", day="2026-W49-WE")) == "weekend"
    house.say("WhenIntent", day="2026-11-29")
    assert _of(house, weekly=False).day == date(2026, 12, 6)


def test_a_move_onto_the_other_one_is_told(house: House):
    house.say("WhoIntent", name="sam")
    assert asked(house.say("MoveAloneTimeIntent", day="2026-11-26", time="20:00")) == "clash"


def test_nothing_booked_is_told():
    for intent in ("MoveAloneTimeIntent", "CancelAloneTimeIntent", "SkipAloneTimeIntent"):
        assert isinstance(House().say(intent), Close)


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("SkipAloneTimeIntent", {"day": "2026-11-26"}),
        ("CancelAloneTimeIntent", {"day": "2026-11-28"}),
        ("CancelAloneTimeIntent", {"day": "2026-11-26"}),
        ("CoverIntent", {"helper": "grandma"}),
    ],
)
def test_every_change_can_be_taken_back(house: House, intent: str, slots: dict[str, str]):
    before = house.times.bookings
    house.say(intent, **slots)
    assert house.times.bookings != before
    house.say("UndoIntent")
    assert house.times.bookings == before
    house.say("WhoIntent", name="sam")
    assert keys(house.say("UndoIntent")) == ["alone_time.nothing_to_undo"]


def test_what_changed_before_four_is_not_taken_back_after(house: House):
    house.say("CancelAloneTimeIntent", day="2026-11-28")
    house.later(hours=9)
    house.say("WhoIntent", name="sam")
    assert keys(house.say("UndoIntent")) == ["alone_time.nothing_to_undo"]


def test_the_next_one_is_of_whoever_is_asked_for(house: House):
    assert "alex" in _said(house, name="alex").casefold()
    assert "sam" in _said(house, name="sam").casefold()


def _said(house: House, name: str) -> str:
    reply = house.say("NextAloneTimeIntent", name=name)
    assert isinstance(reply, Close)
    return str(reply.lines[0])


@pytest.mark.parametrize("intent", ["WhenIntent", "MoveAloneTimeIntent"])
def test_another_hour_at_the_offer_moves_what_was_just_booked_and_offers_again(intent: str):
    house = House()
    house.book()
    reply = house.say(intent, time="20:00")
    assert (asked(reply), keys(reply)) == ("offer_reminder", ["alone_time.moved_for"])
    assert [b.at for b in house.booked] == [time(20)]
    house.yes()
    assert len(house.device.there) == 1


def test_another_hour_at_the_offer_moves_all_weeks():
    house = House()
    house.book(day="", weekday="TH", time="19:30")
    house.say("WhenIntent", time="20:00")
    assert [(b.weekly, b.at) for b in house.booked] == [(True, time(20))]


@pytest.mark.parametrize(("part", "hour"), [("MO", 9), ("EV", 21)])
def test_an_evening_moved_to_a_bare_hour_is_asked_which_half_of_the_day(part: str, hour: int):
    house = House()
    house.book(time="20:00")
    house.no()
    reply = house.say("MoveAloneTimeIntent", time="09:00")
    assert asked(reply) == "which_time"
    assert "which_time.part" in repr(reply)
    house.say("WhenIntent", time=part)
    assert [b.at for b in house.booked] == [time(hour)]


def test_a_morning_moved_to_another_hour_is_not_asked_which_half():
    house = House()
    house.book()
    house.no()
    house.say("MoveAloneTimeIntent", time="09:00")
    assert [b.at for b in house.booked] == [time(9)]


def test_a_yes_to_cancelling_what_was_moved_meanwhile_cancels_nothing():
    house = House()
    house.book()
    house.no()
    house.say("SkipAloneTimeIntent")
    here = house.progress
    house.say("MoveAloneTimeIntent", day="2026-11-29")
    house.progress = here
    assert keys(house.yes()) == ["alone_time.nothing_then"]
    assert len(house.booked) == 1


def _two_weekly() -> House:
    house = House()
    house.book(name="sam", day="", weekday="TH", time="19:30")
    house.no()
    house.book(name="alex", day="", weekday="FR", time="19:30")
    return house


@pytest.mark.parametrize("intent", ["SkipAloneTimeIntent", "CancelAloneTimeIntent"])
@pytest.mark.parametrize(
    ("answer", "slots", "skipped"),
    [
        ("NameIntent", {"name": "sam"}, date(2026, 12, 3)),
        ("NameIntent", {"name": "alex"}, date(2026, 12, 4)),
        ("WhenIntent", {"weekday": "TH"}, date(2026, 12, 3)),
        ("WhenIntent", {"day": "2026-12-04"}, date(2026, 12, 4)),
        ("WhenIntent", {"day": "2026-11-27"}, date(2026, 12, 4)),
    ],
)
def test_the_week_that_was_named_is_meant_after_the_question_which_booking(
    intent: str, answer: str, slots: dict[str, str], skipped: date
):
    house = _two_weekly()
    assert asked(house.say(intent, day="2026-W49")) == "which_one"
    house.say(answer, **slots)
    assert [day for b in house.booked for day in b.skipped] == [skipped]


def test_what_was_cancelled_meanwhile_is_not_chosen():
    house = _two_weekly()
    assert asked(house.say("SkipAloneTimeIntent", day="2026-W49")) == "which_one"
    house.put(AloneTimes())
    assert keys(house.say("NameIntent", name="sam")) == ["alone_time.nothing_then"]


def test_which_one_tells_whose_each_is_by_name_and_by_voice_what_is_whose():
    house = _two_weekly()
    reply = house.say("CancelAloneTimeIntent")
    assert "for Sam, Thursday" in words(reply)
    assert "for Alex, Friday" in words(reply)


def test_which_one_tells_whose_it_is_without_a_name_too():
    house = House()
    house.say("WhoIntent", name="sam")
    house.progress = Progress(here=Partner.FIRST)
    house.book(name="", whose="me")
    house.progress = Progress(here=Partner.FIRST)
    house.book(name="", whose="partner", day="2026-11-29")
    house.progress = Progress()
    reply = house.say("CancelAloneTimeIntent")
    assert "for Sam, Saturday" in words(reply)
    assert "for the other of you, Sunday" in words(reply)


def test_which_one_names_nobody_where_both_are_of_the_same_one():
    house = House()
    house.book()
    house.no()
    house.book(day="2026-11-29")
    assert "Sam" not in words(house.say("CancelAloneTimeIntent"))


def test_mine_tells_which_one_when_it_is_known_who_speaks():
    house = _two_weekly()
    house.say("CancelAloneTimeIntent")
    house.progress = replace(house.progress, here=Partner.SECOND)
    house.say("WhoseIntent", whose="me")
    assert [b.day.weekday() for b in house.booked] == [3]


def test_from_ten_to_eleven_moves_what_begins_at_ten(house: House):
    house.say("WhoIntent", name="sam")
    house.say("MoveAloneTimeIntent", time="10:00", until="11:00")
    assert (_of(house, weekly=False).at, _of(house, weekly=False).minutes) == (time(11), 60)


def test_from_two_to_four_is_where_it_moves_to_when_it_began_at_another_hour(house: House):
    house.say("WhoIntent", name="sam")
    house.say("MoveAloneTimeIntent", time="14:00", until="16:00")
    assert (_of(house, weekly=False).at, _of(house, weekly=False).minutes) == (time(14), 120)


def test_a_rhythm_named_before_the_question_which_one_still_counts(house: House):
    house.say("MoveAloneTimeIntent", rhythm="fortnightly", weekday="SU")
    assert asked(house.say("NameIntent", name="sam")) == "how_often"
