"""A frame to say something in: heard once, tried out alone, and nothing left of it."""

from __future__ import annotations

import pytest

from skill.domain.frame import WhichFrame, WhichHarderFrame
from skill.domain.line import Line, Rest
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close
from tests.conversations.small_room import LIBRARY, Room

FRAMES = [frame.id for frame in LIBRARY.frames]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("new", [True, False])
def test_a_frame_is_given_whole_and_the_microphone_is_shut(frame: str, *, new: bool):
    reply = Room().say("SaySomethingIntent", new=new, frame=frame)
    assert isinstance(reply, Close)
    said = [line.key for line in reply.lines if isinstance(line, Line)]
    assert said[0] == f"frame.{frame}.intro"
    assert said[-1] == f"frame.{frame}.closing"
    assert sum(line.seconds for line in reply.lines if isinstance(line, Rest)) >= 45
    assert all(line.pace <= 95 for line in reply.lines if isinstance(line, Line))


@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_of_it_is_kept_and_nothing_travels_on(frame: str):
    room = Room()
    room.say("LookBackIntent")
    before = room.kept()
    room.say("SaySomethingIntent")
    room.say("SaySomethingIntent", frame=frame)
    assert room.kept() == before
    assert room.progress == Progress()


def test_the_first_question_names_two_and_the_second_the_other_three():
    room = Room()
    first = room.say("SaySomethingIntent")
    assert isinstance(first, Ask)
    assert first.state == WhichFrame()
    for slots in ({"frame": "harder"}, {}):
        room = Room()
        room.say("SaySomethingIntent")
        second = room.say("SaySomethingIntent", slots)
        assert isinstance(second, Ask)
        assert second.state == WhichHarderFrame()


@pytest.mark.parametrize("state", [{}, {"frame": "harder"}])
def test_a_no_lets_it_be(state: dict[str, str]):
    room = Room()
    room.say("SaySomethingIntent", state)
    assert isinstance(room.say("AMAZON.NoIntent"), Close)
