"""Tracks by voice: played at once, paused, taken up, walked along; spoken where there is no player."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from skill.conversations.exercise import playing
from skill.domain.exercise.exercise import Company, Exercise
from skill.domain.exercise.expectations import AtGate
from skill.domain.ladder import Touch
from skill.domain.quiet import Quiet
from skill.domain.reply import Ask, Close, HandOver, Nothing
from skill.domain.track import Now
from skill.stores.memory import MemoryStore
from tests.conversations.exercise import track_room
from tests.conversations.exercise.exercise_room import LIBRARY, given, keys, steps
from tests.conversations.exercise.track_room import TrackRoom, hushes

BY_ID = {exercise.id: exercise for exercise in LIBRARY.exercises}
TRACKS = [exercise for exercise in LIBRARY.exercises if exercise.is_track]
REFUSED = [exercise for exercise in LIBRARY.exercises if not exercise.is_track]
WALK = ("AMAZON.NextIntent", "AMAZON.PreviousIntent")
EVEN = "P23"


@pytest.fixture
def room() -> TrackRoom:
    return TrackRoom()


def test_a_track_is_played_at_once_with_its_card_and_without_a_word(room: TrackRoom):
    reply = room.say("TrackIntent", exercise=EVEN)
    assert track_room.playing(reply) == (EVEN, 0)
    assert isinstance(reply, HandOver)
    assert (reply.lines, reply.card) == ((), BY_ID[EVEN].card)


def test_a_theme_and_a_company_choose_among_tracks(room: TrackRoom):
    for theme in ("breath", "kind", "near", "calm"):
        exercise, _ = track_room.playing(room.say("TrackIntent", theme=theme))
        assert theme in BY_ID[exercise].themes
        assert BY_ID[exercise].is_track
    exercise, _ = track_room.playing(room.say("TrackIntent", company="alone"))
    assert BY_ID[exercise].company is Company.ALONE


def test_a_theme_that_takes_two_is_said_to_and_one_for_one_is_played(room: TrackRoom):
    reply = room.say("TrackIntent", theme="near", company="alone")
    assert isinstance(reply, HandOver)
    assert [line.key for line in reply.lines if hasattr(line, "key")] == ["exercise.for_two"]
    assert BY_ID[track_room.playing(reply)[0]].company is Company.ALONE


@pytest.mark.parametrize("theme", ["hand", "hug", "kiss"])
def test_there_is_no_track_with_touch(room: TrackRoom, theme: str):
    assert isinstance(room.say("TrackIntent", theme=theme), Ask)
    assert room.stands == ()


@pytest.mark.parametrize("exercise", REFUSED, ids=lambda exercise: exercise.slug)
def test_what_has_touch_or_a_question_is_never_handed_to_a_player(room: TrackRoom, exercise: Exercise):
    assert isinstance(room.say("TrackIntent", exercise=exercise.id), Ask)
    assert room.stands == ()
    assert exercise.touch is not Touch.NONE or any(step.gate for step in exercise.steps)


def test_without_a_player_the_same_is_spoken_in_the_same_words(room: TrackRoom):
    exercise, _ = track_room.playing(room.say("TrackIntent", theme="breath"))
    silent = TrackRoom(plays=False)
    reply = silent.say("TrackIntent", theme="breath")
    assert given(reply) == BY_ID[exercise].slug
    asked = TrackRoom(plays=False).say("ExerciseIntent", exercise=exercise)
    assert keys(reply) == keys(asked)
    assert silent.stands == ()


def test_in_quiet_hours_it_is_spoken(room: TrackRoom):
    with room.store.visit("us") as home:
        home.keep(
            replace(home.household, quiet=Quiet(until=room.now.replace(tzinfo=None) + timedelta(hours=5)))
        )
    assert isinstance(room.say("TrackIntent", exercise=EVEN), Ask)


def test_whoever_told_of_a_loss_hears_it_spoken(room: TrackRoom):
    room.say("LossIntent")
    assert isinstance(room.say("TrackIntent"), Ask)
    assert isinstance(room.say("AMAZON.NextIntent"), Ask)
    assert isinstance(room.say("AsTrackIntent"), Ask)
    assert room.stands == ()


def test_what_is_not_fit_for_children_is_no_track(room: TrackRoom):
    assert isinstance(room.words("TrackIntent", "theme", "sex"), Close)


def test_it_as_a_track_goes_on_from_the_step_at_which_the_words_stand(room: TrackRoom):
    exercise = room.give("even-breath")
    room.later(exercise.steps[0].seconds(95) + exercise.steps[1].seconds(95) + 1)
    assert track_room.playing(room.say("AsTrackIntent")) == (EVEN, exercise.begins(2))
    assert room.place is None


def test_it_as_a_track_after_its_end_is_all_of_it(room: TrackRoom):
    room.give("even-breath")
    room.later(300)
    assert track_room.playing(room.say("AsTrackIntent")) == (EVEN, 0)


def test_it_as_a_track_with_a_question_in_it_stays_in_words(room: TrackRoom):
    room.give("breathe-alongside")
    room.later(45)
    reply = room.say("AsTrackIntent")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, AtGate)


def test_it_as_a_track_from_a_new_conversation_is_what_waits(room: TrackRoom):
    exercise = room.give("even-breath")
    room.later(exercise.steps[0].seconds(95) + 1)
    room.silence()
    assert track_room.playing(room.say("AsTrackIntent", on="bedroom")) == (EVEN, exercise.begins(1))


def test_it_as_a_track_with_nothing_under_way_is_a_track(room: TrackRoom):
    assert isinstance(room.say("AsTrackIntent"), HandOver)


def test_it_as_a_track_without_a_player_goes_on_in_words(room: TrackRoom):
    room.plays = False
    exercise = room.give("even-breath")
    room.later(exercise.steps[0].seconds(95) + 1)
    assert steps(room.say("AsTrackIntent"))[0] == "step.1"


def test_a_pause_stops_the_player_and_the_place_is_what_it_tells_then(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.sounds(EVEN, 41_000)
    assert hushes(room.say("AMAZON.PauseIntent"))
    room.tell("STOPPED", EVEN, 42_170)
    assert room.stand() == (EVEN, 42_170)


def test_go_on_takes_it_up_at_the_very_offset_after_any_time_of_the_day(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, 42_170)
    room.later(3 * 3600)
    reply = room.say("AMAZON.ResumeIntent")
    assert track_room.playing(reply) == (EVEN, 42_170)
    assert isinstance(reply, HandOver)
    assert (reply.lines, reply.card) == ((), None)


def test_where_the_player_has_told_nothing_yet_what_it_says_of_itself_counts(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.sounds(EVEN, 30_500, Now.STOPPED)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 30_500)


def test_what_was_told_counts_before_what_the_player_says_of_itself(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, 42_170)
    room.sounds(EVEN, 1, Now.STOPPED)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 42_170)


def test_another_device_takes_up_the_last_one_of_the_house(room: TrackRoom):
    room.say("TrackIntent", exercise="P21", on="attic")
    room.tell("STOPPED", "P21", 5_000, on="attic")
    room.later(60)
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, 42_170)
    room.later(60)
    assert track_room.playing(room.say("AMAZON.ResumeIntent", on="bedroom")) == (EVEN, 42_170)
    assert [stand.exercise for stand in room.stands] == ["P21", EVEN]
    room.tell("STOPPED", EVEN, 1, on="kitchen")
    assert room.stand("bedroom") == (EVEN, 42_170), "the place has moved to the bedroom"


def test_a_device_takes_up_its_own_before_the_houses_last(room: TrackRoom):
    room.say("TrackIntent", exercise="P21", on="attic")
    room.tell("STOPPED", "P21", 5_000, on="attic")
    room.later(60)
    room.say("TrackIntent", exercise=EVEN)
    assert track_room.playing(room.say("AMAZON.ResumeIntent", on="attic")) == ("P21", 5_000)


def test_words_begun_after_a_track_are_what_goes_on(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, 42_170)
    room.later(60)
    room.give("kind-minute")
    room.later(30)
    room.say("AMAZON.PauseIntent")
    assert given(room.say("AMAZON.ResumeIntent")) == "kind-minute"


def test_a_device_without_a_player_takes_up_the_words_of_the_step(room: TrackRoom):
    exercise = BY_ID[EVEN]
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, exercise.begins(2) + 500)
    room.plays = False
    assert steps(room.say("AMAZON.ResumeIntent", on="bathroom"))[0] == "step.2"
    assert room.stands == ()


def test_in_quiet_hours_a_track_is_left_to_its_words_wherever_the_player_says_it_is(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.sounds(EVEN, BY_ID[EVEN].begins(3) + 10, Now.STOPPED)
    room.say("WhisperIntent")
    assert steps(room.say("AMAZON.ResumeIntent"))[0] == "step.3"
    assert room.stands == ()


def test_the_place_is_gone_at_four_and_the_player_is_not_asked_for_it(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.tell("STOPPED", EVEN, 42_170)
    room.sounds(EVEN, 42_170, Now.STOPPED)
    room.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 42_170)
    room.tell("STOPPED", EVEN, 50_000)
    room.now = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)


def test_start_over_and_again_play_it_from_its_beginning(room: TrackRoom):
    for intent in ("AMAZON.StartOverIntent", "AMAZON.RepeatIntent"):
        room.say("TrackIntent", exercise=EVEN)
        room.tell("STARTED", EVEN, 42_170)
        room.sounds(EVEN, 42_170)
        assert track_room.playing(room.say(intent)) == (EVEN, 0)


def test_again_long_after_a_track_is_meant_for_words(room: TrackRoom):
    room.say("TrackIntent", exercise=EVEN)
    room.tell("FINISHED", EVEN, 120_000)
    room.sounds(EVEN, 120_000, Now.OVER)
    room.later(20)
    assert track_room.playing(room.say("AMAZON.RepeatIntent")) == (EVEN, 0)
    room.tell("FINISHED", EVEN, 120_000)
    room.later(600)
    assert isinstance(room.say("AMAZON.RepeatIntent"), Ask)


@pytest.mark.parametrize(("there", "back"), [WALK, WALK[::-1]])
def test_next_and_previous_undo_each_other(room: TrackRoom, there: str, back: str):
    begun = track_room.playing(room.say("TrackIntent", theme="calm"))
    gone = track_room.playing(room.say(there))
    assert gone != begun
    assert track_room.playing(room.say(back)) == begun


def test_the_shelf_has_no_end_and_only_what_suits_is_on_it(room: TrackRoom):
    room.say("TrackIntent", exercise="P21")
    walked = [track_room.playing(room.say("AMAZON.NextIntent"))[0] for _ in range(40)]
    assert len(set(walked)) > 3
    assert walked[: len(set(walked))] * 2 == walked[: 2 * len(set(walked))]
    assert all(BY_ID[each].is_track and BY_ID[each].unasked for each in walked)
    assert {BY_ID[each].company for each in walked} == {Company.ALONE}


def test_nothing_that_was_set_aside_comes_on_the_way(room: TrackRoom):
    first, _ = track_room.playing(room.say("TrackIntent", theme="calm"))
    second, _ = track_room.playing(room.say("AMAZON.NextIntent"))
    with room.store.visit("us") as home:
        aside = replace(home.household.exercises, set_aside=(second,))
        home.keep(replace(home.household, exercises=aside))
    room.say("TrackIntent", exercise=first)
    assert track_room.playing(room.say("AMAZON.NextIntent"))[0] != second


def test_one_that_was_named_and_is_on_no_shelf_leads_onto_it(room: TrackRoom):
    room.say("TrackIntent", exercise="P10")
    assert not BY_ID["P10"].unasked
    assert track_room.playing(room.say("AMAZON.NextIntent"))[0] != "P10"


def test_the_next_day_next_still_knows_which_track_it_was(room: TrackRoom):
    room.sounds(EVEN, 0, Now.STOPPED)
    assert isinstance(room.say("AMAZON.NextIntent"), HandOver)


@pytest.mark.parametrize("intent", ["LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff"])
def test_round_and_round_and_shuffled_are_answered_kindly_and_stop_nothing(room: TrackRoom, intent: str):
    room.say("TrackIntent", exercise=EVEN)
    room.sounds(EVEN, 10_000)
    reply = room.say(f"AMAZON.{intent}Intent")
    assert isinstance(reply, Close)
    assert keys(reply)[0] in ("track.loop", "track.shuffle")
    room.launch()
    assert isinstance(room.say(f"AMAZON.{intent}Intent"), Ask), "a question that was asked is asked again"


def test_where_nothing_outlasts_the_process_the_player_itself_still_knows_its_place():
    room = TrackRoom(store=MemoryStore())
    room.sounds(EVEN, 42_170, Now.STOPPED)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 42_170)
    room = TrackRoom(store=MemoryStore())
    room.sounds(EVEN, 120_000, Now.OVER)
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)


def test_where_things_are_kept_no_device_brings_back_what_was_forgotten(room: TrackRoom):
    room.sounds(EVEN, 42_170, Now.STOPPED)
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)
    room.sounds(EVEN, 42_170, Now.SOUNDS)
    assert track_room.playing(room.say("AMAZON.ResumeIntent")) == (EVEN, 42_170)


def test_a_token_of_no_exercise_is_nothing(room: TrackRoom):
    for exercise in ("P99", "P01", "P02"):
        for intent in (*WALK, "AMAZON.ResumeIntent", "AMAZON.StartOverIntent"):
            room.sounds(exercise, 10, Now.SOUNDS)
            room.sessions.clear()
            assert isinstance(room.say(intent), Ask)
            room.sounds(exercise, 10, Now.STOPPED)
            assert room.press("Resume") == Nothing()


def test_what_is_no_track_cannot_be_played():
    for exercise in REFUSED:
        with pytest.raises(LookupError):
            playing.play(exercise, None, None)  # type: ignore[arg-type] # it is refused before anything else
