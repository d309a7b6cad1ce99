"""Nothing rings without its own yes, and a no is one for a week."""

from __future__ import annotations

from datetime import timedelta

from skill.domain.reply import Close
from skill.domain.turn import Kind
from tests.laws.life import Taken
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
