"""What is given with a card, and that touch, however it is asked for, leaves nothing on any screen."""

from __future__ import annotations

from skill.conversations.table import TABLE
from skill.domain.card import Card
from skill.domain.ladder import Rung, Touch
from skill.domain.reply import Ask, Close, Reply
from tests.conversations.exercise.exercise_room import BY_SLUG, LIBRARY, WITHOUT_TOUCH, Room, given
from tests.conversations.exercise.touch_room import WITH_TOUCH, Evening, opened, touched
from tests.conversations.small_room import Room as SmallRoom
from tests.conversations.small_room import key

GATED = next(e for e in WITHOUT_TOUCH if e.gate_of(0) is not None)
OF_TOUCH = {f"exercise.{e.id}" for e in LIBRARY.exercises if e.touch is not Touch.NONE} | {
    f"fact.{fact.id}" for fact in LIBRARY.facts if fact.touch is not Touch.NONE
}


def card_of(reply: Reply) -> Card | None:
    return reply.card if isinstance(reply, Ask | Close) else None


def test_an_exercise_is_given_with_where_it_comes_from():
    for exercise in WITHOUT_TOUCH:
        reply = Evening().say("ExerciseIntent", exercise=exercise.id)
        assert given(reply) == exercise.slug
        assert card_of(reply) == exercise.card


def test_its_card_comes_once_and_not_again_with_every_part():
    room = Room()
    reply = room.say("ExerciseIntent", exercise=GATED.id)
    assert card_of(reply) == GATED.card
    room.later(GATED.seconds(0, 95) + 5)
    later = room.say("AMAZON.NextIntent")
    assert given(later) == GATED.slug
    assert card_of(later) is None


def test_no_turn_of_an_exercise_with_touch_has_a_card():
    for slug in WITH_TOUCH:
        room, reply = opened(slug)
        turns = [reply, room.both_in()]
        while isinstance(turns[-1], Ask):
            turns.append(room.both_in())
        assert any(touched(each) for each in turns)
        assert [card_of(each) for each in turns] == [None] * len(turns)


def test_no_card_anywhere_is_about_touch():
    for slug in WITH_TOUCH:
        for intent in TABLE:
            room, _ = opened(slug)
            room.hear("i'm in")
            _about_no_touch(room.say(intent))
            _about_no_touch(room.say("ExerciseIntent", theme="hug"))
            _about_no_touch(room.say("AMAZON.ResumeIntent"))


def test_its_twin_has_a_card_of_its_own():
    hug = BY_SLUG["twenty-second-hug"]
    reply = Room().say("ExerciseIntent", exercise=hug.id)
    card = card_of(reply)
    assert card is not None
    assert card.title.startswith(f"exercise.{hug.twin}.")


def test_a_small_true_thing_is_told_with_its_source_unless_it_speaks_of_touch():
    for new in (True, False):
        room = SmallRoom(rung=Rung.HUG)
        told = [room.say("DidYouKnowIntent", new=new) for _ in range(40)]
        touch = {each for each in map(key, told) if each in OF_TOUCH}
        assert touch
        for reply in told:
            card = card_of(reply)
            assert (card is None) is (key(reply) in touch)
            assert card is None or key(reply) in card.text


def _about_no_touch(reply: Reply) -> None:
    card = card_of(reply)
    about = {".".join(each.split(".")[:2]) for each in (card.title, *card.text)} if card else set()
    assert not about & OF_TOUCH
