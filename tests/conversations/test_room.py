"""Tonight's room shapes one conversation, and nothing of it is kept."""

from __future__ import annotations

import pytest

from skill.domain import room as tonight
from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import Afterwards, AtGate, Offering
from skill.domain.reply import Ask, Close
from skill.domain.room import HowMuchRoom, LittleRoom, NoRoom
from tests.conversations.small_room import LIBRARY, Room, key

STATES = {tonight.Room.NONE: NoRoom, tonight.Room.LITTLE: LittleRoom, tonight.Room.PLENTY: Offering}


@pytest.mark.parametrize("room", tonight.Room)
def test_what_is_offered_fits_the_room(room: tonight.Room):
    reply = Room().say("RoomIntent", new=True, room=room)
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, STATES[room])


@pytest.mark.parametrize("room", tonight.Room)
def test_this_conversation_knows_it_and_the_next_does_not(room: tonight.Room):
    house = Room()
    before = house.say("AskRoomIntent", new=True)
    assert isinstance(before, Ask)
    assert before.state == HowMuchRoom()
    house.say("RoomIntent", room=room)
    assert house.progress.room is room
    again = house.say("AskRoomIntent")
    assert isinstance(again, Ask)
    assert isinstance(again.state, STATES[room])
    after = house.say("AskRoomIntent", new=True)
    assert isinstance(after, Ask)
    assert after.state == HowMuchRoom()


@pytest.mark.parametrize("room", tonight.Room)
def test_nothing_of_it_is_kept(room: tonight.Room):
    house = Room()
    house.say("AskRoomIntent")
    before = house.kept()
    house.say("RoomIntent", room=room)
    assert house.kept() == before


def test_no_room_gives_one_small_moment_and_no_more():
    house = Room()
    house.say("RoomIntent", room="none")
    reply = house.say("AMAZON.YesIntent")
    assert isinstance(reply, Close)
    assert key(reply).startswith("small_moment.")


def test_nothing_at_all_is_a_good_answer():
    for slots in ({"room": "none"}, {}):
        house = Room()
        house.say("RoomIntent", room="none")
        assert isinstance(house.say("RoomIntent" if slots else "AMAZON.NoIntent", slots), Close)


@pytest.mark.parametrize(("room", "company"), [("little", Company.ALONE), ("plenty", Company.TOGETHER)])
def test_an_exercise_is_for_one_or_for_two_as_the_room_is(room: str, company: Company):
    house = Room()
    house.say("RoomIntent", room=room)
    reply = house.say("ExerciseIntent")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Afterwards | AtGate)
    given = next(e for e in LIBRARY.exercises if e.id == reply.state.place.exercise)
    assert given.company is company


def test_who_says_that_they_are_alone_is_heard_before_the_room():
    house = Room()
    house.say("RoomIntent", room="plenty")
    reply = house.say("ExerciseIntent", company="alone")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Afterwards | AtGate)
    assert next(e for e in LIBRARY.exercises if e.id == reply.state.place.exercise).company is Company.ALONE


def test_a_little_in_the_middle_of_something_else_is_no_wish_for_room():
    house = Room()
    asked = house.say("SaySomethingIntent")
    reply = house.say("RoomIntent", room="little")
    assert isinstance(asked, Ask)
    assert isinstance(reply, Ask)
    assert reply.state == asked.state
    assert house.progress.room is None


@pytest.mark.parametrize("said", [("AMAZON.NoIntent", {}), ("NumberIntent", {"number": "0"})])
def test_a_no_and_a_nought_mean_none(said: tuple[str, dict[str, str]]):
    house = Room()
    house.say("AskRoomIntent")
    house.say(*said)
    assert house.progress.room is tonight.Room.NONE
