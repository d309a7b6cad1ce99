"""Tracks: none with touch, no word to a player, a place until four and no longer, quiet where it is quiet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from skill.alexa.edge import AlexaEdge
from skill.alexa.request import turn_of
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.exercise import Company
from skill.domain.ladder import Touch
from skill.domain.line import Chime, Line
from skill.domain.progress import Progress
from skill.domain.quiet import Quiet
from skill.domain.reply import Ask, Close, HandOver, Nothing, Reply, close, hand_over
from skill.domain.track import Hush, Now, Play
from skill.domain.welcome import Menu
from skill.library import Library
from skill.speech import Speech
from tests.conversations.exercise.track_room import TrackRoom, playing

LIBRARY = Library.english()
BY_ID = {exercise.id: exercise for exercise in LIBRARY.exercises}
SOUNDS = "https://sounds.example.com/hands"
SPEECH = Speech(LIBRARY, SOUNDS)
EVEN = "P23"
STOP = [{"type": "AudioPlayer.Stop"}]
TOKEN = {"token": "exercise:P23:v1", "offsetInMilliseconds": 42170, "playerActivity": "PLAYING"}
WORDS = Line("track.loop")


def _sent(kind: str, **request: dict[str, str]) -> dict[str, Any]:
    device = {"deviceId": "kitchen", "supportedInterfaces": {"AudioPlayer": {}}}
    return {
        "version": "1.0",
        "context": {"System": {"user": {"userId": "us"}, "device": device}, "AudioPlayer": TOKEN},
        "request": {"type": kind, "timestamp": "2026-11-23T20:00:00Z", "locale": "en-GB", **request},
    }


def _answered(reply: Reply, kind: str = "IntentRequest") -> dict[str, Any]:
    edge = AlexaEdge(lambda _turn, _access: (reply, Progress()), SPEECH, (Line("apology.sorry"),))
    response: dict[str, Any] = edge.respond(_sent(kind, intent={"name": "AMAZON.StopIntent"}))["response"]
    return response


def _begun() -> TrackRoom:
    room = TrackRoom()
    room.say("TrackIntent", exercise=EVEN)
    room.later(5)
    return room


def _raises(call: Callable[[], object]) -> bool:
    try:
        call()
    except LookupError:
        return True
    return False


def no_track_has_touch_or_a_question() -> None:
    from skill.conversations.exercise import playing as of_tracks

    for exercise in LIBRARY.exercises:
        if exercise.touch is Touch.NONE and not any(step.gate for step in exercise.steps):
            continue
        room = TrackRoom()
        assert isinstance(room.say("TrackIntent", exercise=exercise.id), Ask), exercise.id
        room.sounds(exercise.id, 0)
        assert not isinstance(room.say("AMAZON.ResumeIntent"), HandOver), exercise.id
        assert _raises(lambda exercise=exercise: of_tracks.play(exercise, None, None)), exercise.id  # type: ignore[misc, arg-type] # refused before anything else


def nothing_is_said_to_a_player() -> None:
    spoken = (hand_over(Play(EVEN, "exercise.P23.name"), WORDS), Ask((), WORDS, WORDS, Menu()), close(WORDS))
    for reply in spoken:
        for kind in (
            "AudioPlayer.PlaybackStarted",
            "AudioPlayer.PlaybackStopped",
            "System.ExceptionEncountered",
        ):
            assert _answered(reply, kind) == {}, kind
        button = _answered(reply, "PlaybackController.NextCommandIssued")
        assert set(button) <= {"directives", "shouldEndSession"}, button
        assert button.get("shouldEndSession") is not False


def a_track_shuts_the_microphone() -> None:
    assert _answered(hand_over(Play(EVEN, "exercise.P23.name")))["shouldEndSession"] is True
    assert _answered(hand_over(Hush()))["shouldEndSession"] is True


def an_early_end_stops_a_track_and_so_does_a_question() -> None:
    assert _answered(close(EARLY_CLOSE))["directives"] == STOP
    assert _answered(Ask((), WORDS, WORDS, Menu()))["directives"] == STOP
    assert "directives" not in _answered(close(WORDS))


def no_track_is_played_where_there_are_no_sounds() -> None:
    sent = _sent("IntentRequest", intent={"name": "TrackIntent"})
    assert turn_of(sent, lambda: TrackRoom().now, sounds=True).plays
    assert not turn_of(sent, lambda: TrackRoom().now).plays
    del sent["context"]["System"]["device"]["supportedInterfaces"]["AudioPlayer"]
    assert not turn_of(sent, lambda: TrackRoom().now, sounds=True).plays


def a_place_is_kept_until_four_and_no_device_brings_it_back() -> None:
    room = _begun()
    room.tell("STOPPED", EVEN, 42_170)
    room.later(60)
    assert playing(room.press("Resume")) == (EVEN, 42_170)
    room.tell("STOPPED", EVEN, 42_170)
    room.later(8 * 3600)
    assert room.press("Resume") == Nothing()
    room.sounds(EVEN, 42_170, Now.STOPPED)
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)
    assert playing(room.press("Resume")) == (EVEN, 0)


def a_place_moves_by_what_the_player_tells_and_never_back_in_time() -> None:
    room = _begun()
    room.tell("STOPPED", EVEN, 42_170)
    room.later(-3)
    room.tell("STOPPED", EVEN, 1)
    room.tell("STOPPED", EVEN, 1, on="bedroom")
    assert room.stand() == (EVEN, 42_170)


def what_was_heard_to_its_end_is_done_once() -> None:
    room = _begun()
    room.tell("NEARLY_FINISHED", EVEN, 125_000)
    assert room.done == []
    room.tell("FINISHED", EVEN, 125_000)
    room.tell("FINISHED", EVEN, 125_000)
    assert room.done == [EVEN]
    assert isinstance(room.say("AMAZON.ResumeIntent"), Ask)


def nothing_plays_aloud_in_quiet_hours() -> None:
    room = TrackRoom()
    with room.store.visit("us") as home:
        until = room.now.replace(tzinfo=None) + timedelta(hours=5)
        home.keep(replace(home.household, quiet=Quiet(until=until)))
    assert isinstance(room.say("TrackIntent", exercise=EVEN), Ask)
    assert SPEECH.render([Chime.START, WORDS], "en-GB", softly=True).count("<audio") == 0


def after_a_failure_it_is_spoken() -> None:
    room = _begun()
    room.tell("FAILED", EVEN, 0)
    assert isinstance(room.say("TrackIntent", exercise=EVEN), Ask)


def only_what_suits_stands_on_the_shelf() -> None:
    room = TrackRoom()
    room.say("TrackIntent", exercise="P21")
    walked = {playing(room.say("AMAZON.NextIntent"))[0] for _ in range(30)}
    assert {BY_ID[each].company for each in walked} == {Company.ALONE}
    assert all(BY_ID[each].unasked for each in walked)
    with room.store.visit("us") as home:
        aside = replace(home.household.exercises, set_aside=tuple(walked - {"P21"}))
        home.keep(replace(home.household, exercises=aside))
    assert {playing(room.say("AMAZON.NextIntent"))[0] for _ in range(5)} == {"P21"}


def a_pause_stops_the_player_without_a_word() -> None:
    room = _begun()
    room.sounds(EVEN, 5_000)
    assert room.say("AMAZON.PauseIntent") == HandOver(Hush())
    assert isinstance(room.say("AMAZON.StopIntent"), Close)
