"""A proxy records everything that tries to leave this machine while whole dialogues are spoken."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.speaker.application import build_app
from skill.speaker.clock import now
from skill.speaker.guard import Guard
from skill.speaker.speaker import Place, Speaker
from skill.speaker.ssml import Say, parts
from skill.speaker.voice import plan
from skill.speaker.voice.cache import Cache, Kept
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.online import Gtts
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.resting import Resting
from tests.dialogues.player import Player
from tests.speaker.conftest import HOST, Neighbour
from tests.speaker.voice.stand_in import Google, google

ROOT = Path(__file__).parents[3]
DIALOGUES = ROOT / "tests" / "dialogues"
WEEKS = sorted(DIALOGUES.glob("week_*.txt"))
OTHERS = [
    DIALOGUES / f"{name}.txt"
    for name in (
        "check_in_kept_and_heard_together",
        "alone_one_breath",
        "alone_reminder_accepted",
        "check_in_from_launch",
        "exercise_from_launch",
    )
]
WORDS = ("phrases", "differences", "questions", "exercises", "small_moments", "did_you_know")
PATIENT = 30.0
"""Seconds: a busy machine changes nothing of what leaves."""
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
TIME = re.compile(
    rf"\b({WEEKDAYS}|noon|midnight|o'clock|half past|quarter (past|to)|at ({HOURS})\b(?! place))\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"\b(sam|alex|robin|kim|grandma)\b", re.IGNORECASE)


class Aloud(Player):
    """Plays a dialogue over the speaker's own HTTP, and fetches the sound of everything it answers."""

    def __init__(self, folder: Path, voice: Voice) -> None:
        self.aloud = voice
        self.kept: list[str] = []
        self.sounds_heard = 0
        super().__init__(folder)

    def start(self) -> None:
        super().start()
        speaker = Speaker.build(self.skill, Place(HOST, None, self.zone), lambda: self.now, self.aloud)
        speaker.echo = self.echo
        app = build_app(speaker, Guard("127.0.0.1", 8484))
        app.test_client_class = Neighbour
        self.client: FlaskClient = app.test_client()

    def _say(self, words: str) -> Iterator[str]:
        asked = {"text": words, "speaker": self.voice, "locale": self.locale}
        answer: dict[str, Any] = self.client.post(
            "/say", json=asked | {"session": self.sessions.get(self.device)}
        ).get_json()
        self.chance.turn += 1
        self.sessions[self.device] = answer["session"]
        self.kept += [p.words for p in parts(answer["ssml"]) if isinstance(p, Say) and p.whisper]
        for sound in (answer["sound"], answer["reprompt_sound"]):
            if sound:
                assert len(self.client.get(f"/sound/{sound}").data) > 44
                self.sounds_heard += 1
        yield answer["speech"]


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    """Everything that leaves by HTTP or HTTPS has to go by it; nothing else may leave at all."""
    with google() as here:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, here.address)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.setenv(name, "127.0.0.1")
        monkeypatch.setattr(socket.socket, "connect", _only_here(socket.socket.connect))
        yield here


def _only_here(connect: Any) -> Any:  # noqa: ANN401 - the socket's own
    def guarded(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as the socket's
        assert self.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "::1"), "something else left"
        connect(self, address)

    return guarded


def voice_to(endpoint: str, folder: Path) -> Voice:
    cache = Cache(folder)
    online = Kept(Resting(Gtts(endpoint, PATIENT), now), cache)
    return Voice(Kept(Espeak(), cache), online, limit=PATIENT)


def spoken(files: list[Path], folder: Path, endpoint: str = "http://speech.test") -> list[Aloud]:
    """All dialogues, each in a household of its own, on one device."""
    voice = voice_to(endpoint, folder / "sounds")
    played = [Aloud(folder / file.stem, voice) for file in files]
    for aloud, file in zip(played, files, strict=True):
        aloud.play(file.read_text(encoding="utf-8"))
    return played


def kept_by(played: list[Aloud]) -> list[str]:
    return [answer for aloud in played for answer in aloud.kept]


def leaks(texts: list[str], kept: list[str]) -> list[str]:
    """What left and may not have: read from the files themselves, not from what decides."""
    stand = _written()
    return [
        text
        for text in texts
        if not _stands(text, stand)
        or "{" in text
        or NAMES.search(text)
        or TIME.search(text)
        or any(answer.casefold() in text.casefold() for answer in kept)
    ]


def _stands(text: str, written: list[str]) -> bool:
    """As it is, from word to word: of a long sentence Google takes a piece at a time."""
    whole = re.compile(rf"(?<!\w){re.escape(' '.join(text.split()))}(?!\w)")
    return any(whole.search(words) for words in written)


def _written() -> list[str]:
    """Every string of the files of words; what holds a field is taken apart there."""
    found: list[str] = []
    for name in WORDS:
        for file in (ROOT / "skill" / "locales" / "en" / name).glob("*.json"):
            found += _strings(json.loads(file.read_bytes()))
    return [" ".join(words.split()) for words in found]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def test_while_a_whole_week_is_spoken_only_fixed_sentences_leave(proxy: Google, tmp_path: Path):
    played = spoken(WEEKS + OTHERS, tmp_path)
    assert len(proxy.heard) > 40
    assert kept_by(played), "no kept answer was read out"
    assert sum(aloud.sounds_heard for aloud in played) > 100
    assert {each.partition("/_/")[0] for each in proxy.tried} == {"POST http://speech.test"}
    assert leaks(proxy.heard, kept_by(played)) == []


def test_without_the_type_names_answers_and_bookings_would_leave_and_this_test_would_see_it(
    proxy: Google, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(FixedText, "__post_init__", lambda _: None)
    monkeypatch.setattr(plan, "SaidText", FixedText)
    spoken(WEEKS[-1:], tmp_path)
    out = " ".join(leaks(proxy.heard, []))
    assert "Good to hear you, Sam." in out
    assert "Saturday" in out


def test_google_is_the_only_place_it_ever_asks(proxy: Google, tmp_path: Path):
    spoken([DIALOGUES / "check_in_from_launch.txt"], tmp_path, endpoint="")
    assert set(proxy.tried) == {"CONNECT translate.google.co.uk:443"}
    assert proxy.heard == []


def test_offline_nothing_leaves(proxy: Google, tmp_path: Path):
    Aloud(tmp_path, Voice(Espeak())).play(WEEKS[-1].read_text(encoding="utf-8"))
    assert proxy.tried == []


@pytest.mark.parametrize(
    "leak",
    [
        "Good to hear you, Sam.",
        "It's Saturday at ten in the morning.",
        "{who} said: {words}.",
        "Your tea, love.",
    ],
)
def test_the_witness_sees_a_leak(leak: str):
    assert leaks([leak], ["tea"]) == [leak]
