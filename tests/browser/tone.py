"""A track that is one tone, a skill that has it played, and what the page makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from audio.mp3 import encoded
from tests.browser.conftest import Table
from tests.speaker.stand_in import Json, close

FILE = "exercise-p05-en-us.mp3"
SECONDS = 40
TOKEN = "exercise:P05:v1"


def play(sent: Json, offset: int = 0, file: str = FILE, title: str = "Slow breath") -> Json:
    url = f"{sent['context']['System']['apiEndpoint']}/audio/{file}"
    stream = {"token": TOKEN, "url": url, "offsetInMilliseconds": offset}
    item = {"stream": stream, "metadata": {"title": title, "subtitle": "Two quiet minutes"}}
    order = {"type": "AudioPlayer.Play", "playBehavior": "REPLACE_ALL", "audioItem": item}
    return {"version": "1.0", "response": {"directives": [order], "shouldEndSession": True}}


STOP: Json = {
    "version": "1.0",
    "response": {"directives": [{"type": "AudioPlayer.Stop"}], "shouldEndSession": True},
}
ANSWERS: dict[str, Any] = {
    "ExerciseIntent": play,
    "AMAZON.PauseIntent": STOP,
    "CheckInIntent": close("Good evening to the two of you. " * 8),
    "PlaybackController.PlayCommandIssued": lambda sent: play(sent, offset=21000),
    "PlaybackController.NextCommandIssued": lambda sent: play(sent, title="Tea for one"),
}


def with_a_tone(folder: Path) -> Path:
    at = np.arange(24_000 * SECONDS) / 24_000
    (folder / FILE).write_bytes(encoded(0.2 * np.sin(2 * np.pi * 330 * at)))
    return folder


def sound(here: Table, what: str) -> Any:  # noqa: ANN401 - any JSON value
    return here.visitor.browser.execute_script(f"return document.getElementById('track-sound').{what}")


def told(here: Table) -> list[str]:
    kinds = [kind for kind in here.skill.kinds if kind.startswith("AudioPlayer")]
    return [kind.removeprefix("AudioPlayer.Playback") for kind in kinds]


def begun(here: Table) -> None:
    here.visitor.say("start a two minute exercise")
    here.visitor.sees(lambda: told(here) == ["Started"])
