"""After a loss nothing that waits for another day comes back another way, whatever it is asked for by."""

from __future__ import annotations

import pytest

from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.expectations import QuietOrNothing
from skill.domain.exercise.situation import Situation
from skill.domain.ladder import Rung, Touch
from skill.domain.reply import Ask, Reply
from tests.conversations.small_room import LIBRARY, Room, key
from tests.conversations.test_hard_evenings import exercise_of

OF_A_CHILD = [each.id for each in LIBRARY.exercises if Situation.LOSS in each.not_when]
UNDER_WAY = ["AMAZON.ResumeIntent", "AMAZON.StartOverIntent", "AMAZON.NextIntent", "SlowerIntent"]


def is_quiet(reply: Reply) -> bool:
    return isinstance(reply, Ask) and isinstance(reply.state, QuietOrNothing)


def suits(reply: Reply) -> bool:
    return Situation.LOSS not in exercise_of(reply).not_when


@pytest.mark.parametrize("rung", [Rung.WORDS, Rung.KISS])
@pytest.mark.parametrize("name", OF_A_CHILD)
def test_one_that_is_asked_for_by_its_name_has_another_in_its_place(name: str, rung: Rung):
    room = Room(rung=rung)
    room.say("LossIntent", new=True)
    company = next(each.company for each in LIBRARY.exercises if each.id == name)
    reply = room.say("ExerciseIntent", exercise=name, company=company.value)
    assert suits(reply)
    assert key(reply) in ("closeness.for_words", "exercise.another_theme")


@pytest.mark.parametrize("rung", [Rung.WORDS, Rung.KISS])
@pytest.mark.parametrize("touch", [each for each in Touch if each is not Touch.NONE])
def test_with_touch_it_is_the_same_sentence_whether_or_not_there_is_room_for_it(touch: Touch, rung: Rung):
    room = Room(rung=rung)
    room.say("LossIntent", new=True)
    reply = room.say("ExerciseIntent", theme=touch.value, company="together")
    assert suits(reply)
    assert key(reply) == "closeness.for_words"


@pytest.mark.parametrize("steered", UNDER_WAY)
def test_one_that_was_begun_before_it_was_told_waits(steered: str):
    room = Room()
    room.say("ExerciseIntent", new=True, exercise="P02")
    room.say("LossIntent")
    assert is_quiet(room.say(steered))


@pytest.mark.parametrize("room_for", ["none", "little"])
def test_however_little_room_there_is_the_quiet_is_all_that_is_offered(room_for: str):
    room = Room()
    room.say("LossIntent", new=True)
    room.say("MoodIntent", mood="low")
    assert is_quiet(room.say("RoomIntent", room=room_for))


def test_with_room_to_spare_it_goes_gently_and_nothing_is_lovely():
    room = Room()
    room.say("LossIntent", new=True)
    room.say("MoodIntent", mood="low")
    assert key(room.say("RoomIntent", room="plenty")) == "how_much_room.gently"


def test_help_speaks_of_quiet_and_not_of_two_busy_parents():
    room = Room()
    room.say("LossIntent", new=True)
    assert key(room.say("AMAZON.HelpIntent")) == "help.after_a_loss"


def test_a_rude_joke_brings_no_small_moment():
    room = Room()
    room.say("LossIntent", new=True)
    room.say("FamilySafeIntent")
    assert is_quiet(room.say("AMAZON.YesIntent"))


@pytest.mark.parametrize("exercise", LIBRARY.exercises, ids=lambda each: each.id)
def test_no_little_mouth_is_spoken_of(exercise: Exercise):
    keys = (key for step in exercise.steps for key in step.phrases)
    said = any("little mouth" in LIBRARY.phrase("en-GB", key) for key in keys)
    assert not said or Situation.LOSS in exercise.not_when
