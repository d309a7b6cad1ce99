from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from importlib import import_module

import numpy as np
import pytest

from skill.speaker.voice import online, samples
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.online import Gtts
from skill.speaker.voice.pace import stretched
from skill.speaker.voice.port import RATE, Sound, Style, Unreachable
from tests.speaker.voice.stand_in import BEHAVIOURS, SECONDS_A_LETTER, Google, google

TODAY = FixedText("Here's today's question.")
LENGTH = SECONDS_A_LETTER * len(TODAY.words)


@pytest.fixture
def stand_in() -> Iterator[Google]:
    with google() as here:
        yield here


def said(here: Google, style: Style | None = None, limit: float = 2.0) -> Sound:
    return b"".join(Gtts(here.address, limit).speak(TODAY, style or Style()))


def test_a_fixed_sentence_is_sent_and_its_sound_comes_back_without_quiet_around_it(stand_in: Google):
    sound = said(stand_in)
    assert stand_in.heard == [TODAY.words]
    assert stand_in.languages == ["en"]
    assert len(sound) / 2 / RATE == pytest.approx(LENGTH, abs=0.1)
    assert float(np.max(np.abs(samples.read(sound)))) == pytest.approx(0.4, abs=0.1)


@pytest.mark.parametrize("rate", [0.8, 0.95, 1.2])
def test_another_pace_is_made_here_and_keeps_the_pitch(stand_in: Google, rate: float):
    heard = samples.read(said(stand_in, Style(rate=rate)))
    assert len(heard) / RATE == pytest.approx(LENGTH / rate, abs=0.12)
    power = np.abs(np.fft.rfft(heard))
    assert np.argmax(power) * RATE / len(heard) == pytest.approx(300, abs=5)


@pytest.mark.parametrize("rate", [0.8, 1.0, 1.1])
def test_at_another_pace_the_last_sound_is_still_heard(rate: float):
    at = np.arange(RATE) / RATE
    word = np.where(at < 0.95, np.sin(600 * np.pi * at), np.sin(4000 * np.pi * at)).astype(np.float32)
    made = samples.read(stretched(samples.written(0.4 * word), rate))
    assert len(made) == round(RATE / rate)
    last = np.abs(np.fft.rfft(made[-RATE // 50 :]))
    assert np.argmax(last) * 50 == pytest.approx(2000, abs=100)


@pytest.mark.parametrize("badly", [each for each in BEHAVIOURS if each not in ("well", "hangs", "drips")])
def test_whatever_comes_instead_of_speech_the_voice_cannot_be_had(stand_in: Google, badly: str):
    stand_in.behaves = badly
    with pytest.raises(Unreachable):
        said(stand_in)
    assert len(stand_in.heard) == 1


@pytest.mark.parametrize("badly", ["hangs", "drips"])
def test_what_does_not_come_in_time_is_not_waited_for(stand_in: Google, badly: str):
    stand_in.behaves = badly
    with pytest.raises(Unreachable):
        said(stand_in, limit=0.2)


def test_the_limit_is_two_seconds():
    assert Gtts().limit == 2.0


def test_where_nobody_answers_it_cannot_be_had():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable):
        said(Google(f"http://127.0.0.1:{port}"))


def test_without_its_library_it_cannot_be_had(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(online, "import_module", missing)
    with pytest.raises(Unreachable):
        said(Google("http://127.0.0.1:9"))


@pytest.mark.parametrize(
    ("locale", "host"),
    [("en-US", "com"), ("en-GB", "co.uk"), ("en-AU", "com.au"), ("en-CA", "ca"), ("en-IN", "co.in")],
)
def test_each_locale_asks_its_own_google_over_tls_with_certificates_checked(
    monkeypatch: pytest.MonkeyPatch, locale: str, host: str
):
    requests = import_module("requests")
    asked: list[tuple[str, dict[str, object]]] = []

    def post(where: str, **how: object) -> None:
        asked.append((where, how))
        raise OSError

    monkeypatch.setattr(requests, "post", post)
    with pytest.raises(Unreachable):
        list(Gtts().speak(TODAY, Style(locale)))
    where, how = asked[0]
    assert where.startswith(f"https://translate.google.{host}/")
    assert "verify" not in how
    assert how["allow_redirects"] is False
    assert json.dumps(sorted(how)) == '["allow_redirects", "data", "headers", "stream", "timeout"]'
