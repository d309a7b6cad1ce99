"""Asking for an exercise: it begins at once, and is followed by one question."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company, Exercise, Hands, Theme
from skill.domain.exercise.expectations import Afterwards, AtGate, Offering, Waiting
from skill.domain.ladder import Touch
from skill.domain.line import Line
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close
from skill.stores.memory import MemoryStore
from tests.conversations.exercise.exercise_room import (
    BY_SLUG,
    EVENING,
    LIBRARY,
    WITHOUT_TOUCH,
    Room,
    given,
    keys,
    spoken,
    steps,
)


def test_it_begins_at_once_and_then_asks_one_question():
    room = Room()
    reply = room.say("ExerciseIntent", company="alone")
    exercise = BY_SLUG[given(reply)]
    assert isinstance(reply, Ask)
    assert steps(reply) == [
        "opening",
        "ends",
        "needs",
        *(f"step.{n}" for n in range(1, exercise.closing)),
        "closing",
    ]
    assert keys(reply)[-1] == "afterwards.question"
    assert all(line.pace == 95 for line in [*spoken(reply), reply.question] if isinstance(line, Line))


@pytest.mark.parametrize("hour", range(24))
def test_one_alone_is_never_given_one_for_two_whatever_they_go_on_to_ask(hour: int):
    room = Room(now=EVENING.replace(hour=hour))
    reply = room.say("ExerciseIntent", company="alone")
    for _ in range(8):
        assert BY_SLUG[given(reply)].company is Company.ALONE
        room.later(20)
        reply = room.say("AnotherOneIntent")


def test_a_theme_is_given_as_named():
    room = Room()
    assert "good_news" in BY_SLUG[given(room.say("ExerciseIntent", theme="good_news"))].themes


@pytest.mark.parametrize("hour", [5, 14, 20, 23])
@pytest.mark.parametrize("theme", [None, *Theme])
def test_an_exercise_with_touch_cannot_be_started_yet(theme: Theme | None, hour: int):
    for hands in [None, *Hands]:
        room = Room(now=EVENING.replace(hour=hour))
        wish = {"theme": theme, "hands": hands, "company": Company.TOGETHER}
        reply = room.say("ExerciseIntent", **{slot: said for slot, said in wish.items() if said})
        for _ in range(5):
            assert BY_SLUG[given(reply)].touch is Touch.NONE
            room.later(140)
            reply = room.say("AnotherOneIntent")


@pytest.mark.parametrize(
    "exercise", [e for e in BY_SLUG.values() if e.touch is not Touch.NONE], ids=lambda e: e.slug
)
def test_an_exercise_with_touch_asked_for_by_its_name_is_another_one_without(exercise: Exercise):
    name = LIBRARY.phrase("en-GB", exercise.name.key)
    for words in (name, name.casefold(), exercise.slug, exercise.id):
        reply = Room().words("ExerciseIntent", "theme", words)
        assert keys(reply)[0] == "exercise.another_theme"
        assert BY_SLUG[given(reply)].touch is Touch.NONE


def test_an_exercise_with_touch_stays_shut_when_all_the_others_are_set_aside():
    room = Room()
    for exercise in WITHOUT_TOUCH:
        room.give(exercise.slug)
        room.say("NotThatOneIntent")
    room.sessions.clear()
    for company in Company:
        assert BY_SLUG[given(room.say("ExerciseIntent", company=company))].touch is Touch.NONE


def test_a_theme_for_two_asked_for_by_one_is_told_at_once_and_one_for_one_begins():
    reply = Room().say("ExerciseIntent", theme="thanks", company="alone")
    assert keys(reply)[:2] == ["exercise.for_two", f"exercise.{BY_SLUG[given(reply)].id}.opening"]
    assert BY_SLUG[given(reply)].company is Company.ALONE


def test_a_theme_nobody_knows_is_told_at_once_and_another_begins():
    reply = Room().words("ExerciseIntent", "theme", "underwater basket")
    assert keys(reply)[0] == "exercise.another_theme"
    assert steps(reply)[0] == "opening"


def test_a_theme_unfit_for_a_child_gets_one_kind_line_and_nothing_more():
    reply = Room().words("ExerciseIntent", "theme", "something sexy")
    assert isinstance(reply, Close)
    assert keys(reply) == ["exercise.not_this"]


def test_an_id_nobody_knows_is_as_if_it_had_not_been_said():
    assert steps(Room().say("ExerciseIntent", company="three", hands="tail"))[0] == "opening"


def test_with_a_baby_in_the_arms_the_hands_are_respected_and_stay_so():
    room = Room()
    reply = room.say("ExerciseIntent", theme="space", hands="baby")
    for _ in range(6):
        assert Hands.BABY in BY_SLUG[given(reply)].works_with
        room.later(30)
        reply = room.say("AnotherOneIntent")


def test_who_adds_that_they_are_alone_is_heard_and_the_theme_stays():
    room = Room()
    assert BY_SLUG[given(room.say("ExerciseIntent", theme="near"))].company is Company.TOGETHER
    room.later(8)
    reply = room.say("ExerciseIntent", company="alone")
    assert keys(reply)[0] == "exercise.for_two"
    assert BY_SLUG[given(reply)].company is Company.ALONE


def test_one_for_two_left_in_its_opening_is_followed_by_one_for_one_but_left_later_by_one_for_two():
    for seconds, company in ((5, Company.ALONE), (60, Company.TOGETHER)):
        room = Room()
        room.give("remember-when")
        room.sessions["kitchen"] = _asked_for_by_nobody(room)
        room.later(seconds)
        assert BY_SLUG[given(room.say("AnotherOneIntent"))].company is company


def _asked_for_by_nobody(room: Room) -> Progress:
    progress = room.sessions["kitchen"]
    assert isinstance(progress.state, Afterwards)
    return replace(progress, state=Afterwards(replace(progress.state.place, wish=Wish())))


def test_another_one_is_not_the_same_and_does_not_come_back_soon():
    room, seen = Room(), [given(Room().say("ExerciseIntent", company="together"))]
    room.say("ExerciseIntent", company="together")
    for _ in range(5):
        room.later(130)
        seen.append(given(room.say("AnotherOneIntent")))
    assert len(set(seen)) == 6


def test_once_more_is_the_same_from_its_opening():
    room = Room()
    room.give("kind-minute")
    room.later(140)
    reply = room.say("AMAZON.RepeatIntent")
    assert (given(reply), steps(reply)[0]) == ("kind-minute", "opening")
    room.later(140)
    reply = room.say("AMAZON.StartOverIntent")
    assert (given(reply), steps(reply)[0]) == ("kind-minute", "opening")
    room.later(140)
    reply = room.say("SlowerIntent")
    assert {line.pace for line in spoken(reply) if isinstance(line, Line)} == {85}


def test_a_no_afterwards_is_a_goodbye_and_a_stop_the_same_close_as_ever():
    for intent, key in (
        ("AMAZON.NoIntent", "exercise.goodbye"),
        ("SkipIntent", "exercise.goodbye"),
        ("AMAZON.StopIntent", "ending.early"),
        ("AMAZON.PauseIntent", "ending.early"),
        ("FearIntent", "ending.early"),
    ):
        room = Room()
        room.give("kind-minute")
        room.later(140)
        reply = room.say(intent)
        assert isinstance(reply, Close)
        assert keys(reply) == [key]
        assert (room.done, room.place) == (["P21"], None)


def test_a_yes_afterwards_is_asked_which_and_a_second_one_is_not_understood():
    room = Room()
    room.give("kind-minute")
    room.later(140)
    assert keys(room.say("AMAZON.YesIntent")) == ["afterwards.which"]
    assert keys(room.say("AMAZON.YesIntent"))[0] == "misheard.once_more"
    assert keys(room.say("AMAZON.YesIntent")) == ["misheard.close"]


def test_too_long_afterwards_is_told_how_long_they_are():
    room = Room()
    room.give("kind-minute")
    room.later(140)
    assert keys(room.say("TooLongIntent")) == ["exercise.two_minutes", "afterwards.question"]


def test_not_that_one_again_is_left_out_and_a_different_one_offered():
    room = Room()
    room.give("kind-minute")
    room.later(50)
    reply = room.say("NotThatOneIntent")
    assert keys(reply) == ["exercise.set_aside", "offering.question"]
    assert room.place is None
    assert BY_SLUG[given(room.say("AMAZON.YesIntent"))].company is Company.ALONE
    assert "kind-minute" not in [_alone_again(room) for _ in range(8)]


def _alone_again(room: Room) -> str:
    room.later(200)
    room.sessions.clear()
    return given(room.say("ExerciseIntent", company="alone"))


def test_what_is_offered_begins_with_a_yes_and_ends_with_a_no():
    for intent, first in (("AMAZON.YesIntent", "exercise.P"), ("AMAZON.NoIntent", "welcome.goodbye")):
        room = Room()
        assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)
        assert isinstance(room.sessions["kitchen"].state, Offering)
        assert keys(room.say(intent))[0].startswith(first)


def test_when_all_of_them_are_set_aside_there_is_still_one():
    room = Room()
    for exercise in WITHOUT_TOUCH:
        room.give(exercise.slug)
        room.say("NotThatOneIntent")
    room.sessions.clear()
    assert steps(room.say("ExerciseIntent"))[0] == "opening"
    assert steps(room.say("ExerciseIntent", company="alone", hands="baby"))[0] == "opening"


def test_one_left_alone_is_offered_when_an_exercise_is_asked_for_without_more():
    room = Room()
    room.give("kind-minute")
    room.later(60)
    room.silence()
    assert keys(room.say("ExerciseIntent")) == ["waiting.question"]
    assert isinstance(room.sessions["kitchen"].state, Waiting)
    reply = room.say("AMAZON.YesIntent")
    assert (given(reply), steps(reply)[0]) == ("kind-minute", "step.3")


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "AnotherOneIntent", "SkipIntent", "ExerciseIntent"])
def test_who_does_not_want_the_one_that_waits_gets_a_new_one(intent: str):
    room = Room()
    room.give("kind-minute")
    room.later(60)
    room.silence()
    room.say("ExerciseIntent")
    reply = room.say(intent)
    assert steps(reply)[0] == "opening"
    assert given(reply) != "kind-minute"


def test_one_left_alone_is_not_offered_to_who_names_what_they_want():
    room = Room()
    room.give("kind-minute")
    room.later(60)
    room.silence()
    assert steps(room.say("ExerciseIntent", company="together"))[0] == "opening"


def test_one_that_two_left_is_taken_up_only_when_asked_for():
    room = Room()
    room.give("remember-when")
    room.later(60)
    room.silence()
    assert steps(room.say("ExerciseIntent"))[0] == "opening"
    room = Room()
    room.give("remember-when")
    room.later(60)
    room.silence()
    assert given(room.say("AMAZON.ResumeIntent")) == "remember-when"


def test_one_left_in_its_opening_is_not_worth_a_question():
    room = Room()
    room.give("kind-minute")
    room.later(3)
    room.silence()
    assert steps(room.say("ExerciseIntent"))[0] == "opening"


def test_a_store_that_keeps_nothing_promises_nothing():
    room = Room(store=MemoryStore())
    room.say("ExerciseIntent", company="alone")
    room.later(60)
    assert keys(room.say("AMAZON.PauseIntent")) == ["exercise.paused_for_now"]


def test_with_a_gate_the_first_part_ends_in_its_question_and_its_reprompt_is_the_close():
    room = Room()
    room.give("soft-looking")
    state = room.sessions["kitchen"].state
    assert isinstance(state, AtGate)
    reply = room.say("AMAZON.StartOverIntent")
    assert isinstance(reply, Ask)
    assert steps(reply) == ["opening", "ends", "needs", "step.1", "step.2", "step.3", "step.4"]
    assert reply.question.values["question"] == Line("exercise.P14.gate.4")
    assert reply.reprompt.values["close"] == Line("ending.early")
