"""A small moment comes at once, is never pressed on anybody, and tells nobody how a day stands."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.domain.ladder import Rung, Touch
from skill.domain.line import Rest
from skill.domain.reply import Ask, Close
from skill.domain.small_moment import AnotherMoment
from skill.domain.today import day_of
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.conversations.small_room import LIBRARY, Dice, Room, key
from tests.house import Bench, Full, PlainEars

TOUCH = {f"small_moment.{moment.id}" for moment in LIBRARY.small_moments if moment.touch is not Touch.NONE}
MANY = 120


def test_in_one_breath_it_comes_and_the_microphone_stays_shut():
    reply = Room().say("SmallMomentIntent", new=True, place="sink")
    assert isinstance(reply, Close)
    assert key(reply).startswith("small_moment.sink-")
    assert len(reply.lines) == 1


def test_in_a_conversation_there_is_quiet_to_play_it_in_and_then_one_question():
    reply = Room().say("SmallMomentIntent", place="cot")
    assert isinstance(reply, Ask)
    assert isinstance(reply.lines[-1], Rest)
    assert isinstance(reply.state, AnotherMoment)


def test_another_one_stays_where_they_are():
    room = Room()
    room.say("SmallMomentIntent", place="door", hands="baby", company="alone")
    for intent in ("AMAZON.YesIntent", "AnotherOneIntent", "AMAZON.NextIntent"):
        reply = room.say(intent)
        assert key(reply).startswith("small_moment.door-")
        moment = next(m for m in LIBRARY.small_moments if f"small_moment.{m.id}" == key(reply))
        assert moment.alone
        assert "baby" in moment.works_with


def test_the_same_again_when_it_was_not_heard():
    room = Room()
    first = key(room.say("SmallMomentIntent", place="table"))
    assert key(room.say("AMAZON.RepeatIntent")) == first


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent"])
def test_a_no_is_a_goodbye(intent: str):
    room = Room()
    room.say("SmallMomentIntent")
    assert isinstance(room.say(intent), Close)


def test_a_week_of_moments_without_repeats():
    room = Room()
    given = [key(room.say("SmallMomentIntent", new=True)) for _ in range(12)]
    assert len(set(given)) == 12


def test_without_both_having_said_yes_none_has_touch():
    room = Room()
    given = {key(room.say("SmallMomentIntent", new=True)) for _ in range(MANY)}
    assert not given & TOUCH


def test_with_room_for_it_some_have_touch_and_most_have_none():
    room = Room(rung=Rung.KISS)
    given = [key(room.say("SmallMomentIntent", new=True)) for _ in range(MANY)]
    assert 0 < sum(each in TOUCH for each in given) <= MANY / 2


def test_where_touch_rests_it_is_as_where_nobody_said_yes():
    room = Room(rung=Rung.KISS)
    with room.store.visit("us") as home:
        home.keep(replace(home.household, closeness=home.household.closeness.resting(day_of(room.now))))
    given = {key(room.say("SmallMomentIntent", new=True)) for _ in range(MANY)}
    assert not given & TOUCH


def test_one_with_touch_leaves_nothing_behind():
    room = Room(rung=Rung.KISS)
    for _ in range(MANY):
        before = room.kept()
        if key(room.say("SmallMomentIntent", new=True)) in TOUCH:
            assert room.kept() == before
            return
    pytest.fail("none had touch")


def test_one_with_touch_is_not_said_again_once_today_has_no_room_for_it():
    room = Room(rung=Rung.KISS)
    while key(room.say("SmallMomentIntent")) not in TOUCH:
        pass
    room.become(Rung.WORDS)
    assert key(room.say("AMAZON.RepeatIntent")) not in TOUCH


def test_a_full_disk_keeps_nobody_from_a_small_moment():
    assert key(Room(store=Full()).say("SmallMomentIntent", new=True)).startswith("small_moment.")


def test_a_word_that_is_not_fit_for_children_gets_one_kind_line():
    room = Room()
    turn = Turn(
        Kind.INTENT, "us", room.now, "en-GB", "SmallMomentIntent", {"place": Slot("the sexy sofa")}, new=True
    )
    reply, _ = Turns(room.store, MemoryStore(), LIBRARY, PlainEars(), Dice(1)).take(turn, Bench())
    assert key(reply) == "exercise.not_this"
