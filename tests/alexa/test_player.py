"""The player of a device: what is read of it, what it is told, and that nobody speaks to it."""

from __future__ import annotations

from typing import Any

import pytest

from audio.catalogue import narratable, track_name
from skill.alexa.edge import AlexaEdge
from skill.alexa.player import track_file
from skill.alexa.request import turn_of
from skill.domain.card import Card
from skill.domain.ending import EARLY_CLOSE
from skill.domain.line import Line
from skill.domain.reply import Ask, HandOver, Reply, close, hand_over, nothing
from skill.domain.track import Hush, Now, Play, Player
from skill.domain.turn import Kind
from skill.domain.welcome import Menu
from skill.library import LOCALES, Library

from .recorded import EMPTY, NAMES, SKILL_ID, KeysAloud, Skill, clock, recorded

SOUNDS = "https://sounds.example.com/hands"
PLAY = hand_over(Play("P23", "exercise.P23.name", 42170))
STOP = {"type": "AudioPlayer.Stop"}
ASKING = Ask((), Line("what"), Line("whatever"), Menu())
EVENTS = [name for name in NAMES if name.startswith("audio_")]
BUTTONS = [name for name in NAMES if name.startswith("playback_")]
REPLIES: list[Reply] = [ASKING, close(EARLY_CLOSE), PLAY, hand_over(Hush()), hand_over(Menu()), nothing()]


ORDERS = {Play: "Play", Hush: "Stop"}


class Chiming(KeysAloud):
    sounds = SOUNDS


def answer(name: str, reply: Reply, **changed: str) -> dict[str, Any]:
    sent = recorded(name)
    sent["context"]["AudioPlayer"] = {**sent["context"].get("AudioPlayer", {}), **changed}
    apology = (Line("sorry"),)
    return AlexaEdge(
        take=Skill(reply).take, voice=Chiming(), apology=apology, skill_id=SKILL_ID, clock=clock
    ).respond(sent)


def test_a_track_is_played_from_its_very_offset_and_the_session_ends() -> None:
    assert answer("intent_resume_after_a_track", PLAY) == {
        "version": "1.0",
        "response": {
            "directives": [
                {
                    "type": "AudioPlayer.Play",
                    "playBehavior": "REPLACE_ALL",
                    "audioItem": {
                        "stream": {
                            "token": "exercise:P23:v1",
                            "url": f"{SOUNDS}/exercise-p23-en-gb.mp3",
                            "offsetInMilliseconds": 42170,
                        },
                        "metadata": {
                            "title": "exercise.P23.name en-GB",
                            "subtitle": "track.subtitle en-GB",
                        },
                    },
                }
            ],
            "shouldEndSession": True,
        },
    }


def test_what_is_said_and_shown_before_a_track_goes_with_it() -> None:
    card = Card("exercise.P23.name", ("exercise.P23.why",))
    reply = hand_over(Play("P23", "exercise.P23.name"), Line("nearest"), card=card)
    response = answer("intent_track", reply)["response"]
    assert response["outputSpeech"]["ssml"] == "<speak>nearest en-GB</speak>"
    assert response["card"]["title"] == "exercise.P23.name en-GB"
    assert response["shouldEndSession"] is True


def test_a_track_is_narrated_in_the_english_of_the_device() -> None:
    files = {track_file("P01T", locale) for locale in LOCALES}
    assert len(files) == len(LOCALES)
    assert "exercise-p01t-en-in.mp3" in files
    assert track_file("P23", "../../de-DE") == "exercise-p23-en-us.mp3"


def test_the_files_that_are_built_are_the_files_that_are_played() -> None:
    library = Library.english()
    built = {track_name(exercise, locale) for exercise in narratable(library.exercises) for locale in LOCALES}
    played = {track_file(e.id, locale) for e in library.exercises if e.is_track for locale in LOCALES}
    assert {name.removesuffix(".mp3") for name in built} == {name.removesuffix(".mp3") for name in played}


def test_a_pause_stops_the_player_without_a_word() -> None:
    assert answer("intent_resume_after_a_track", hand_over(Hush()))["response"] == {
        "directives": [STOP],
        "shouldEndSession": True,
    }


@pytest.mark.parametrize("reply", [close(EARLY_CLOSE), ASKING], ids=["an early end", "a question"])
def test_an_early_end_and_a_question_stop_a_track(reply: Reply) -> None:
    response = answer("intent_stop_over_a_track", reply)["response"]
    assert response["directives"] == [STOP]
    assert "outputSpeech" in response


@pytest.mark.parametrize("activity", ["PLAYING", "PAUSED", "BUFFER_UNDERRUN", "STOPPED", "OF_A_NEW_KIND"])
def test_an_early_end_stops_whatever_may_sound(activity: str) -> None:
    response = answer("intent_stop_over_a_track", close(EARLY_CLOSE), playerActivity=activity)["response"]
    assert response["directives"] == [STOP]


@pytest.mark.parametrize("changed", [{"playerActivity": "FINISHED"}, {"token": "somebody:else"}])
def test_nothing_is_stopped_that_is_over_or_somebody_elses(changed: dict[str, str]) -> None:
    response = answer("intent_stop_over_a_track", close(EARLY_CLOSE), **changed)["response"]
    assert "directives" not in response


def test_what_is_only_told_is_said_over_the_track() -> None:
    assert "directives" not in answer("intent_stop_over_a_track", close(Line("bye")))["response"]


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: type(reply).__name__)
@pytest.mark.parametrize("name", [*EVENTS, "exception_encountered"])
def test_what_the_player_tells_is_answered_with_nothing_at_all(name: str, reply: Reply) -> None:
    assert answer(name, reply) == EMPTY


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: type(reply).__name__)
@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_gets_an_order_for_the_player_or_nothing(name: str, reply: Reply) -> None:
    answered = answer(name, reply)
    assert set(answered) == {"version", "response"}
    assert set(answered["response"]) <= {"directives", "shouldEndSession"}
    assert answered["response"].get("shouldEndSession") is not False
    ordered = [each["type"] for each in answered["response"].get("directives", ())]
    to = reply.to if isinstance(reply, HandOver) else None
    assert ordered == [f"AudioPlayer.{word}" for kind, word in ORDERS.items() if isinstance(to, kind)]


@pytest.mark.parametrize("name", ["launch", "intent_track", *BUTTONS])
def test_no_track_is_played_where_nobody_said_where_tracks_are(name: str) -> None:
    edge = AlexaEdge(
        take=Skill(PLAY).take, voice=KeysAloud(), apology=(Line("sorry"),), skill_id=SKILL_ID, clock=clock
    )
    assert "AudioPlayer" not in repr(edge.respond(recorded(name))["response"])


def test_a_device_plays_tracks_when_it_has_a_player_and_there_are_sounds() -> None:
    assert turn_of(recorded("intent_track"), clock, sounds=True).plays
    assert not turn_of(recorded("intent_track"), clock).plays
    assert not turn_of(recorded("intent_check_in_one_shot"), clock, sounds=True).plays


@pytest.mark.parametrize(
    ("activity", "now"),
    [
        ("PLAYING", Now.SOUNDS),
        ("BUFFER_UNDERRUN", Now.SOUNDS),
        ("STOPPED", Now.STOPPED),
        ("FINISHED", Now.OVER),
        ("IDLE", Now.OVER),
        (None, Now.SOUNDS),
    ],
)
def test_the_player_says_which_track_how_far_and_whether_it_sounds(activity: str | None, now: Now) -> None:
    sent = recorded("intent_stop_over_a_track")
    sent["context"]["AudioPlayer"]["playerActivity"] = activity
    turn = turn_of(sent, clock)
    assert turn.player == Player("P23", 42170, now)
    assert turn.device == "amzn1.ask.device.KITCHEN"


@pytest.mark.parametrize(
    "token", [None, 7, "", "calm:1", "exercise:P23", "exercise:P23:v2", "exercise:../x:v1", "a:b:c:d"]
)
def test_a_token_that_is_none_of_ours_is_no_track(token: object) -> None:
    sent = recorded("intent_stop_over_a_track")
    sent["context"]["AudioPlayer"]["token"] = token
    assert turn_of(sent, clock).player is None


@pytest.mark.parametrize("offset", [None, "x", -1, True, 10**12, 1.5, [3]])
def test_an_offset_that_is_none_is_the_beginning(offset: object) -> None:
    sent = recorded("intent_stop_over_a_track")
    sent["context"]["AudioPlayer"]["offsetInMilliseconds"] = offset
    player = turn_of(sent, clock).player
    assert player is not None
    assert player.offset == 0


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("audio_started_of_a_track", "STARTED"),
        ("audio_stopped_of_a_track", "STOPPED"),
        ("audio_finished_of_a_track", "FINISHED"),
        ("audio_failed_of_a_track", "FAILED"),
        ("audio_nearly_finished_of_a_track", "NEARLY_FINISHED"),
    ],
)
def test_an_event_tells_what_the_player_did_whatever_the_context_says(name: str, outcome: str) -> None:
    sent = recorded(name)
    sent["context"]["AudioPlayer"] = {"token": "exercise:P01:v1", "offsetInMilliseconds": 1}
    turn = turn_of(sent, clock)
    assert (turn.kind, turn.outcome) == (Kind.PLAYBACK, outcome)
    assert turn.player is not None
    assert turn.player.exercise == "P23"
    assert turn.player.offset == (0 if outcome == "FAILED" else 42170)


def test_an_event_of_a_new_kind_changes_nothing() -> None:
    sent = recorded("audio_started_of_a_track")
    sent["request"]["type"] = "AudioPlayer.PlaybackDanced"
    assert turn_of(sent, clock).outcome == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [("next", "Next"), ("previous", "Previous"), ("play", "Resume"), ("pause", "Pause")],
)
def test_a_button_means_what_is_said_with_its_name(name: str, meant: str) -> None:
    turn = turn_of(recorded(f"playback_{name}_button"), clock)
    assert (turn.kind, turn.intent) == (Kind.BUTTON, f"AMAZON.{meant}Intent")
