"""What a player may be told, and what may come of what it tells: a law each, of one turn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec.structs import replace

from skill.domain.exercise.exercises import Exercises
from skill.domain.household import Household
from skill.domain.track import Tracks
from skill.domain.turn import Kind
from tests.laws.house.device import LONDON
from tests.laws.house.life import Life
from tests.laws.house.taken import EARS, LIBRARY, LOCALE, SOUNDS, Taken
from tests.laws.rules.leaving import EARLY, STOPS
from tests.laws.rules.secrets import SECRET
from tests.laws.rules.witness import UNSPOKEN, Witness
from tests.laws.touch_keys import tracks

Json = dict[str, Any]
PLAY, STOP, CLEAR = "AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"
BUTTON = "PlaybackController."
ALLOWED: Mapping[str, frozenset[str]] = {
    "LaunchRequest": frozenset({PLAY, STOP, CLEAR}),
    "IntentRequest": frozenset({PLAY, STOP, CLEAR}),
    "Connections.Response": frozenset({STOP, CLEAR}),
    "AudioPlayer.PlaybackStarted": frozenset({STOP, CLEAR}),
    "AudioPlayer.PlaybackFinished": frozenset({STOP, CLEAR}),
    "AudioPlayer.PlaybackNearlyFinished": frozenset({PLAY, STOP, CLEAR}),
    "AudioPlayer.PlaybackFailed": frozenset({PLAY, STOP, CLEAR}),
    "PlaybackController.PlayCommandIssued": frozenset({PLAY, STOP, CLEAR}),
    "PlaybackController.PauseCommandIssued": frozenset({PLAY, STOP, CLEAR}),
    "PlaybackController.NextCommandIssued": frozenset({PLAY, STOP, CLEAR}),
    "PlaybackController.PreviousCommandIssued": frozenset({PLAY, STOP, CLEAR}),
}
"""What the platform lets a player be told, by the type of the request; nothing where none is named."""
ASK_FOR_A_TRACK = frozenset(
    {
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.RepeatIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.StartOverIntent",
        "AsTrackIntent",
        "TrackIntent",
        "WelcomeBackIntent",
    }
)
"""What somebody says, or means by a button, after whom something may play."""
SILENCING = STOPS | {"AMAZON.PauseIntent"}
"""What somebody says, or means by a button, after whom nothing plays in this room."""


def orders(taken: Taken) -> list[Json]:
    """What a player is told."""
    directives = taken.left["response"].get("directives", ())
    return [order for order in directives if order["type"].startswith("AudioPlayer.")]


def played(taken: Taken) -> tuple[str, int] | None:
    """The exercise that a player is told to play, and from which millisecond; None where none is."""
    streams = [order["audioItem"]["stream"] for order in orders(taken) if order["type"] == PLAY]
    return (streams[0]["token"].split(":")[1], streams[0]["offsetInMilliseconds"]) if streams else None


def a_player_hears_no_word(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Where nobody spoke nothing is said, shown, asked or carried along."""
    if taken.turn.kind not in UNSPOKEN:
        return
    response = taken.left["response"]
    assert set(response) <= {"directives", "shouldEndSession"}, f"{taken.kind} is met with {set(response)}"
    assert response.get("shouldEndSession") is not False, f"{taken.kind} opens the microphone"
    assert not taken.left.get("sessionAttributes"), f"{taken.kind} begins a conversation"
    assert orders(taken) == response.get("directives", []), f"{taken.kind} tells others than the player"


def a_player_is_told_one_thing(_witness: Witness, _life: Life, taken: Taken) -> None:
    """One order at most, of a kind that the request allows; and whoever plays does not listen."""
    told = [order["type"] for order in orders(taken)]
    assert len(told) <= 1, f"{told} at once"
    assert set(told) <= ALLOWED.get(taken.kind, frozenset()), f"{taken.kind} is met with {told}"
    if PLAY in told:
        response = taken.left["response"]
        assert response["shouldEndSession"] is True, "a track plays, and the microphone is open"
        assert "reprompt" not in response, "a track plays, and something is asked again"


def what_is_played_is_ours(_witness: Witness, _life: Life, taken: Taken) -> None:
    """A track is one of a list, word for word: no touch, no question, nobody's words."""
    for order in orders(taken):
        if order["type"] == PLAY:
            offset = order["audioItem"]["stream"].pop("offsetInMilliseconds")
            assert order in ours(), f"a player is told {order}"
            assert offset >= 0, "a track begins before its beginning"
            order["audioItem"]["stream"]["offsetInMilliseconds"] = offset


def what_is_kept_of_a_track_is_ours(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Only what may be played has a place."""
    kept = {stand.exercise for stand in taken.after.tracks.stands}
    assert kept <= tracks().keys(), f"rule 2: {kept - tracks().keys()} has a place as a track"


def a_player_opens_nothing(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Where nobody spoke, nothing changes but where tracks stand and what was begun lately; nothing rings."""
    if taken.turn.kind not in UNSPOKEN - {Kind.DISABLED}:
        return
    assert _beside_tracks(taken.before) == _beside_tracks(taken.after), f"{taken.kind} changes the household"
    assert not taken.rings_changed, f"rule 10: {taken.kind} changes a reminder"
    if taken.turn.kind is Kind.EVENT:
        assert taken.before == taken.after, f"{taken.kind} keeps something"


def nothing_told_is_told_on(_witness: Witness, _life: Life, taken: Taken) -> None:
    """What a platform's message says is neither logged nor kept: it may be anybody's words."""
    if taken.turn.kind in UNSPOKEN:
        assert not any(SECRET.search(line) for line in taken.lines), f"rule 3: {taken.kind} is logged"


def stop_means_stop(_witness: Witness, _life: Life, taken: Taken) -> None:
    """After a stop, a pause, or any early end nothing can be heard in this room."""
    meant = taken.turn.intent in SILENCING and not taken.turn.slots
    if meant or EARLY in taken.keys:
        assert not taken.sounds, f"rule 8: after {taken.turn.intent} a track plays on"


def nothing_plays_unasked(_witness: Witness, _life: Life, taken: Taken) -> None:
    """A track plays only in answer to somebody who just asked for one."""
    if played(taken):
        assert _asks_for_a_track(taken), f"rule 8: {taken.kind} {taken.turn.intent} plays a track"


def nothing_plays_where_it_may_not(_witness: Witness, _life: Life, taken: Taken) -> None:
    """No track in quiet hours, none on a device without a player, none for whoever just told of a loss."""
    if not played(taken):
        return
    wall = taken.turn.at.astimezone(LONDON).replace(tzinfo=None)
    assert not taken.before.quiet.holds(wall), "a track plays where it is whispered"
    assert "AudioPlayer" in taken.envelope["context"], "a track is played on a device that plays none"
    assert not taken.progress.grieving, "a track plays after a loss: it can leave out no word"


def _asks_for_a_track(taken: Taken) -> bool:
    words = taken.turn.words("answer") if taken.turn.intent == "AnswerIntent" else None
    heard = EARS.hear(words, LOCALE, taken.turn.at.date()) if words else None
    return (heard.intent if heard else taken.turn.intent) in ASK_FOR_A_TRACK


def _beside_tracks(household: Household) -> Household:
    lately: Exercises = replace(household.exercises, lately=())
    return replace(household, tracks=Tracks(), exercises=lately)


@cache
def ours() -> tuple[Json, ...]:
    """Every order to play there can be, its offset left out, made of the files of the exercises alone."""
    return tuple(_order(id_, row["name"]) for id_, row in tracks().items())


def _order(exercise: str, name: str) -> Json:
    stream = {
        "token": f"exercise:{exercise}:v1",
        "url": f"{SOUNDS}/exercise-{exercise.lower()}-{LOCALE.lower()}.mp3",
    }
    shown = {"title": name, "subtitle": LIBRARY.phrase(LOCALE, "track.subtitle")}
    item = {"stream": stream, "metadata": shown}
    return {"type": PLAY, "playBehavior": "REPLACE_ALL", "audioItem": item}


OF_PLAYERS = (
    a_player_hears_no_word,
    a_player_is_told_one_thing,
    what_is_played_is_ours,
    what_is_kept_of_a_track_is_ours,
    a_player_opens_nothing,
    nothing_told_is_told_on,
    stop_means_stop,
    nothing_plays_unasked,
    nothing_plays_where_it_may_not,
)
