"""Looking back names what was done together, whose doing it was stays untold, and nothing has touch in it."""

from __future__ import annotations

from datetime import timedelta

from skill.domain.line import Line
from skill.domain.reply import Close, Reply
from tests.conversations.small_room import LIBRARY, Room, key
from tests.house import spoken


def test_an_empty_week_is_met_kindly():
    reply = Room().say("LookBackIntent", new=True)
    assert isinstance(reply, Close)
    assert key(reply) == "look_back.nothing"


def test_a_question_told_to_each_other_is_there_for_seven_days():
    room = Room()
    room.say("CheckInIntent")
    room.say("TellEachOtherIntent")
    for days in range(7):
        room.now += timedelta(days=bool(days))
        assert "look_back.check_in.once" in _parts(room.say("LookBackIntent", new=True))
    room.now += timedelta(days=1)
    assert key(room.say("LookBackIntent", new=True)) == "look_back.nothing"


def test_a_question_that_was_passed_is_not_mentioned():
    room = Room()
    room.say("CheckInIntent")
    room.say("SkipIntent")
    assert key(room.say("LookBackIntent", new=True)) == "look_back.nothing"


def test_an_exercise_is_there_without_its_name():
    room = Room()
    room.say("ExerciseIntent", company="alone")
    room.now += timedelta(seconds=200)
    reply = room.say("LookBackIntent")
    assert "look_back.exercise.once" in _parts(reply)
    names = {LIBRARY.phrase("en-GB", f"exercise.{e.id}.name") for e in LIBRARY.exercises}
    assert not any(name in spoken(reply) for name in names)


def test_small_moments_frames_and_true_things_are_nobodys_business():
    room = Room()
    for intent in ("SmallMomentIntent", "DidYouKnowIntent"):
        room.say(intent, new=True)
    room.say("SaySomethingIntent", new=True, frame="sorry")
    assert key(room.say("LookBackIntent", new=True)) == "look_back.nothing"


def _parts(reply: Reply) -> set[str]:
    assert isinstance(reply, Close)
    (said,) = reply.lines
    assert isinstance(said, Line)
    week = said.values["done"]
    assert isinstance(week, Line)
    return {part.key for part in week.values.values() if isinstance(part, Line)}
