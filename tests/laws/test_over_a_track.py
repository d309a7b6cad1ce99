"""Whoever leaves while a track plays leaves the same bytes, whatever the reason; danger is met at once."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.bootstrap import Skill, build
from skill.settings import Settings
from tests.laws.house.log import log_lines

NOW = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
SOUNDS = "https://sounds.example.com/hands"
EARLY_ENDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("AMAZON.StopIntent", {}),
    ("AMAZON.CancelIntent", {}),
    ("AMAZON.NavigateHomeIntent", {}),
    ("FearIntent", {}),
    ("AnswerIntent", {"answer": "i'm scared of him"}),
    ("CallMeIntent", {"name": "she hits me"}),
)
Json = dict[str, Any]


class Kitchen:
    """One Echo with a player, a store on a disk, and a stopped clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = NOW
        self.skill: Skill = build(Settings(folder, sounds=SOUNDS), clock=lambda: self.now)
        self.player: Json = {"playerActivity": "IDLE"}

    def sends(self, kind: str, **request: object) -> Json:
        user = {"userId": "us"}
        device = {"deviceId": "kitchen", "supportedInterfaces": {"AudioPlayer": {}}}
        stamped = {"type": kind, "timestamp": f"{self.now:%Y-%m-%dT%H:%M:%SZ}", "locale": "en-GB"}
        return self.skill.respond(
            {
                "version": "1.0",
                "session": {"new": True, "user": user, "attributes": {}},
                "context": {"System": {"user": user, "device": device}, "AudioPlayer": self.player},
                "request": stamped | request,
            }
        )

    def says(self, intent: str, **slots: str) -> Json:
        heard = {name: {"name": name, "value": words} for name, words in slots.items()}
        return self.sends("IntentRequest", intent={"name": intent, "slots": heard})

    def plays_for(self, seconds: int) -> None:
        playing = self.says("TrackIntent")["response"]["directives"][0]["audioItem"]["stream"]
        self.now += timedelta(seconds=seconds)
        offset = seconds * 1000
        self.player = {
            "token": playing["token"],
            "offsetInMilliseconds": offset,
            "playerActivity": "PLAYING",
        }

    def stops(self) -> Json:
        told = {name: self.player[name] for name in ("token", "offsetInMilliseconds")}
        return self.sends("AudioPlayer.PlaybackStopped", **told)

    def kept(self) -> str:
        files = sorted(file for file in self.folder.rglob("*") if file.is_file())
        return json.dumps([file.read_text("utf-8", "replace") for file in files])


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


def test_every_early_end_over_a_track_leaves_the_same_answer_the_same_log_and_the_same_bytes(tmp_path: Path):
    left = []
    for number, (intent, slots) in enumerate(EARLY_ENDS):
        kitchen = Kitchen(tmp_path / str(number))
        kitchen.plays_for(20)
        with log_lines() as lines:
            answered = kitchen.says(intent, **slots)
            told = kitchen.stops()
        left.append((answered, told, [line for line in lines if "closed" in line], kitchen.kept()))
    assert all(each == left[0] for each in left), "fear can be told from another early end"
    assert left[0][0]["response"]["directives"] == [{"type": "AudioPlayer.Stop"}]
    assert left[0][2]


def test_danger_over_a_track_stops_it_and_gets_help(kitchen: Kitchen):
    kitchen.plays_for(20)
    response = kitchen.says("DangerIntent")["response"]
    assert response["directives"] == [{"type": "AudioPlayer.Stop"}]
    assert "999" in response["outputSpeech"]["ssml"]
    assert response["shouldEndSession"] is False


def test_a_place_is_taken_up_by_a_process_that_was_started_anew(kitchen: Kitchen):
    kitchen.plays_for(37)
    kitchen.stops()
    again = Kitchen(kitchen.folder)
    again.now = kitchen.now + timedelta(hours=2)
    stream = again.says("AMAZON.ResumeIntent")["response"]["directives"][0]["audioItem"]["stream"]
    assert (stream["token"], stream["offsetInMilliseconds"]) == (kitchen.player["token"], 37_000)


@pytest.mark.parametrize("persisted", ["PERSISTED", "NOT_PERSISTED"])
def test_a_skill_that_was_disabled_for_good_begins_afresh(kitchen: Kitchen, persisted: str):
    kitchen.plays_for(37)
    kitchen.stops()
    kitchen.sends("AlexaSkillEvent.SkillDisabled", body={"userInformationPersistenceStatus": persisted})
    kitchen.player["playerActivity"] = "STOPPED"
    response = kitchen.says("AMAZON.ResumeIntent")["response"]
    assert ("AudioPlayer.Play" in str(response)) is (persisted == "PERSISTED")


def test_the_platform_is_told_nothing_but_heard_when_it_could_not_take_an_answer(
    kitchen: Kitchen, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.WARNING)
    error = {"type": "INVALID_RESPONSE", "message": "words that may be anybody's"}
    answered = kitchen.sends("System.ExceptionEncountered", error=error, cause={"requestId": "r"})
    assert answered == {"version": "1.0", "response": {}}
    assert "INVALID_RESPONSE" in caplog.text
    assert "anybody" not in caplog.text
