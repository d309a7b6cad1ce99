"""The players of a household's devices, between the skill and the Echo that hears: they play as an Echo does.

Each keeps the last track it was given, tells what it did, and lets nothing pass that the platform refuses.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from skill.bootstrap import Skill
from skill.domain.support import HelpList
from skill.speaker.hearing import Ears

Json = dict[str, Any]
SOUNDS = "https://sounds.example.com/holding-hands"
EMPTY: Json = {"version": "1.0", "response": {}}
BUTTONS = {"next": "Next", "previous": "Previous", "play": "Play", "pause": "Pause"}
LONGEST_TOKEN = 1024


@dataclass
class Sound:
    """The last track of a device."""

    token: str
    offset: float
    """Seconds, where it was last set going or stopped."""
    title: str
    file: str
    since: datetime | None = None
    """Since when it sounds; None while it doesn't."""
    activity: str = "PLAYING"

    def at(self, now: datetime) -> float:
        """How far it is, in seconds."""
        return self.offset + ((now - self.since).total_seconds() if self.since else 0)


@dataclass
class Players:
    """The skill as the Echo reaches it, with a player in every device."""

    clock: Callable[[], datetime]
    device: str = "kitchen"
    locale: str = "en-GB"
    there: bool = False
    """Whether devices have a player."""
    sounds: dict[str, Sound] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """What the players were told, since somebody last asked."""
    account: Mapping[str, Any] = field(default_factory=dict)
    """The context of the last request, for those that the player sends by itself."""
    skill: Skill = field(init=False)

    @property
    def ears(self) -> Ears:
        return self.skill.ears

    def help_list(self, household: str, locale: str) -> HelpList:
        return self.skill.help_list(household, locale)

    def night(self) -> None:
        self.skill.night()

    def respond(self, envelope: Json) -> Json:
        """Answers what somebody said; the player does what it is told after it was spoken."""
        if not self.there:
            return self.skill.respond(envelope)
        sent = self._with_player(envelope)
        answered = self.skill.respond(sent)
        _check(sent, answered)
        self._obey(answered)
        return answered

    def told(self) -> Iterator[str]:
        """What the players were told since the last time."""
        notes, self.notes = self.notes, []
        yield from notes

    def press(self, button: str) -> None:
        """Somebody presses a button of the player."""
        answered = self._send({"type": f"PlaybackController.{BUTTONS[button]}CommandIssued"})
        self._obey(answered)

    def touch(self) -> None:
        """Somebody touches the device's own pause, of which the skill only hears afterwards."""
        self._stop()

    def nearly(self) -> None:
        """The player says that the track is nearly over; some say so at once."""
        sound = self.sounds[self.device]
        assert self._send(_event("PlaybackNearlyFinished", sound, sound.at(self.clock()))) == EMPTY

    def finish(self) -> None:
        """The track is heard to its end."""
        sound = self.sounds[self.device]
        self.nearly()
        sound.offset, sound.since, sound.activity = sound.at(self.clock()), None, "FINISHED"
        assert self._send(_event("PlaybackFinished", sound, sound.offset)) == EMPTY

    def fail(self) -> None:
        """The track cannot be fetched."""
        sound = self.sounds[self.device]
        sound.since, sound.activity = None, "IDLE"
        state = {"token": sound.token, "offsetInMilliseconds": 0, "playerActivity": "IDLE"}
        error = {"type": "MEDIA_ERROR_SERVICE_UNAVAILABLE", "message": "no"}
        event = _event("PlaybackFailed", sound, 0) | {"error": error, "currentPlaybackState": state}
        assert self._send(event) == EMPTY

    def forget(self) -> None:
        """The skill is disabled: no player has anything of it any more."""
        self.sounds = {}

    def _with_player(self, envelope: Json) -> Json:
        sent = copy.deepcopy(envelope)
        device = sent["context"]["System"]["device"]
        device["deviceId"] = f"amzn1.ask.device.{self.device.upper()}"
        device["supportedInterfaces"] = {"AudioPlayer": {}}
        sound = self.sounds.get(self.device)
        sent["context"]["AudioPlayer"] = {"playerActivity": "IDLE"}
        if sound:
            offset = round(sound.at(self.clock()) * 1000)
            told = {"token": sound.token, "offsetInMilliseconds": offset, "playerActivity": sound.activity}
            sent["context"]["AudioPlayer"] = told
        self.account = sent["context"]["System"]
        return sent

    def _send(self, request: Json) -> Json:
        """What no session belongs to."""
        stamped = {
            "requestId": "player",
            "timestamp": f"{self.clock():%Y-%m-%dT%H:%M:%SZ}",
            "locale": self.locale,
        }
        context: Json = {"System": copy.deepcopy(dict(self.account))}
        sent = self._with_player({"version": "1.0", "context": context, "request": request | stamped})
        answered = self.skill.respond(sent)
        _check(sent, answered)
        return answered

    def _obey(self, answered: Json) -> None:
        for directive in answered["response"].get("directives") or ():
            if directive["type"] == "AudioPlayer.Play":
                self._play(directive["audioItem"])
            elif directive["type"] == "AudioPlayer.Stop":
                sound = self.sounds.get(self.device)
                self.notes += ["(the track stops)"] if sound and sound.since else []
                self._stop()

    def _play(self, item: Json) -> None:
        self._stop()
        stream, shown = item["stream"], item["metadata"]
        offset = stream["offsetInMilliseconds"] / 1000
        file = stream["url"].removeprefix(f"{SOUNDS}/")
        sound = Sound(stream["token"], offset, shown["title"], file, self.clock())
        self.sounds[self.device] = sound
        self.notes.append(f"(plays {sound.title} from {offset:g} s: {file})")
        assert self._send(_event("PlaybackStarted", sound, offset)) == EMPTY

    def _stop(self) -> None:
        sound = self.sounds.get(self.device)
        if sound and sound.since:
            sound.offset, sound.since, sound.activity = sound.at(self.clock()), None, "STOPPED"
            assert self._send(_event("PlaybackStopped", sound, sound.offset)) == EMPTY


def _event(kind: str, sound: Sound, seconds: float) -> Json:
    offset = round(seconds * 1000)
    return {"type": f"AudioPlayer.{kind}", "token": sound.token, "offsetInMilliseconds": offset}


def _check(sent: Json, answered: Json) -> None:
    """What the platform would refuse of an answer, or make its people hear an error for."""
    response, kind = answered["response"], sent["request"]["type"]
    plays = [d for d in response.get("directives") or () if d["type"] == "AudioPlayer.Play"]
    assert len(plays) <= 1, "two tracks at once"
    if kind.startswith(("AudioPlayer.", "PlaybackController.", "System.")):
        assert not {"outputSpeech", "card", "reprompt"} & set(response), "words to a player"
        assert response.get("shouldEndSession") is not False, "an open microphone to a player"
        assert all(d["type"].startswith("AudioPlayer.") for d in response.get("directives") or ())
    for play in plays:
        stream = play["audioItem"]["stream"]
        assert response["shouldEndSession"] is True, "a track that pauses at once to listen"
        assert stream["url"].startswith(f"{SOUNDS}/exercise-"), stream["url"]
        assert len(stream["token"]) <= LONGEST_TOKEN
        assert "expectedPreviousToken" not in stream
        assert play["playBehavior"] == "REPLACE_ALL"
        assert "reprompt" not in response
