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


@pytest.mark.parametrize(
    ("intent", "words", "frame"),
    [
        ("SayThisIntent", "not tonight without hurting her", "not_tonight"),
        ("SayThisIntent", "him i need a break", "ask"),
        ("SayThisIntent", "him the truth", "hard_thing"),
        ("SorryIntent", "to my wife", "sorry"),
        ("SorryIntent", "", "sorry"),
    ],
)
@pytest.mark.parametrize("before", ["", "SaySomethingIntent"])
def test_what_somebody_wants_to_say_opens_its_frame_and_is_not_said_again(
    before: str, intent: str, words: str, frame: str
):
    room = Room()
    room.say("LookBackIntent")
    if before:
        room.say(before)
    kept = room.kept()
    reply = room.say(intent, {"answer": words} if words else {})
    assert isinstance(reply, Close)
    said = [line for line in reply.lines if isinstance(line, Line)]
    assert {line.key.split(".")[1] for line in said} == {frame}
    assert not any(line.values for line in said)
    assert room.kept() == kept


def test_something_that_is_not_told_is_asked():
    reply = Room().say("SayThisIntent", {"answer": "him something nice"})
    assert isinstance(reply, Ask)
    assert reply.state == WhichFrame()


def test_own_words_where_the_frame_was_asked_tell_it():
    room = Room()
    room.say("SaySomethingIntent")
    reply = room.say("AnswerIntent", {"answer": "sorry for this morning"})
    assert isinstance(reply, Close)
    assert reply.lines[0] == Line("frame.sorry.intro", pace=95)


def test_what_is_unfit_opens_nothing():
    reply = Room().say("SayThisIntent", {"answer": "for sex"})
    assert isinstance(reply, Close)
    assert [getattr(line, "key", "") for line in reply.lines] == ["exercise.not_this"]


@pytest.mark.parametrize("words", ["him he hits me", "him to stop hitting me", "i want to die"])
def test_danger_and_fear_in_it_come_first(words: str):
    reply = Room().say("SayThisIntent", {"answer": words})
    assert isinstance(reply, Ask | Close)
    assert not any(getattr(line, "key", "").startswith("frame.") for line in reply.lines)


def test_fear_in_any_other_slot_of_it_is_heard():
    reply = Room().say("SayThisIntent", {"which": "both", "answer": "she hits me"})
    assert isinstance(reply, Close)
    assert [line.key for line in reply.lines if isinstance(line, Line)] == ["ending.early"]
