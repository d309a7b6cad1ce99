"""An exercise with touch: two fresh yeses before it and in its middle, and one mark after it."""

from __future__ import annotations

import logging
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given as for_any
from hypothesis import settings
from msgspec.structs import replace

from skill.conversations.exercise.gate_words import NO_YES
from skill.conversations.exercise.touching import ASKING, LISTENING
from skill.domain.closeness.consent import FirstIn, SecondIn
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.step import STANDARD
from skill.domain.ladder import Rung
from skill.domain.reply import Ask, Close
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from tests.conversations.exercise.exercise_room import BY_SLUG, EVENING, LIBRARY, keys
from tests.conversations.exercise.touch_room import HUG, IN, WITH_TOUCH, Evening, open_day, opened, touched


@pytest.mark.parametrize("slug", WITH_TOUCH)
def test_its_whole_way_from_the_frame_to_the_shut_microphone(slug: str):
    room, reply = opened(slug)
    name = f"exercise.{BY_SLUG[slug].id}"
    assert keys(reply)[:2] == [f"{name}.opening", f"{name}.ends"]
    assert not touched(reply)
    first_half = room.both_in()
    assert touched(first_half)
    assert isinstance(room.asked, FirstIn)
    assert room.asked.again
    second_half = room.both_in()
    assert isinstance(second_half, Close)
    assert keys(second_half)[-1] == f"{name}.closing"
    steps = [key for key in (*keys(first_half), *keys(second_half)) if ".step." in key]
    assert steps == [f"{name}.step.{n}" for n in range(1, BY_SLUG[slug].closing)]


@pytest.mark.parametrize("intent", sorted(NO_YES - {"ConsentIntent"}))
@pytest.mark.parametrize("half", [0, 1])
def test_a_yes_an_ok_and_all_a_toddler_says_open_nothing(intent: str, half: int):
    room, _ = opened()
    if half:
        room.both_in()
    assert not touched(room.hear("", intent=intent))
    assert isinstance(room.asked, FirstIn), "it is asked once more"
    assert room.hear("", intent=intent) == Close((EARLY_CLOSE,))


@pytest.mark.parametrize(
    "words", ["yes", "ok", "go", "please", "in", "i'm in bed", "i'm not in", "he's in", ""]
)
def test_only_a_phrase_of_the_closed_list_is_a_yes(words: str):
    room, _ = opened()
    room.hear(words)
    assert type(room.asked) is FirstIn


@pytest.mark.parametrize("words", ["I\u2019m in", "yes i'm in please", "Count me in", "i am in"])
def test_the_phrases_are_heard_with_the_small_words_around_them(words: str):
    room, _ = opened()
    room.hear(words)
    assert type(room.asked) is SecondIn


def test_there_are_at_most_six_phrases():
    spellings = LIBRARY.word_list("consent")
    one = {p.replace("i am", "im").replace("i would", "id").replace("'", "") for p in spellings}
    assert len(one) <= 6


def test_two_in_one_breath_are_one():
    room, _ = opened()
    room.hear("i'm in")
    same_moment = room.sessions["kitchen"]
    reply = room._take(
        Turn(Kind.INTENT, "us", room.now, "en-GB", "ConsentIntent", {"consent": Slot(IN)}, None, same_moment),
        "kitchen",
    )
    assert not touched(reply)


def test_one_voice_is_never_two_people():
    room, _ = opened()
    room.hear(IN, person="a")
    assert not touched(room.hear(IN, person="a"))
    assert touched(room.hear(IN, person="b"))


@pytest.mark.parametrize("second", [False, True])
def test_a_yes_that_comes_too_late_does_not_count(second: bool):  # noqa: FBT001 - which of the two
    room, _ = opened()
    if second:
        room.hear(IN)
    before = type(room.asked)
    room.hear(IN, after=LISTENING + 1)
    assert type(room.asked) is before


def test_a_yes_counts_from_the_end_of_the_question_on_for_nine_seconds():
    room, _ = opened()
    state = room.asked
    assert state is not None
    assert state.heard_by == room.now + timedelta(seconds=HUG.seconds(0, STANDARD) + ASKING + LISTENING)


@pytest.mark.parametrize(("share", "counts"), [(0.02, False), (0.4, False), (0.6, True), (1.0, True)])
def test_in_the_middle_a_yes_counts_once_hands_had_time_to_let_go(share: float, counts: bool):  # noqa: FBT001 - the case
    room, _ = opened()
    room.both_in()
    assert isinstance(room.asked, FirstIn)
    spoken = room.asked.heard_by - room.asked.asked_at - timedelta(seconds=LISTENING)
    room.hear(IN, after=-spoken.total_seconds() * (1 - share))
    assert isinstance(room.asked, SecondIn) is counts


@pytest.mark.parametrize("second", [False, True])
def test_asked_once_more_a_yes_counts_for_as_long_as_those_words_last(second: bool):  # noqa: FBT001 - which of the two
    room, _ = opened()
    if second:
        room.hear(IN)
    room.hear("yes", intent="AMAZON.YesIntent")
    assert isinstance(room.asked, FirstIn)
    asked = LIBRARY.phrase("en-GB", f"{room.asked.KEY}.question_help").split()
    lasts = timedelta(seconds=len(asked) * 60 / 142 + LISTENING)
    assert room.asked.heard_by - room.asked.asked_at == pytest.approx(lasts, abs=timedelta(seconds=0.1))


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent", "TooLongIntent", "NotThatOneIntent"])
@pytest.mark.parametrize("yeses", range(4))
def test_a_no_is_thanked_and_nothing_is_asked(intent: str, yeses: int):
    room, _ = opened()
    for _ in range(yeses):
        room.hear(IN)
    reply = room.hear("", intent=intent)
    assert isinstance(reply, Close)
    assert keys(reply) == ["first_in.thanked"]
    assert room.household.exercises.set_aside == ()


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "AMAZON.StopIntent", "silence"])
def test_across_four_in_the_morning_the_new_day_rests_too(intent: str):
    room, _ = opened()
    start = room.now.date()
    room.now = room.now.replace(hour=3, minute=59, second=50) + timedelta(days=1)
    room.closeness = replace(room.closeness, rested_on=None)
    room.sessions.clear()
    room.say("ExerciseIntent", exercise=HUG.id)
    assert room.asked is not None
    assert room.closeness.rested_on == start
    room.later(15)
    if intent == "silence":
        room.silence()
    else:
        room.say(intent)
    assert room.closeness.rested_on == start + timedelta(days=1)


@pytest.mark.parametrize(
    "intent", ["AnotherOneIntent", "MoveAloneTimeIntent", "SaySomethingIntent", "SmallMomentIntent"]
)
def test_whatever_else_is_said_between_the_yeses_is_a_way_out(intent: str):
    room, _ = opened()
    room.hear(IN)
    assert room.hear("", intent=intent) == Close((EARLY_CLOSE,))


def test_a_name_in_the_middle_is_greeted_and_the_middle_is_asked_again():
    room, _ = opened()
    room.both_in()
    slots = {"name": Slot("sam")}
    reply = room._take(
        Turn(Kind.INTENT, "us", room.now, "en-GB", "WhoIntent", slots, None, room.sessions["kitchen"]),
        "kitchen",
    )
    assert keys(reply) == ["who.hello", "first_in.again"]


ENDINGS = st.lists(
    st.sampled_from(
        [
            ("ConsentIntent", IN),
            ("AMAZON.NoIntent", ""),
            ("AMAZON.StopIntent", ""),
            ("FearIntent", ""),
            ("AMAZON.YesIntent", ""),
            ("silence", ""),
            ("lost", ""),
        ]
    ),
    max_size=6,
)


@for_any(ENDINGS, st.sampled_from(WITH_TOUCH))
@settings(max_examples=60, deadline=None)
def test_however_it_ends_it_leaves_one_and_the_same_mark_and_tells_no_log(
    said: list[tuple[str, str]], slug: str
):
    room, _ = opened(slug)
    expected = replace(room.household, settled_on=None)
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign] # the smallest recorder
    log = logging.getLogger("skill")
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        for intent, words in said:
            if room.asked is None:
                break
            if intent == "silence":
                room.silence()
            elif intent == "lost":
                room.sessions.clear()
            else:
                room.hear(words, intent=intent)
    finally:
        log.removeHandler(handler)
        log.setLevel(before)
    assert replace(room.household, settled_on=None) == expected
    assert room.household.closeness.rested_on is not None
    assert room.done == []
    assert lines == []


@pytest.mark.parametrize("slug", WITH_TOUCH)
def test_touch_rests_until_four_and_then_no_longer(slug: str):
    room, _ = opened(slug)
    room.hear("", intent="AMAZON.NoIntent")
    again = room.say("ExerciseIntent", exercise=BY_SLUG[slug].id)
    twin = BY_SLUG[slug].twin
    assert keys(again)[0] == "closeness.for_words"
    assert f"exercise.{twin}.opening" in keys(again)
    tomorrow = Evening()
    tomorrow.closeness = room.closeness
    tomorrow.now += open_day(tomorrow.now.date() + timedelta(1)) - tomorrow.now.date()
    assert isinstance(tomorrow.say("ExerciseIntent", exercise=BY_SLUG[slug].id), Ask)
    assert tomorrow.asked is not None


def test_where_nothing_is_kept_no_consent_is_remembered_either():
    room, reply = opened(store=MemoryStore())
    assert room.asked is None
    assert keys(reply)[0] == "closeness.for_words"


def test_less_asked_for_on_another_device_ends_it_kindly():
    room, _ = opened()
    room.hear(IN)
    room.closeness = room.closeness.preferring(None, Rung.WORDS, EVENING.date())
    room.closeness = room.closeness.preferring(None, Rung.WORDS, room.now.date())
    assert room.hear(IN) == Close((EARLY_CLOSE,))
