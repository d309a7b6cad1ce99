"""In the middle of an exercise: steered, paused, interrupted at any second, taken up on any device."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given as for_any
from hypothesis import settings
from msgspec.structs import replace

from skill.conversations.table import TABLE
from skill.domain.exercise.exercise import Company, Exercise
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway
from skill.domain.exercise.place import Place
from skill.domain.exercise.step import STANDARD
from skill.domain.four_o_clock import keep_four
from skill.domain.line import Line
from skill.domain.ports import Home
from skill.domain.reply import Ask, Close
from skill.domain.today import day_of
from tests.conversations.exercise.exercise_room import (
    BY_SLUG,
    LIBRARY,
    WITHOUT_TOUCH,
    Room,
    given,
    keys,
    spoken,
    steps,
)

MIDDLE = 60
"""Seconds: the third step of the kind minute runs."""
SLUGS = st.sampled_from(sorted(exercise.slug for exercise in WITHOUT_TOUCH))


def interrupted(slug: str = "kind-minute", seconds: float = MIDDLE) -> Room:
    room = Room()
    room.give(slug)
    room.later(seconds)
    return room


def at_the_gate() -> Room:
    exercise = BY_SLUG["breathe-alongside"]
    return interrupted("breathe-alongside", exercise.seconds(0, STANDARD) + 3)


def running(exercise: Exercise, seconds: float) -> int:
    return exercise.reached(0, STANDARD, seconds)


@pytest.mark.parametrize(
    ("intent", "first_step"),
    [
        ("AMAZON.NextIntent", "step.4"),
        ("AMAZON.PreviousIntent", "step.2"),
        ("SkipIntent", "step.4"),
        ("AMAZON.RepeatIntent", "step.3"),
        ("AMAZON.StartOverIntent", "opening"),
        ("SlowerIntent", "step.3"),
        ("AMAZON.ResumeIntent", "step.3"),
        ("AMAZON.YesIntent", "step.3"),
        ("TooLongIntent", "closing"),
    ],
)
def test_it_is_steered_by_voice_and_goes_on_to_its_end(intent: str, first_step: str):
    reply = interrupted().say(intent)
    said = list(steps(reply))
    assert given(reply) == "kind-minute"
    assert (said[0], said[-1], keys(reply)[-1]) == (first_step, "closing", "afterwards.question")


def test_next_after_the_last_step_is_the_closing_and_then_the_question():
    room = interrupted(seconds=115)
    assert steps(room.say("AMAZON.NextIntent")) == ["closing"]


def test_just_me_in_the_middle_of_one_for_two_begins_one_for_one():
    for seconds in (5, 60, 140):
        room = interrupted("remember-when", seconds)
        assert BY_SLUG[given(room.say("WhoseIntent", whose="me"))].company is Company.ALONE
        room = interrupted("remember-when", seconds)
        assert keys(room.say("WhoseIntent", whose="partner"))[0] == "misheard.sorry"


def test_slower_is_slower_and_stays_so():
    room = interrupted()
    for intent in ("SlowerIntent", "AMAZON.NextIntent", "AMAZON.StartOverIntent"):
        assert {line.pace for line in spoken(room.say(intent)) if isinstance(line, Line)} == {85}


def test_too_long_counts_as_done_and_leaves_nothing_to_take_up():
    room = interrupted()
    room.say("TooLongIntent")
    assert (room.done, room.place) == (["P21"], None)
    room.later(2)
    room.silence()
    assert (room.done, room.place) == (["P21"], None)


def test_a_pause_is_one_line_and_keeps_the_place_for_the_whole_day():
    room = interrupted()
    assert keys(room.say("AMAZON.PauseIntent")) == ["exercise.paused"]
    room.later(2 * 3600)
    reply = room.say("AMAZON.ResumeIntent")
    assert keys(reply)[0] == "exercise.going_on"
    assert steps(reply)[0] == "step.3"
    assert isinstance(reply, Ask)


def test_a_no_or_a_stop_in_the_middle_is_the_early_close_and_the_place_is_kept():
    for intent in ("AMAZON.NoIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent", "FearIntent"):
        room = interrupted()
        assert keys(room.say(intent)) == ["ending.early"]
        assert room.place is not None
        assert (room.place.step, room.place.running) == (3, False)


def test_fear_and_stop_leave_the_same_bytes():
    afraid, stopped = interrupted(), interrupted()
    assert afraid.say("FearIntent") == stopped.say("AMAZON.StopIntent")
    assert afraid.household == stopped.household


def test_danger_is_answered_at_once_and_the_place_is_kept():
    room = interrupted()
    assert keys(room.say("DangerIntent"))[0] == "crisis.heard.self_harm"
    assert room.place is not None
    assert room.place.step == 3


def test_help_in_the_middle_ends_in_the_question_whether_to_go_on():
    room = interrupted()
    assert keys(room.say("AMAZON.HelpIntent")) == ["help.about", "midway.question"]
    room.later(3)
    assert steps(room.say("AMAZON.YesIntent"))[0] == "step.3"


def test_not_understood_in_the_middle_helps_offers_two_things_and_then_lets_go():
    room = interrupted()
    heard = [keys(room.say("AMAZON.FallbackIntent")) for _ in range(3)]
    assert heard == [
        ["misheard.sorry", "midway.help"],
        ["misheard.once_more", "midway.two_choices"],
        ["misheard.close"],
    ]
    assert room.place is not None
    assert room.place.step == 3


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "AMAZON.NextIntent", "AMAZON.ResumeIntent"])
def test_one_answer_of_either_opens_a_gate(intent: str):
    reply = at_the_gate().say(intent)
    assert steps(reply) == ["step.5", "step.6", "closing"]
    assert keys(reply)[-1] == "afterwards.question"


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent", "AMAZON.StopIntent"])
def test_a_no_at_a_gate_ends_it_and_the_place_is_kept_there(intent: str):
    room = at_the_gate()
    assert keys(room.say(intent)) == ["ending.early"]
    assert room.place is not None
    assert room.place.step == 4
    reply = room.say("AMAZON.ResumeIntent")
    assert steps(reply) == ["step.4"]
    assert keys(reply)[-1] == "at_gate.question"


def test_silence_at_a_gate_keeps_the_place_at_the_gate():
    room = at_the_gate()
    room.later(16)
    room.silence()
    assert room.place is not None
    assert (room.place.step, room.place.running, room.done) == (4, False, [])


def test_what_is_not_understood_at_a_gate_is_asked_once_more_and_then_it_ends():
    for intent in ("AMAZON.FallbackIntent", "NameIntent", "NumberIntent", "AnswerIntent"):
        room = at_the_gate()
        assert keys(room.say(intent)) == ["misheard.sorry", "at_gate.help"]
        assert keys(room.say(intent)) == ["ending.early"]
        assert room.place is not None
        assert room.place.step == 4


def test_next_and_go_on_before_the_gate_do_not_pass_it():
    for intent, first in (("AMAZON.NextIntent", "step.2"), ("AMAZON.ResumeIntent", "step.1")):
        room = interrupted("breathe-alongside", 25)
        reply = room.say(intent)
        assert (steps(reply)[0], steps(reply)[-1]) == (first, "step.4")
        assert isinstance(room.sessions["kitchen"].state, AtGate)


def test_a_yes_opens_the_gate_however_early_the_clock_finds_it():
    assert steps(interrupted("soft-looking", 0).say("AMAZON.YesIntent"))[0] == "step.5"


def test_help_at_a_gate_returns_to_the_gate():
    room = at_the_gate()
    assert keys(room.say("AMAZON.HelpIntent")) == ["help.about", "at_gate.question"]
    assert steps(room.say("AMAZON.YesIntent"))[0] == "step.5"


@for_any(SLUGS, st.floats(0, 300), st.sampled_from(sorted(TABLE)))
@settings(max_examples=250, deadline=None)
def test_interrupted_at_any_second_by_anything_the_place_is_the_step_that_ran(
    slug: str, seconds: float, intent: str
):
    room = interrupted(slug, seconds)
    exercise, place = BY_SLUG[slug], room.place
    step = running(exercise, seconds)
    room.say(intent)
    if intent in MOVES:
        return
    if step == exercise.end:
        assert (room.place, room.done) == (None, [exercise.id])
    else:
        assert room.place is not None
        assert (room.place.step, room.place.running, room.done) == (step, False, [])
        gate = exercise.gate_of(0)
        assert gate is None or room.place.step <= gate
    assert place is not None
    assert place.running


MOVES = {
    "WelcomeBackIntent",
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.YesIntent",
    "AnotherOneIntent",
    "AsTrackIntent",
    "DontKeepIntent",
    "ExerciseIntent",
    "JustMeIntent",
    "NotThatOneIntent",
    "SkipIntent",
    "TrackIntent",
    "SlowerIntent",
    "TooLongIntent",
}
"""What makes an exercise go on, or gives another."""


@for_any(SLUGS, st.floats(0, 300))
@settings(max_examples=60, deadline=None)
def test_cut_off_at_any_second_go_on_takes_up_the_start_of_the_step(slug: str, seconds: float):
    room = interrupted(slug, seconds)
    room.silence()
    exercise = BY_SLUG[slug]
    step = running(exercise, seconds)
    reply = room.say("AMAZON.ResumeIntent", on="bedroom")
    if step == exercise.end:
        assert keys(reply) == ["exercise.nothing_waiting", "offering.question"]
        return
    said = list(steps(reply))
    assert said[0] == ("opening" if step == 0 else "closing" if step == exercise.closing else f"step.{step}")


@for_any(SLUGS, st.floats(136, 20_000))
@settings(max_examples=60, deadline=None)
def test_heard_to_its_end_it_is_done_exactly_once_whatever_is_told_of_it_later(slug: str, seconds: float):
    exercise = BY_SLUG[slug]
    room = interrupted(slug, seconds)
    gated = exercise.gate_of(0) is not None
    for device in ("bedroom", "kitchen", "kitchen"):
        room.say("AMAZON.HelpIntent", on=device)
    room.silence()
    room.silence("bedroom")
    assert room.done == ([] if gated else [exercise.id])


def test_done_is_recorded_for_the_day_and_the_minute_of_its_end():
    room = interrupted(seconds=3600)
    room.silence()
    (entry,) = [e for e in room.history if e.what == "exercise"]
    assert entry.which == "P21"
    assert timedelta(seconds=105) < entry.at - (room.now - timedelta(seconds=3600)) < timedelta(seconds=135)


def test_a_line_said_before_it_does_not_count_as_the_exercise():
    room = interrupted()
    room.say("AMAZON.PauseIntent")
    room.say("AMAZON.ResumeIntent")
    room.later(BY_SLUG["kind-minute"].steps[3].seconds(STANDARD) + 2)
    assert steps(room.say("AMAZON.RepeatIntent"))[0] == "step.3"


def test_a_lost_connection_keeps_the_place_from_the_start():
    room = interrupted()
    room.sessions.clear()
    assert room.place is not None
    reply = room.say("AMAZON.ResumeIntent", on="bedroom")
    assert steps(reply)[0] == "step.3"


def test_a_lost_session_whose_exercise_was_over_is_done_at_the_next_turn():
    room = interrupted(seconds=600)
    room.sessions.clear()
    room.launch("bedroom")
    assert (room.done, room.place) == (["P21"], None)


def test_a_lost_session_whose_exercise_was_over_is_done_also_at_four_in_the_morning():
    room = interrupted(seconds=12 * 3600)
    with room.store.visit("us") as home:
        keep_four(home, day_of(room.now), "Europe/London")
    assert (room.done, room.place) == (["P21"], None)


def test_a_place_is_gone_after_four_in_the_morning():
    room = interrupted()
    room.silence()
    room.later(8 * 3600)
    assert keys(room.say("AMAZON.ResumeIntent")) == ["exercise.nothing_waiting", "offering.question"]
    assert room.place is None
    assert room.done == []


def test_a_place_is_still_there_just_before_four():
    room = interrupted()
    room.silence()
    room.now = room.now.replace(hour=3, minute=59) + timedelta(days=1)
    assert steps(room.say("AMAZON.ResumeIntent"))[0] == "step.3"


def test_across_four_in_the_morning_the_conversation_goes_on():
    room = Room()
    room.now = room.now.replace(hour=3, minute=59, second=30)
    room.give("kind-minute")
    room.later(MIDDLE)
    assert steps(room.say("AMAZON.NextIntent"))[0] == "step.4"
    room.later(30)
    assert keys(room.say("AMAZON.PauseIntent")) == ["exercise.paused"]
    assert room.place is not None
    room.later(3600)
    assert steps(room.say("AMAZON.ResumeIntent"))[0] == "step.5"


def test_another_device_takes_the_place_and_the_first_one_lets_it_be():
    room = interrupted()
    assert steps(room.say("AMAZON.ResumeIntent", on="bedroom"))[0] == "step.3"
    taken = room.place
    room.later(5)
    room.silence("kitchen")
    assert room.place == taken
    room.later(120)
    room.silence("bedroom")
    assert room.done == ["P21"]


def test_a_pause_on_another_device_keeps_the_place():
    room = interrupted()
    assert keys(room.say("AMAZON.PauseIntent", on="bedroom")) == ["exercise.paused"]
    room.later(90)
    room.silence("kitchen")
    assert room.place is not None
    assert (room.place.step, room.done) == (3, [])


def test_a_turn_on_another_device_leaves_what_runs_alone():
    room = interrupted()
    before = room.place
    room.say("CheckInIntent", on="bedroom")
    assert room.place == before
    room.later(90)
    room.silence("kitchen")
    assert room.done == ["P21"]


def test_two_exercises_at_once_are_each_steered_by_their_own_device():
    room = interrupted()
    room.give("remember-when", on="bedroom")
    room.later(10)
    assert given(room.say("AMAZON.NextIntent", on="kitchen")) == "kind-minute"
    room.later(10)
    assert given(room.say("AMAZON.NextIntent", on="bedroom")) == "remember-when"


def test_two_exercises_at_once_are_both_done_once_each_was_heard():
    room = Room()
    first = room.give("kind-minute", on="kitchen")
    room.later(20)
    second = room.give("five-four-three", on="bedroom")
    room.later(200)
    room.launch("hall")
    assert sorted(room.done) == sorted([first.id, second.id])
    room.launch("hall")
    assert len(room.done) == 2


def test_one_of_two_at_once_that_is_left_halfway_is_not_done_and_leaves_the_other_alone():
    room = Room()
    room.give("kind-minute", on="kitchen")
    room.later(20)
    second = room.give("five-four-three", on="bedroom")
    room.later(20)
    room.say("AMAZON.StopIntent", on="kitchen")
    room.later(200)
    room.launch("hall")
    assert room.done == [second.id]


def test_every_steering_word_works_from_a_new_conversation_while_a_place_is_kept():
    for intent in ("AMAZON.NextIntent", "AMAZON.StartOverIntent", "SlowerIntent", "TooLongIntent"):
        room = interrupted()
        room.silence()
        room.launch()
        assert given(room.say(intent)) == "kind-minute"


def test_without_a_place_the_steering_words_are_kindly_met():
    heard = {
        intent: keys(Room().say(intent))[0]
        for intent in (
            "AMAZON.NextIntent",
            "AMAZON.StartOverIntent",
            "AMAZON.PauseIntent",
            "AMAZON.ResumeIntent",
            "SlowerIntent",
            "TooLongIntent",
            "NotThatOneIntent",
        )
    }
    assert heard == {
        "AMAZON.NextIntent": "misheard.sorry",
        "AMAZON.StartOverIntent": "misheard.sorry",
        "AMAZON.PauseIntent": "ending.early",
        "AMAZON.ResumeIntent": "exercise.nothing_waiting",
        "SlowerIntent": "misheard.sorry",
        "TooLongIntent": "exercise.two_minutes",
        "NotThatOneIntent": "misheard.sorry",
    }


def test_in_a_check_in_the_steering_words_do_not_wake_an_exercise():
    for intent in ("AMAZON.ResumeIntent", "AMAZON.StartOverIntent", "SlowerIntent", "TooLongIntent"):
        room = interrupted()
        room.say("CheckInIntent")
        assert keys(room.say(intent))[0] == "misheard.sorry"


def test_an_exercise_the_library_no_longer_has_is_no_dead_end():
    room = interrupted()
    with room.store.visit("us") as home:
        place = replace(room_place(home), exercise="P99")
        home.keep(replace(home.household, exercises=replace(home.household.exercises, place=place)))
    progress = room.sessions["kitchen"]
    room.sessions["kitchen"] = replace(progress, state=Afterwards(place))
    assert keys(room.say("AMAZON.YesIntent"))[-1] in ("afterwards.question", "at_gate.question")


def room_place(home: Home) -> Place:
    assert home.household.exercises.place
    return home.household.exercises.place


LONGEST = 12
TURNS = st.lists(
    st.tuples(
        st.sampled_from([*sorted(TABLE), "silence", "launch", "ExerciseIntent", "AMAZON.YesIntent"]),
        st.sampled_from(["kitchen", "bedroom"]),
        st.sampled_from([0, 1, 20, 60, 100, 140, 4000, 40_000]),
        st.sampled_from([{}, {"company": "alone"}, {"theme": "near"}, {"hands": "baby", "theme": "space"}]),
    ),
    max_size=LONGEST,
)


@for_any(TURNS)
@settings(max_examples=120, deadline=None)
def test_no_conversation_fails_or_offers_touch_or_loses_its_way(
    turns: list[tuple[str, str, float, dict[str, str]]],
):
    room = Room()
    for intent, device, seconds, slots in turns:
        if intent == "silence":
            room.silence(device)
        else:
            reply = room.launch(device) if intent == "launch" else room.say(intent, on=device, **slots)
            assert isinstance(reply, Ask | Close) or intent not in MOVES
            for key in keys(reply):
                assert LIBRARY.variants(key), key
            assert not isinstance(room.sessions.get(device), Midway) or room.place
        room.later(seconds)
    place = room.place
    assert place is None or place.step < BY_ID[place.exercise].end
    assert all(BY_ID[entry].touch == "none" for entry in room.done)


BY_ID = {exercise.id: exercise for exercise in LIBRARY.exercises}
