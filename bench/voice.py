"""From the page's request for a sound to its first byte, with the offline voice, and what the voice weighs.

Beside it, by turns: the same server giving the same sound as a bare file, and the engine's own time for all
of those words. The server is a process of its own, as it is for a page; nothing is asked of any network.

    python -m bench.voice
"""

import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from flask import Response, send_from_directory
from msgspec import Struct

from bench.memory import _free_port, _resident, _say, _wait_for
from skill import bootstrap
from skill.settings import Settings
from skill.speaker.answer import Speech
from skill.speaker.application import build_app
from skill.speaker.clock import now
from skill.speaker.guard import Guard
from skill.speaker.server import server_for
from skill.speaker.speaker import Place, Speaker
from skill.speaker.standing import bound
from skill.speaker.voice.cache import Cache, Kept
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.plan import Spoken, plan
from skill.speaker.voice.rendering import Voice

ROUNDS = 150
AIM_CACHED, AIM_UNCACHED, AIM_MEMORY = 1.2, 1.3, 2.0
ASKED = {
    "an exercise": "ask holding hands to start a two minute exercise",
    "a check-in": "today's check-in",
    "a welcome": "open holding hands",
    "one sentence": "ask holding hands for a small moment at the door",
}


class Served(Struct):
    """What one speech took, in milliseconds."""

    name: str
    cached: float
    bare: float
    uncached: float
    engine: float


def main() -> None:
    """Prints times and ratios."""
    print(f"from the request for a sound to its first byte, offline, lower quartiles of {ROUNDS}, by turns")
    for served in _served():
        print(
            f"  {served.name:13} cached {served.cached:5.2f} ms, bare file {served.bare:5.2f} ms: "
            f"{served.cached / served.bare:.2f}x (aim <= {AIM_CACHED}x); uncached {served.uncached:6.2f} ms, "
            f"the engine for all its words {served.engine:6.2f} ms: "
            f"{served.uncached / served.engine:.2f}x (aim <= {AIM_UNCACHED}x)"
        )
    without, loaded = _memory("off"), _memory("offline")
    print(
        f"speaker, resident after {len(ASKED)} answers: {without:.1f} MB without a voice, {loaded:.1f} MB "
        f"with it, all of them spoken: {loaded / without:.2f}x (aim <= {AIM_MEMORY}x)"
    )


def _served() -> list[Served]:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    with tempfile.TemporaryDirectory() as folder:
        child = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(theirs, folder), daemon=True
        )
        child.start()
        try:
            ports: tuple[int, int] = ours.recv()
            return [_measured(name, ours, ports) for name in ASKED]
        finally:
            child.terminate()
            child.join()


def _measured(
    name: str, pipe: "multiprocessing.connection.Connection[str, object]", ports: tuple[int, int]
) -> Served:
    times: dict[str, list[float]] = {"cached": [], "bare": [], "uncached": [], "engine": []}
    kept, fresh = (HTTPConnection("127.0.0.1", port) for port in ports)
    for turn in range(ROUNDS):
        pipe.send(name)
        kept_id, fresh_id, engine = json.loads(str(pipe.recv()))
        times["engine"].append(engine)
        asked = [
            ("cached", kept, f"/sound/{kept_id}"),
            ("bare", kept, f"/bare/{ASKED_FILES[name]}"),
            ("uncached", fresh, f"/sound/{fresh_id}"),
        ]
        for which, server, path in asked[turn % 3 :] + asked[: turn % 3]:
            times[which].append(_first_byte(server, path))
    return Served(name, **{which: _quiet(each) for which, each in times.items()})


ASKED_FILES = {name: f"{name.replace(' ', '-')}.wav" for name in ASKED}


def _quiet(times: list[float]) -> float:
    """The lower quartile: a sound takes the whole processor for a while, and so does other work beside it."""
    return statistics.quantiles(times, n=4)[0]


def _first_byte(server: HTTPConnection, path: str) -> float:
    began = time.perf_counter()
    server.request("GET", path)
    answer = server.getresponse()
    answer.read(45)
    took = (time.perf_counter() - began) * 1000
    answer.read()
    return took


def _serve(pipe: "multiprocessing.connection.Connection[object, str]", folder: str) -> None:
    """A kept and a fresh voice on two ports; for every name that is asked, ids and the engine's own time."""
    files = Path(folder) / "files"
    files.mkdir()
    skill = bootstrap.build(Settings(None))
    engine = Espeak()
    voices = (Voice(Kept(engine, Cache(Path(folder) / "sounds"))), Voice(engine))
    speakers = [
        Speaker.build(skill, Place("http://127.0.0.1:1", None, "Europe/London"), now, v) for v in voices
    ]
    speeches = {name: speakers[0].echo.say(words, locale="en-GB").speech for name, words in ASKED.items()}
    for name, speech in speeches.items():
        for voice in voices:
            (files / ASKED_FILES[name]).write_bytes(b"".join(voice.render(speech.parts, "en-GB")))
    pipe.send(tuple(_listening(speaker, files) for speaker in speakers))
    while True:
        speech = speeches[pipe.recv()]
        ids = [speaker.sounds.offer(speech.parts, "en-GB") for speaker in speakers]
        pipe.send(json.dumps([*ids, _timed(partial(_spoken, engine, speech))]))


def _listening(speaker: Speaker, files: Path) -> int:
    taken = bound("127.0.0.1", 0)
    port: int = taken.getsockname()[1]
    app = build_app(speaker, Guard("127.0.0.1", port))

    @app.get("/bare/<name>")
    def bare(name: str) -> Response:
        return send_from_directory(files, name, mimetype="audio/wav")

    Thread(target=server_for(app, taken).run, daemon=True).start()
    return port


def _spoken(engine: Espeak, speech: Speech) -> None:
    for step in plan(speech.parts, "en-GB"):
        if isinstance(step, Spoken):
            b"".join(engine.speak(step.words, step.style))


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _memory(voice: str) -> float:
    """Megabytes of a speaker that gave every answer, and was asked for the sound of each it offered."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "HOLDING_HANDS_DATA": folder,
            "HOLDING_HANDS_PORT": str(port),
            "HOLDING_HANDS_VOICE": voice,
        }
        command = [sys.executable, "-c", "from skill.commands import main; main(['speaker'])"]
        speaker = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait_for(port)
            for words in ASKED.values():
                _heard(port, str(_say(port, words, None)["sound"]))
            return _resident(speaker.pid)
        finally:
            speaker.terminate()
            speaker.wait()


def _heard(port: int, sound: str) -> None:
    if sound:
        with urlopen(f"http://127.0.0.1:{port}/sound/{sound}", timeout=20) as answer:
            answer.read()


if __name__ == "__main__":
    main()
