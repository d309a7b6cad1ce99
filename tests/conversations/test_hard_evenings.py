"""What people say first on a hard evening is met kindly, asks little, and is kept nowhere."""

from __future__ import annotations

import re

import pytest

from skill.conversations.table import LIGHTER
from skill.domain.exercise.exercise import Company, Exercise, Theme
from skill.domain.exercise.expectations import Afterwards, AtGate, Offering, QuietOrNothing, QuietOrWords
from skill.domain.exercise.situation import Situation
from skill.domain.for_one import ForOne
from skill.domain.ladder import Rung
from skill.domain.reply import Ask, Close, Reply
from skill.domain.room import NoRoom
from skill.domain.small_moment import AnotherMoment
from skill.domain.welcome import Menu
from tests.conversations.small_room import LIBRARY, Room, key
from tests.house import SPEECH, spoken

SAID_FIRST = {
    "HardEveningIntent": Offering,
    "CryingIntent": QuietOrNothing,
    "LongingIntent": QuietOrWords,
    "LossAndMoreIntent": QuietOrNothing,
    "OverwhelmedIntent": QuietOrNothing,
    "PersuadeIntent": QuietOrWords,
    "TooTiredIntent": NoRoom,
    "LossIntent": QuietOrNothing,
    "JustMeIntent": ForOne,
}
OF_A_BABY = {"baby", "babies", "sleepy", "cot", "crib", "child", "children", "kids"}


def given(reply: Reply) -> str:
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Afterwards | AtGate)
    return reply.state.place.exercise


def exercise_of(reply: Reply) -> Exercise:
    name = given(reply)
    return next(each for each in LIBRARY.exercises if each.id == name)


def words(reply: Reply) -> set[str]:
    return set(spoken(reply).casefold().replace(",", " ").replace(".", " ").replace("?", " ").split())


@pytest.mark.parametrize("said", SAID_FIRST)
def test_it_is_met_with_one_small_offer(said: str):
    reply = Room().say(said, new=True)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, SAID_FIRST[said])


@pytest.mark.parametrize("said", SAID_FIRST)
def test_nothing_of_it_is_kept(said: str):
    room = Room()
    room.say("LookBackIntent", new=True)
    before = room.kept()
    room.say(said, new=True)
    room.say("AMAZON.NoIntent")
    assert room.kept() == before


@pytest.mark.parametrize("said", SAID_FIRST)
def test_a_no_is_enough(said: str):
    room = Room()
    room.say(said, new=True)
    assert isinstance(room.say("AMAZON.NoIntent"), Close)


@pytest.mark.parametrize(
    "under_way", ["CheckInIntent", "ExerciseIntent", "AskRoomIntent", "SmallMomentIntent"]
)
def test_too_tired_for_what_is_under_way_is_a_no(under_way: str):
    tired, no = Room(), Room()
    for room in (tired, no):
        room.say("LookBackIntent", new=True)
        room.say(under_way)
    assert key(tired.say("TooTiredIntent")) == key(no.say("AMAZON.NoIntent"))


@pytest.mark.parametrize("seed", range(6))
def test_after_a_loss_nothing_speaks_of_a_baby(seed: int):
    room = Room(seed=seed)
    heard = [room.say("LossIntent", new=True), room.say("AMAZON.YesIntent"), room.say("AnotherOneIntent")]
    assert given(heard[1]) != given(heard[2])
    assert Situation.LOSS in exercise_of(heard[2]).when
    for reply in heard:
        assert not words(reply) & OF_A_BABY


LIGHT = re.compile(
    r"\b(bab(y|ies)|child(ren)?|kids?|little ones?|cot|crib|pram|nappy|toddler|sleepy|parents?|mum|dad"
    r"|smil\w*|laugh\w*|fun(ny)?|silly|grin\w*|happy|joy\w*|celebrat\w*|good news|giggl\w*|cheer\w*)\b",
    re.IGNORECASE,
)
"""Words that nobody wants to hear right after a loss."""


@pytest.mark.parametrize("exercise", LIBRARY.exercises, ids=lambda each: each.id)
def test_no_exercise_that_may_come_after_a_loss_speaks_of_a_child_or_is_merry(exercise: Exercise):
    lines = [part for step in range(exercise.end) for part in exercise.spoken(step, 95, needs=False)]
    found = LIGHT.search(SPEECH.render(lines, "en-GB"))
    assert found is None or Situation.LOSS in exercise.not_when


@pytest.mark.parametrize("company", [None, *Company])
@pytest.mark.parametrize("theme", [each for each in Theme if each not in {*Rung}])
def test_whatever_is_wished_for_after_a_loss_there_is_one_that_suits(theme: Theme, company: Company | None):
    wished = {"theme": theme.value} | ({"company": company.value} if company else {})
    room = Room(rung=Rung.KISS)
    room.say("LossIntent", new=True)
    assert Situation.LOSS not in exercise_of(room.say("ExerciseIntent", wished)).not_when


@pytest.mark.parametrize("lighter", sorted(LIGHTER - {"AnotherOneIntent"}))
def test_after_a_loss_what_is_lighter_waits_and_the_quiet_is_offered(lighter: str):
    room = Room()
    room.say("LossIntent", new=True)
    before = room.kept()
    reply = room.say(lighter)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, QuietOrNothing)
    assert key(reply) == "quiet_or_nothing.waits"
    assert room.kept() == before
    assert given(room.say("AMAZON.YesIntent")) == "P24"
    room.say("LossIntent", new=True)
    room.say("AMAZON.NoIntent")
    assert key(room.say(lighter, new=True)) != "quiet_or_nothing.waits", "the next conversation is as any"


def test_the_same_exercise_speaks_of_one_to_everybody_else():
    room = Room()
    reply = room.say("ExerciseIntent", new=True, exercise="P24")
    assert given(reply) == "P24"
    assert words(reply) & OF_A_BABY


@pytest.mark.parametrize("asked", ["AMAZON.YesIntent", "ExerciseIntent"])
def test_after_a_loss_the_first_is_a_look_around(asked: str):
    room = Room()
    room.say("LossIntent", new=True)
    assert given(room.say(asked)) == "P24"


def test_nothing_at_all_is_a_good_answer_to_a_loss():
    room = Room()
    room.say("LossIntent", new=True)
    reply = room.say("RoomIntent", room="none")
    assert isinstance(reply, Close)
    assert key(reply) == "quiet_or_nothing.nothing"


def test_whoever_is_alone_is_given_what_suits_one_for_the_whole_conversation():
    room = Room()
    room.say("JustMeIntent", new=True)
    for _ in range(4):
        exercise = exercise_of(room.say("ExerciseIntent"))
        assert exercise.company is Company.ALONE
    moment = room.say("SmallMomentIntent")
    assert isinstance(moment, Ask)
    assert isinstance(moment.state, AnotherMoment)
    assert moment.state.around.company is Company.ALONE
    assert isinstance(room.say("CheckInIntent"), Close)


def test_the_next_conversation_asks_both_again():
    room = Room()
    room.say("JustMeIntent", new=True)
    room.say("AMAZON.NoIntent")
    assert isinstance(room.say("CheckInIntent", new=True), Ask)


def test_alone_at_the_question_of_the_day_it_is_for_one():
    room = Room()
    room.say("CheckInIntent", new=True)
    reply = room.say("JustMeIntent")
    assert isinstance(reply, Close)
    assert key(reply) == "check_in.for_one"


def test_alone_in_one_for_two_gets_one_for_one():
    room = Room()
    room.say("ExerciseIntent", new=True, company="together")
    exercise = exercise_of(room.say("JustMeIntent"))
    assert exercise.company is Company.ALONE


def test_first_words_not_caught_are_said_to_be_and_use_up_no_welcome():
    room = Room()
    reply = room.say("AMAZON.FallbackIntent", new=True)
    assert isinstance(reply, Ask)
    assert reply.state == Menu()
    assert key(reply) == "misheard.first"
    assert reply.question.key == "menu.not_caught"
    assert room.household.welcomed is None


def test_a_wish_for_something_short_shapes_the_conversation():
    room = Room()
    room.say("RoomIntent", new=True, room="short")
    exercise = exercise_of(room.say("ExerciseIntent"))
    assert exercise.company is Company.ALONE
    assert key(room.say("RoomIntent", room="short")) == "exercise.here_it_ends"
