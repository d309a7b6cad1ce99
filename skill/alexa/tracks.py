"""What a device's player tells: which of our tracks, how far, and whether it can be heard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.alexa.envelope import part, text
from skill.domain.track import Now, Player

INTERFACE = "AudioPlayer"
EVENTS = "AudioPlayer.Playback"
KIND, VERSION = "exercise", "v1"
LONGEST = 60 * 60 * 1000
"""Milliseconds; no track of ours is as long."""
ACTIVITIES = {"STOPPED": Now.STOPPED, "FINISHED": Now.OVER, "IDLE": Now.OVER}
"""All others, a new one too, may be heard."""
BUTTONS = {
    "PlaybackController.NextCommandIssued": "AMAZON.NextIntent",
    "PlaybackController.PauseCommandIssued": "AMAZON.PauseIntent",
    "PlaybackController.PlayCommandIssued": "AMAZON.ResumeIntent",
    "PlaybackController.PreviousCommandIssued": "AMAZON.PreviousIntent",
}
"""What is meant by a button, in the intents of those who say it."""
OUTCOMES = {
    "PlaybackStarted": "STARTED",
    "PlaybackStopped": "STOPPED",
    "PlaybackFinished": "FINISHED",
    "PlaybackFailed": "FAILED",
    "PlaybackNearlyFinished": "NEARLY_FINISHED",
}


def token_of_track(exercise: str) -> str:
    """A track's name for the player: it comes back with all that the player tells."""
    return f"{KIND}:{exercise}:{VERSION}"


def outcome_of(request: Mapping[str, Any]) -> str:
    """What the player did."""
    return OUTCOMES.get(text(request.get("type")).removeprefix("AudioPlayer."), "")


def player_of(envelope: object) -> Player | None:
    """What the player says of our last track; None where it played none of ours.

    An event speaks for itself: the context may be of another moment.
    """
    request = part(envelope, "request")
    if text(request.get("type")).startswith(EVENTS):
        return _player({**part(request, "currentPlaybackState"), **request})
    return _player(part(envelope, "context", INTERFACE))


def has_player(envelope: object) -> bool:
    """Whether the device has a player at all."""
    device = part(envelope, "context", "System", "device")
    return INTERFACE in part(device, "supportedInterfaces")


def _player(state: Mapping[str, Any]) -> Player | None:
    token = text(state.get("token")).split(":")
    if len(token) != 3 or (token[0], token[2]) != (KIND, VERSION) or not token[1].isalnum():
        return None
    now = ACTIVITIES.get(text(state.get("playerActivity")), Now.SOUNDS)
    return Player(token[1], _offset(state.get("offsetInMilliseconds")), now)


def _offset(value: Any) -> int:  # noqa: ANN401 - any JSON value
    """Milliseconds from the beginning; 0 for anything else."""
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST
    return int(value) if whole else 0
