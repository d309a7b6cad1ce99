from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.domain.reminder import Once, Refusal, Weekly
from skill.domain.reply import Ask, Close, HandOver
from tests.conversations.alone_time.alone_room import House, asked, keys, words


@pytest.fixture
def house() -> House:
    return House()


def _triggers(house: House) -> list[Once | Weekly]:
    return [ring.trigger for ring in house.device.there.values()]


def test_nothing_is_set_before_a_yes(house: House):
    house.book()
    house.say("RemindMeIntent", lead="PT1H")
    assert house.device.calls == []
    house.yes()
    assert house.device.calls == ["create"]


def test_time_lead_and_repetition_are_said_before_and_after(house: House):
    said = words(house.book(day="", weekday="TH", time="19:30"))
    assert all(
        part in said for part in ("every Thursday", "quarter past 7 in the evening", "15 minutes before")
    )
    done = words(house.yes())
    assert all(
        part in done for part in ("every Thursday", "quarter past 7 in the evening", "15 minutes before")
    )


def test_a_reminder_names_nobody(house: House):
    house.book()
    house.yes()
    assert [ring.text.key for ring in house.device.there.values()] == ["reminder.before"]
    assert "sam" not in repr(house.device.there).casefold()


@pytest.mark.parametrize("refusal", list(Refusal))
def test_the_booking_stands_when_the_reminder_is_refused(house: House, refusal: Refusal):
    house.book()
    house.device.refusals = [refusal]
    reply = house.yes()
    if refusal is Refusal.NO_PERMISSION:
        assert isinstance(reply, HandOver)
        return
    assert keys(reply) == [f"reminder.refused.{refusal}"]
    assert len(house.booked) == 1
    assert house.booked[0].leads == ()


def test_without_permission_the_platform_asks(house: House):
    house.granted = False
    house.book()
    assert isinstance(house.yes(), HandOver)
    assert house.device.calls == []


def test_accepted_sets_what_was_agreed(house: House):
    house.granted = False
    house.book()
    house.say("RemindMeIntent", lead="PT1H", moment="start")
    house.yes()
    house.platform("ACCEPTED")
    assert [ring.text.key for ring in house.device.there.values()] == ["reminder.before", "reminder.now"]


def test_accepted_but_still_refused_sends_the_card(house: House):
    house.granted = False
    house.book()
    house.yes()
    house.device.refusals = [Refusal.NO_PERMISSION]
    reply = house.platform("ACCEPTED")
    assert isinstance(reply, Close)
    assert reply.permission_card


@pytest.mark.parametrize(
    ("outcome", "key", "card"),
    [
        ("DENIED", "reminder.denied", False),
        ("NOT_ANSWERED", "reminder.not_answered", False),
        ("ERROR", "reminder.card", True),
    ],
)
def test_what_the_platform_heard_is_met_kindly(house: House, outcome: str, key: str, card: bool):  # noqa: FBT001 - a parameter
    house.granted = False
    house.book()
    house.yes()
    reply = house.platform(outcome)
    assert isinstance(reply, Close)
    assert (keys(reply), reply.permission_card) == ([key], card)
    assert len(house.booked) == 1


def test_after_denied_the_card_asks_for_seven_days_and_then_the_voice(house: House):
    house.granted = False
    house.book(day="2026-12-28")
    house.yes()
    house.platform("DENIED")
    house.later(days=6)
    reply = house.say("RemindMeIntent")
    assert isinstance(reply, Close)
    assert reply.permission_card
    house.later(days=1)
    assert asked(house.say("RemindMeIntent")) == "offer_reminder"
    assert isinstance(house.yes(), HandOver)


def test_after_denied_a_permission_given_in_the_app_is_enough(house: House):
    house.granted = False
    house.book()
    house.yes()
    house.platform("DENIED")
    house.granted = True
    house.say("RemindMeIntent")
    house.yes()
    assert len(house.device.there) == 1


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "DontRemindIntent"])
def test_an_offer_is_not_repeated_for_seven_days_whatever_is_booked(house: House, intent: str):
    house.book()
    house.say(intent)
    house.later(days=6)
    assert isinstance(house.book(name="alex", day="2026-12-05"), Close)
    assert asked(house.say("RemindMeIntent")) == "offer_reminder"
    house.say("AMAZON.StopIntent")
    house.later(days=1)
    assert isinstance(house.book(name="alex", day="2026-12-06"), Ask)


@pytest.mark.parametrize("lead", ["P2D", "PT0S", "?", "P1M"])
def test_a_lead_no_reminder_can_have_is_answered_with_the_usual_one(house: House, lead: str):
    house.book()
    reply = house.say("RemindMeIntent", lead=lead)
    assert "reminder.lead_too_long" in keys(reply)
    assert "15 minutes before" in words(reply)


def test_a_lead_longer_than_the_time_left_is_offered_at_the_start(house: House):
    house.book(day="2026-11-23", time="19:40")
    reply = house.say("RemindMeIntent", lead="PT1H")
    assert "reminder.too_late" in keys(reply)
    assert "when it starts" in words(reply)


def test_a_booking_that_begins_at_once_is_offered_at_the_start(house: House):
    assert "when it starts" in words(house.book(day="2026-11-23", time="19:40"))


def test_no_reminder_takes_it_away_and_the_booking_stands(house: House):
    house.book()
    house.yes()
    house.say("DontRemindIntent")
    assert house.device.there == {}
    assert len(house.booked) == 1
    house.say("UndoIntent")
    assert len(house.device.there) == 1


@pytest.mark.parametrize("refusal", [Refusal.NOT_NOW, Refusal.NO_PERMISSION])
def test_what_could_not_be_taken_away_is_told(house: House, refusal: Refusal):
    house.book()
    house.yes()
    house.device.refusals = [refusal]
    assert keys(house.say("CancelAloneTimeIntent"))[-1] == "reminder.may_still_ring"


def test_a_change_that_was_read_back_needs_no_other_yes(house: House):
    house.book()
    house.yes()
    reply = house.say("MoveAloneTimeIntent", day="2026-11-29")
    assert isinstance(reply, Close)
    assert keys(reply) == ["alone_time.moved_for", "reminder.comes_along"]
    assert [t.at.day for t in _triggers(house) if isinstance(t, Once)] == [29]


def test_undoing_the_booking_takes_its_reminder_too(house: House):
    house.book()
    house.yes()
    house.say("UndoIntent")
    assert house.device.there == {}
    assert house.booked == []


@pytest.mark.parametrize("refusal", list(Refusal))
def test_what_the_device_refused_is_not_set_when_something_else_is_taken_back(house: House, refusal: Refusal):
    house.book()
    house.say("AMAZON.NoIntent")
    house.book(day="2026-12-05")
    house.say("AMAZON.NoIntent")
    house.say("RemindMeIntent")
    house.device.refusals = [refusal]
    house.yes()
    house.say("UndoIntent")
    assert [booking.leads for booking in house.booked] == [()]
    assert house.device.there == {}


def test_a_yes_after_its_moment_is_no_reminder_but_offers_the_start(house: House):
    house.book(day="2026-11-23", time="19:46")
    house.later(minutes=3)
    reply = house.yes()
    assert (asked(reply), keys(reply)) == ("offer_reminder", ["reminder.too_late"])
    assert "when it starts" in words(reply)
    assert house.device.there == {}
    assert keys(house.yes()) == ["reminder.set"]
    assert len(house.device.there) == 1


def test_a_yes_after_the_start_says_that_it_is_too_late(house: House):
    house.book(day="2026-11-23", time="19:46")
    house.later(minutes=20)
    assert keys(house.yes()) == ["reminder.refused.past"]


def test_a_move_inside_its_lead_says_that_it_will_not_ring(house: House):
    house.book()
    house.yes()
    reply = house.say("MoveAloneTimeIntent", day="2026-11-23", time="19:40")
    assert keys(reply)[1:] == ["reminder.too_late_at_all"]
    assert house.device.there == {}


def test_a_move_inside_one_of_two_leads_says_which_one_still_rings(house: House):
    house.book()
    house.yes()
    house.say("RemindMeIntent", moment="start")
    house.yes()
    reply = house.say("MoveAloneTimeIntent", day="2026-11-23", time="19:40")
    assert keys(reply)[1:] == ["reminder.too_late_before", "reminder.comes_along"]
    assert "when it starts, at 7:40 in the evening" in words(reply)
    assert "before, at" not in words(reply)


def test_one_week_moved_inside_its_lead_says_that_it_will_not_ring(house: House):
    house.book(day="", weekday="TU")
    house.yes()
    reply = house.say("MoveAloneTimeIntent", day="2026-11-23", time="19:40")
    assert keys(reply)[1:] == ["reminder.too_late_at_all"]


def test_a_cancelled_one_taken_back_too_late_says_that_it_will_not_ring(house: House):
    house.book(day="2026-11-23", time="20:00")
    house.yes()
    house.say("CancelAloneTimeIntent")
    house.later(minutes=20)
    assert keys(house.say("UndoIntent"))[1:] == ["reminder.too_late_at_all"]


def test_what_has_rung_is_not_said_to_be_set(house: House):
    house.book(day="2026-11-23", time="20:00")
    house.yes()
    house.later(minutes=20)
    reply = house.say("RemindMeIntent")
    assert "reminder.too_late" in keys(reply)
    assert "when it starts" in words(reply)


def test_a_far_week_skipped_keeps_the_reminder(house: House):
    house.book(day="", weekday="TU")
    house.yes()
    assert keys(house.say("SkipAloneTimeIntent", day="2027-03-30"))[1:] == ["reminder.skips_too"]
    assert len(house.device.there) == 2


def test_a_booking_moved_elsewhere_is_offered_again_at_its_new_time(house: House):
    house.book()
    here = house.progress
    house.say("MoveAloneTimeIntent", day="2026-11-29", time="16:00")
    house.progress = here
    reply = house.yes()
    assert (asked(reply), keys(reply)) == ("offer_reminder", ["reminder.moved_since_for"])
    assert "quarter to 4 in the afternoon" in words(reply)
    assert house.device.there == {}


def test_a_booking_cancelled_elsewhere_gets_no_reminder(house: House):
    house.book()
    here = house.progress
    house.say("CancelAloneTimeIntent")
    house.progress = here
    assert keys(house.yes()) == ["reminder.not_booked"]


def test_a_booking_of_others_under_the_same_number_gets_no_reminder(house: House):
    house.book()
    here = house.progress
    house.later(seconds=5)
    house.say("ForgetUsIntent")
    house.yes()
    house.book(name="alex")
    house.progress = replace(here, begun=None)
    assert keys(house.yes()) == ["reminder.not_booked"]
    assert house.device.there == {}


def test_accepted_too_late_sets_nothing_that_was_not_agreed(house: House):
    house.granted = False
    house.book(day="2026-11-23", time="19:46")
    house.yes()
    house.later(minutes=3)
    assert keys(house.platform("ACCEPTED")) == ["reminder.too_late"]
    assert house.device.there == {}
