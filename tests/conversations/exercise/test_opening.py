"""One with touch was asked for: it is opened, or its twin is given, and nobody hears why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skill.domain.closeness.closeness import Closeness
from skill.domain.household import Household
from skill.domain.ladder import Rung, Touch
from tests.conversations.exercise.exercise_room import BY_SLUG, LIBRARY, keys
from tests.conversations.exercise.touch_room import WITH_TOUCH, Evening, open_day, opened

SHUT_AT_FIRST = ["closeness.for_words", "closeness.first_evening"]
"""What is said on the first evening where touch is not open."""


@pytest.mark.parametrize("slug", WITH_TOUCH)
@pytest.mark.parametrize("rung", list(Rung))
def test_it_opens_only_as_high_as_the_ladder_stands_and_else_gives_its_twin(slug: str, rung: Rung):
    room, reply = opened(slug, rung=rung)
    exercise = BY_SLUG[slug]
    assert (room.asked is not None) is rung.allows(exercise.touch)
    if not rung.allows(exercise.touch):
        assert keys(reply)[:3] == [*SHUT_AT_FIRST, f"exercise.{exercise.twin}.opening"]
        place = room.place
        assert place is not None
        assert (place.wish.exercise, place.wish.theme) == (None, None)


def first_evening(*sayings: str) -> Evening:
    """An evening on which touch is shut, after somebody said something; nobody spoke here before."""
    room = Evening(rung=Rung.WORDS)
    for most in sayings:
        room.say("TouchTonightIntent", touch=most)
        room.sessions.clear()
    return room


def test_on_the_first_evening_only_it_is_said_how_a_hand_becomes_possible():
    room = first_evening()
    assert keys(room.say("ExerciseIntent", theme="hug"))[:2] == SHUT_AT_FIRST
    room.sessions.clear()
    room.now += timedelta(days=1)
    assert "closeness.first_evening" not in keys(room.say("ExerciseIntent", theme="hug"))


@pytest.mark.parametrize("sayings", [(), ("words",), ("hug",), ("hug", "words"), ("words", "kiss")])
def test_that_is_the_same_whatever_anybody_said(sayings: tuple[str, ...]):
    room = first_evening(*sayings)
    assert keys(room.say("ExerciseIntent", theme="hug")) == keys(
        first_evening().say("ExerciseIntent", theme="hug")
    )


def test_of_twins_that_fit_equally_the_one_given_least_lately_comes():
    room = first_evening()
    heard = []
    for _ in range(6):
        room.say("ExerciseIntent", theme="hand")
        assert room.place
        heard.append(room.place.exercise)
        room.now += timedelta(days=1)
        room.sessions.clear()
    assert set(heard[:3]) == {e.twin for e in LIBRARY.exercises if e.touch is Touch.HAND}
    assert heard[3:] == heard[:3]


def test_one_alone_who_asks_for_it_gets_something_for_one():
    room = Evening()
    reply = room.say("ExerciseIntent", theme="hug", company="alone")
    assert room.asked is None
    assert keys(reply)[0] == "exercise.for_two"


def test_a_kind_of_touch_is_asked_for_in_its_own_word():
    for theme, touch in (("hand", Touch.HAND), ("hug", Touch.HUG), ("kiss", Touch.KISS)):
        room = Evening()
        room.say("ExerciseIntent", theme=theme)
        assert room.asked is not None
        assert next(e for e in LIBRARY.exercises if e.id == room.asked.exercise).touch is touch


def test_at_least_half_of_what_is_offered_to_two_has_no_touch():
    offered = []
    for n in range(300):
        room = Evening()
        room.now += open_day(room.now.date() + timedelta(n)) - room.now.date()
        room.say("ExerciseIntent", company="together")
        offered.append(room.asked is not None)
    assert 0 < sum(offered) <= len(offered) / 2


def test_who_only_asks_for_an_exercise_is_not_offered_touch():
    for n in range(60):
        room = Evening()
        room.now += timedelta(days=n)
        room.say("ExerciseIntent")
        room.say("ExerciseIntent", company="alone")
        assert room.asked is None


def test_what_nobody_decided_opens_nothing():
    room = Evening()
    room.closeness = Closeness()
    assert keys(room.say("ExerciseIntent", theme="hug"))[0] == "closeness.for_words"
    assert room.household.closeness == Household("us").closeness
