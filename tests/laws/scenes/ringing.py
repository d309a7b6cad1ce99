"""Nothing rings without its own yes, and a no is one for a week."""

from __future__ import annotations

from datetime import timedelta

from skill.domain.reply import Close, HandOver
from skill.domain.turn import Kind
from tests.laws.house.device import GOOD, Mood
from tests.laws.house.taken import Taken
from tests.laws.scenes.two import Two


def books(two: Two) -> Taken:
    two.sessions.clear()
    when = (two.day + timedelta(days=3)).isoformat()
    return two.say("BookAloneTimeIntent", {"name": "sam", "day": when, "time": "10:00", "length": "PT1H"})


def nothing_rings_without_its_yes() -> None:
    two = Two()
    books(two)
    assert not two.bench.rings
    two.say("AMAZON.NoIntent")
    assert not two.bench.rings


def a_yes_rings() -> None:
    two = Two()
    assert "offer_reminder.question" in books(two).keys
    two.say("AMAZON.YesIntent")
    assert len(two.bench.rings) == 1


def a_no_lasts_a_week() -> None:
    two = Two()
    books(two)
    two.say("AMAZON.NoIntent")
    two.wait(3600)
    assert "offer_reminder.question" not in books(two).keys
    two.wait(8 * 24 * 3600)
    assert "offer_reminder.question" in books(two).keys


def a_denied_permission_gets_the_card() -> None:
    two = Two()
    two.may_remind = False
    books(two)
    two.say("AMAZON.YesIntent")
    two.say("", kind=Kind.PERMISSION, outcome="DENIED")
    two.sessions.clear()
    taken = two.say("RemindMeIntent")
    assert isinstance(taken.reply, Close)
    assert taken.reply.permission_card


def a_refusal_is_told() -> None:
    for answer, told in (
        ((403, "MAX_REMINDERS_EXCEEDED"), "reminder.refused.too_many"),
        ((403, "DEVICE_NOT_SUPPORTED"), "reminder.refused.device_cannot"),
        ((429, ""), "reminder.refused.not_now"),
        ((503, ""), "reminder.refused.not_now"),
    ):
        two = Two()
        books(two)
        two.bench.mood = Mood(("create",), answer)
        assert told in two.say("AMAZON.YesIntent").keys
        assert two.household().alone_times.bookings[0].leads == ()


def a_permission_that_is_missing_after_all_is_asked_for() -> None:
    two = Two()
    books(two)
    two.bench.mood = Mood(("create",), (401, "UNAUTHORIZED"))
    assert isinstance(two.say("AMAZON.YesIntent").reply, HandOver)
    two.bench.mood = GOOD
    assert "reminder.set" in two.say("", kind=Kind.PERMISSION, outcome="ACCEPTED").keys
    assert len(two.bench.rings) == 1


def a_move_whose_reminder_is_refused_says_so() -> None:
    two = Two()
    books(two)
    two.say("AMAZON.YesIntent")
    two.sessions.clear()
    two.bench.mood = Mood(("create", "update"), (500, ""))
    assert "reminder.refused.not_now" in two.say("MoveAloneTimeIntent", {"time": "11:00"}).keys
    assert not two.bench.rings


def what_could_not_be_taken_away_is_owned_up_to() -> None:
    two = Two()
    books(two)
    two.say("AMAZON.YesIntent")
    two.sessions.clear()
    two.bench.mood = Mood(("delete",), (500, ""))
    assert "reminder.may_still_ring" in two.say("DontRemindIntent").keys
    two.bench.mood = GOOD
    two.sessions.clear()
    two.say("CancelAloneTimeIntent")
    two.say("AMAZON.YesIntent")
    assert not two.bench.rings
