"""Tracks: asked for, steered by voice and by buttons, and whatever players tell about them, true or not."""

from __future__ import annotations

from typing import Any

from skill.domain.turn import Slot
from tests.laws.evenings.evening import DEVICES, NAMES, Evening
from tests.laws.evenings.nights import nearly_four
from tests.laws.evenings.talking import anything
from tests.laws.evenings.touching import touch
from tests.laws.house.player import LENGTH, Player, Told
from tests.laws.rules.secrets import aside
from tests.laws.touch_keys import touch_exercises, tracks
from tests.laws.words import drawn

Json = dict[str, Any]
BUTTONS = ("Play", "Play", "Pause", "Next", "Previous")
SAID_OVER_A_TRACK = (
    "AMAZON.PauseIntent",
    "AMAZON.PauseIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.LoopOnIntent",
    "AMAZON.ShuffleOffIntent",
    "AMAZON.HelpIntent",
    "AMAZON.FallbackIntent",
    "AsTrackIntent",
    "WhereAreWeIntent",
    "ExerciseIntent",
    "FearIntent",
    "LossIntent",
    "AnswerIntent",
)
ERRORS = ("MEDIA_ERROR_UNKNOWN", "MEDIA_ERROR_SERVICE_UNAVAILABLE", "MEDIA_ERROR_INTERNAL_DEVICE_ERROR")
NOT_TAKEN = ("INVALID_RESPONSE", "DEVICE_COMMUNICATION_ERROR", "INTERNAL_SERVICE_ERROR")
DID = ("Started", "Stopped", "NearlyFinished", "Finished", "Failed")


def a_track(evening: Evening) -> None:
    """A track is asked for, by its name or not, and what comes of it."""
    device = evening.device()
    if evening.dice.random() < 0.8:
        evening.life.sessions.pop(device, None)
    voice = evening.voices[evening.somebody()]
    evening.life.say("TrackIntent", _wished(evening), device=device, person=voice)
    _while_it_plays(evening, device)


def over_four(evening: Evening) -> None:
    """The same in the small hours: it begins on one day and is told of on the next."""
    nearly_four(evening)
    a_track(evening)
    evening.life.wait(evening.dice.choice((30, 180)))
    players_tell(evening)
    _steers(evening, evening.device())


def players_tell(evening: Evening) -> None:
    """Every player tells what it did: mostly at once and in order, at times late, twice or never."""
    for device, player in evening.life.players.items():
        player.context(evening.life.now)
        _tells(evening, device, player)


def somebody_steers(evening: Evening) -> None:
    """Somebody says or presses something in a room, whether or not anything plays there."""
    _steers(evening, evening.device())


def what_is_stale(evening: Evening) -> None:
    """A player tells of a track that it was never given, or that is long over, or of nothing that exists."""
    for _ in range(evening.dice.randrange(1, 4)):
        stale = Told(evening.dice.choice(DID), _any_token(evening), evening.dice.choice(_offsets(evening)))
        _tell(evening, evening.device(), stale)
        evening.life.wait(evening.dice.choice((0, 2)))


def an_answer_was_not_taken(evening: Evening) -> None:
    """The platform says that it could not take an answer; its message may be anybody's words."""
    error = {"type": evening.dice.choice(NOT_TAKEN), "message": aside(evening.dice)}
    request = {"error": error, "cause": {"requestId": "r"}}
    evening.life.tell("System.ExceptionEncountered", request, device=evening.device())


def _wished(evening: Evening) -> dict[str, Slot]:
    kind = evening.dice.randrange(5)
    if kind < 3:
        named = evening.dice.choice(sorted(tracks() if kind else touch_exercises()))
        return {"exercise": Slot(named, named)}
    name = evening.dice.choice(("exercise", "company", "theme", "hands"))
    return {name: drawn(evening.dice, name)} if kind == 3 else {}


def _while_it_plays(evening: Evening, device: str) -> None:
    for _ in range(evening.dice.randrange(1, 6)):
        evening.life.wait(evening.dice.choice((1, 4, 20, 70, 130)))
        kind = evening.dice.random()
        if kind < 0.25:
            players_tell(evening)
        elif kind < 0.5:
            _pauses_and_goes_on(evening, device)
        elif kind < 0.75:
            _steers(evening, device if evening.dice.random() < 0.7 else evening.device())
        elif kind < 0.8:
            touch(evening)
        else:
            evening.dice.choice((what_is_stale, anything, an_answer_was_not_taken))(evening)


def _pauses_and_goes_on(evening: Evening, device: str) -> None:
    """Somebody is called away, and is back after a while; what the player tells comes in between."""
    evening.life.sessions.pop(device, None)
    evening.say(evening.dice.choice(("AMAZON.PauseIntent", "AMAZON.StopIntent")), None, device)
    evening.life.wait(1)
    players_tell(evening)
    evening.life.wait(evening.dice.choice((5, 60, 60 * 40, 3600 * 9)))
    if evening.dice.random() < 0.3:
        evening.life.tell("PlaybackController.PlayCommandIssued", device=device)
    else:
        evening.say("AMAZON.ResumeIntent", evening.somebody(), device)


def _steers(evening: Evening, device: str) -> None:
    if evening.dice.random() < 0.35:
        evening.life.tell(f"PlaybackController.{evening.dice.choice(BUTTONS)}CommandIssued", device=device)
        return
    if evening.dice.random() < 0.8:
        evening.life.sessions.pop(device, None)
    intent = evening.dice.choice(SAID_OVER_A_TRACK)
    slots = {"answer": "play the breathing track"} if intent == "AnswerIntent" else {}
    evening.say(intent, evening.dice.choice((*NAMES, None)), device, **slots)


def _tells(evening: Evening, device: str, player: Player) -> None:
    untold, player.untold = player.untold, []
    if evening.dice.random() < 0.1:
        untold.reverse()
    for told in untold:
        fate = evening.dice.random()
        if fate < 0.08:
            player.untold.append(told)
        elif fate > 0.12:
            _tell(evening, device, told)
        if fate > 0.92:
            _tell(evening, device, told)


def _tell(evening: Evening, device: str, told: Told) -> None:
    said: Json = {"token": told.token, "offsetInMilliseconds": told.offset}
    if told.did == "Failed":
        error = {"type": evening.dice.choice(ERRORS), "message": aside(evening.dice)}
        said = {"token": told.token, "error": error, "currentPlaybackState": said}
    evening.life.tell(f"AudioPlayer.Playback{told.did}", said, device=device)


def _any_token(evening: Evening) -> str:
    known = [player.token for player in evening.life.players.values()]
    exercises = (*sorted(tracks())[:3], *sorted(touch_exercises())[:2], "P99", aside(evening.dice)[:6])
    ours = [f"exercise:{exercise}:v1" for exercise in exercises]
    return evening.dice.choice((*known, *known, *ours, "exercise:P23:v0", "somebody-elses", ""))


def _offsets(evening: Evening) -> tuple[int, ...]:
    return (0, 1, evening.dice.randrange(LENGTH), LENGTH, -5, 10**10)


def with_players(evening: Evening) -> None:
    """What stands in the house: mostly two devices with a player, at times one of them, at times none."""
    for device in DEVICES:
        if evening.dice.random() < 0.85:
            evening.life.players[device] = Player()
