"""How things are is met with a kind word and one fitting offer, and is kept nowhere."""

from __future__ import annotations

import pytest

from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import Afterwards, AtGate, Offering
from skill.domain.exercise.situation import Situation
from skill.domain.ladder import Rung, Touch
from skill.domain.reply import Ask, Close
from tests.conversations.small_room import LIBRARY, Room, key
from tests.house import spoken

HARD = [Situation.QUARREL, Situation.LOW]


@pytest.mark.parametrize("mood", [*HARD, Situation.GOOD])
def test_a_kind_word_and_one_offer(mood: str):
    reply = Room().say("MoodIntent", new=True, mood=mood)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Offering)
    assert key(reply) == f"mood.{mood}"


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("begin", ["AMAZON.YesIntent", "ExerciseIntent"])
@pytest.mark.parametrize("mood", HARD)
def test_after_hard_words_comes_what_suits_one_alone(mood: Situation, begin: str, seed: int):
    room = Room(seed=seed, rung=Rung.KISS)
    for _ in range(seed):
        room.say("ExerciseIntent", new=True)
    room.say("MoodIntent", new=True, mood=mood)
    reply = room.say(begin)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Afterwards | AtGate)
    given = next(e for e in LIBRARY.exercises if e.id == reply.state.place.exercise)
    assert given.company is Company.ALONE
    assert given.touch is Touch.NONE
    assert mood in given.when
    assert mood not in given.not_when


@pytest.mark.parametrize("mood", [*HARD, Situation.GOOD])
def test_it_is_kept_nowhere_not_even_with_the_place_in_an_exercise(mood: str):
    room = Room()
    room.say("LookBackIntent", new=True)
    before = room.kept()
    room.say("MoodIntent", new=True, mood=mood)
    assert room.kept() == before
    room.say("AMAZON.YesIntent")
    assert "situation=None" in room.kept()
    assert "Situation." not in room.kept()


def test_a_no_is_enough():
    room = Room()
    room.say("MoodIntent", mood="low")
    assert isinstance(room.say("AMAZON.NoIntent"), Close)


@pytest.mark.parametrize("slots", [("MoodIntent", {"mood": "good"}), ("RoomIntent", {"room": "little"})])
def test_at_the_question_of_the_day_it_is_an_answer(slots: tuple[str, dict[str, str]]):
    room = Room()
    room.say("CheckInIntent")
    reply = room.say(*slots)
    assert isinstance(reply, Close)
    assert key(reply) == "check_in.heard"


def test_no_mood_is_named_back():
    for mood in HARD:
        words = spoken(Room().say("MoodIntent", new=True, mood=mood)).casefold()
        assert not {"low", "sad", "fight", "argued", "quarrel"} & set(words.replace(".", "").split())
