from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.speaker.envelope import DEVICE
from skill.speaker.pages import News
from tests.speaker.conftest import HOST, Kitchen
from tests.speaker.stand_in import Hands, Json, close

FILE = "exercise-p05-en-gb.mp3"
TOKEN = "exercise:P05:v1"
EVENTS = ("Started", "NearlyFinished", "Stopped", "Finished", "Failed")


def play(file: str = FILE, offset: int = 0, behavior: str = "REPLACE_ALL", base: str = HOST) -> Json:
    stream = {"token": TOKEN, "url": f"{base}/audio/{file}", "offsetInMilliseconds": offset}
    shown = {"title": "Slow breath", "subtitle": "Two quiet minutes"}
    item = {"stream": stream, "metadata": shown}
    return {"type": "AudioPlayer.Play", "playBehavior": behavior, "audioItem": item}


def orders(*directives: Json) -> Json:
    return {"version": "1.0", "response": {"directives": list(directives), "shouldEndSession": True}}


STOP: Json = {"type": "AudioPlayer.Stop"}
ANSWERS: dict[str, Any] = {
    "ExerciseIntent": orders(play()),
    "AMAZON.PauseIntent": orders(STOP),
    "CheckInIntent": close("Hello."),
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / FILE).write_bytes(b"sound")
    return tmp_path / "built"


@pytest.fixture
def home(kitchen: Callable[..., Kitchen], built: Path) -> Kitchen:
    return kitchen(dict(ANSWERS), audio=built)


def say(here: Kitchen, text: str, *, plays: bool = True) -> Any:  # noqa: ANN401 - any JSON value
    return here.client.post("/say", json={"text": text, "plays": plays}).get_json()["track"]


def tell(here: Kitchen, **told: object) -> Any:  # noqa: ANN401 - any JSON value
    return here.client.post("/player", json=told).get_json()["track"]


def standing(here: Kitchen) -> Json:
    here.client.post("/say", json={"text": "check in", "plays": True})
    stands: Json = here.skill.last["context"]["AudioPlayer"]
    return stands


def test_a_device_with_tracks_says_that_it_plays_them_where_it_can_be_heard(home: Kitchen):
    say(home, "check in")
    assert home.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {"AudioPlayer": {}}
    say(home, "check in", plays=False)
    assert home.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {}


def test_before_anything_is_built_there_is_no_player(kitchen: Callable[..., Kitchen]):
    here = kitchen(ANSWERS)
    say(here, "check in")
    assert here.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {}
    assert "AudioPlayer" not in here.skill.last["context"]
    assert tell(here, button="play") is None


def test_a_track_that_is_ordered_is_played_by_the_page_from_its_own_address(home: Kitchen):
    order = say(home, "start a two minute exercise")
    assert order == {
        "play": order["play"],
        "source": f"/audio/{FILE}",
        "offset": 0,
        "title": "Slow breath",
        "subtitle": "Two quiet minutes",
    }
    assert order["play"]


def test_what_lies_elsewhere_is_never_fetched(kitchen: Callable[..., Kitchen], built: Path):
    here = kitchen({"ExerciseIntent": orders(play(base="https://elsewhere.example"))}, audio=built)
    source = say(here, "start a two minute exercise")["source"]
    assert source == "/audio/"
    assert here.client.get(source).status_code == 404


def test_a_page_that_does_not_play_it_is_told_which_one_goes_on(home: Kitchen):
    page = home.speaker.pages.join()
    order = say(home, "start a two minute exercise")
    assert page.waiting.get_nowait() == News("track", {"play": order["play"]})
    assert say(home, "pause") == {"play": ""}
    assert page.waiting.get_nowait() == News("track", {"play": ""})


@pytest.mark.parametrize("event", EVENTS)
def test_what_became_of_it_is_told_to_the_skill_by_no_session(home: Kitchen, event: str):
    order = say(home, "start a two minute exercise")
    tell(home, play=order["play"], event=event, offset=42170, locale="en-GB")
    sent = home.skill.last
    assert sent["request"]["type"] == f"AudioPlayer.Playback{event}"
    assert (sent["request"]["token"], sent["request"]["offsetInMilliseconds"]) == (TOKEN, 42170)
    assert sent["request"]["locale"] == "en-GB"
    assert "session" not in sent
    assert sent["context"]["System"]["device"]["deviceId"] == DEVICE
    assert ("error" in sent["request"]) is (event == "Failed")


def test_where_it_stands_goes_on_with_the_clock_and_halts_with_the_player(home: Kitchen, clock: Hands):
    assert standing(home) == {"token": "", "offsetInMilliseconds": 0, "playerActivity": "IDLE"}
    order = say(home, "start a two minute exercise")
    clock.move(seconds=3)
    assert standing(home)["offsetInMilliseconds"] == 0
    tell(home, play=order["play"], event="Started", offset=0)
    clock.move(seconds=7.5)
    assert standing(home) == {"token": TOKEN, "offsetInMilliseconds": 7500, "playerActivity": "PLAYING"}
    tell(home, play=order["play"], event="Stopped", offset=7400)
    clock.move(minutes=9)
    assert standing(home) == {"token": TOKEN, "offsetInMilliseconds": 7400, "playerActivity": "STOPPED"}
    tell(home, play=order["play"], event="Finished", offset=125000)
    assert standing(home)["playerActivity"] == "FINISHED"


def test_told_to_stop_it_stands_even_where_no_page_is_left_to_say_so(home: Kitchen, clock: Hands):
    order = say(home, "start a two minute exercise")
    tell(home, play=order["play"], event="Started", offset=0)
    clock.move(seconds=5)
    say(home, "pause")
    clock.move(seconds=5)
    assert standing(home) == {"token": TOKEN, "offsetInMilliseconds": 5000, "playerActivity": "STOPPED"}


def test_what_is_told_of_a_track_that_was_replaced_is_nobodys_business(home: Kitchen):
    old = say(home, "start a two minute exercise")
    say(home, "start a two minute exercise")
    heard = len(home.skill.heard)
    assert tell(home, play=old["play"], event="Stopped", offset=9) is None
    assert len(home.skill.heard) == heard


@pytest.mark.parametrize(
    ("button", "named"), [("next", "Next"), ("previous", "Previous"), ("play", "Play"), ("pause", "Pause")]
)
def test_a_button_asks_the_skill_and_does_what_it_says(home: Kitchen, button: str, named: str):
    home.skill.answers = {f"PlaybackController.{named}CommandIssued": orders(play(offset=9000))}
    order = tell(home, button=button)
    assert (order["source"], order["offset"]) == (f"/audio/{FILE}", 9000)
    assert "session" not in home.skill.last
    assert home.skill.last["context"]["System"]["device"]["supportedInterfaces"] == {"AudioPlayer": {}}


def test_what_waits_is_played_once_the_first_is_over(home: Kitchen):
    order = say(home, "start a two minute exercise")
    tell(home, play=order["play"], event="Started", offset=0)
    home.skill.answers = {"AudioPlayer.PlaybackNearlyFinished": orders(play("rain.mp3", 0, "ENQUEUE"))}
    assert tell(home, play=order["play"], event="NearlyFinished", offset=115000) is None
    assert tell(home, play=order["play"], event="Finished", offset=125000)["source"] == "/audio/rain.mp3"


@pytest.mark.parametrize(("cleared", "goes_on"), [("CLEAR_ENQUEUED", True), ("CLEAR_ALL", False)])
def test_the_queue_can_be_cleared(home: Kitchen, cleared: str, goes_on: bool):  # noqa: FBT001 - the case
    order = say(home, "start a two minute exercise")
    tell(home, play=order["play"], event="Started", offset=0)
    clear = {"type": "AudioPlayer.ClearQueue", "clearBehavior": cleared}
    home.skill.answers = {
        "CheckInIntent": orders(play("rain.mp3", 0, "REPLACE_ENQUEUED")),
    }
    assert say(home, "check in") is None
    home.skill.answers = {"CheckInIntent": orders(clear)}
    assert say(home, "check in") == (None if goes_on else {"play": ""})
    assert tell(home, play=order["play"], event="Finished", offset=1) is None


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"button": "dance"},
        {"button": ["next"]},
        {"play": "x", "event": "Danced", "offset": 1},
        {"play": "x", "event": ["Started"], "offset": 1},
        {"play": "", "event": "Started", "offset": 1},
        {"play": 7, "event": "Started", "offset": 1},
        {"play": "x" * 101, "event": "Started", "offset": 1},
        {"play": "x", "event": "Started", "offset": -1},
        {"play": "x", "event": "Started", "offset": True},
        {"play": "x", "event": "Started", "offset": 10**9},
        {"button": "next", "locale": "de-DE"},
        ["next"],
    ],
)
def test_what_no_player_tells_gets_a_clear_no(home: Kitchen, told: object):
    answer = home.client.post("/player", json=told)
    assert (answer.status_code, answer.get_json().keys()) == (400, {"error"})
    assert home.skill.heard == []
