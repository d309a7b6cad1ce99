from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.settings import Settings, SettingsError, read
from skill.speaker.door import at_home

RUN = "import sys; from skill.commands import main; sys.exit(main(sys.argv[1:]))"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def command(name: str, data: Path, port: int, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    """A command of the project, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, name],
        env=os.environ | {"HOLDING_HANDS_DATA": str(data), "HOLDING_HANDS_PORT": str(port)},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def speaker(tmp_path: Path, port: int) -> Iterator[list[str]]:
    """A real speaker; what it printed at its start."""
    running = command("speaker", tmp_path, port)
    assert running.stdout
    assert running.stderr
    greeting = [running.stdout.readline() for _ in range(5)]
    yield greeting
    running.terminate()
    running.wait()
    running.stdout.close()
    running.stderr.close()


def say(port: int, text: str) -> dict[str, object]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/say",
        json.dumps({"text": text}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        read: dict[str, object] = json.load(answer)
    return read


def test_it_says_where_to_look_and_three_things_to_say_and_then_answers(speaker: list[str], port: int):
    assert f"http://127.0.0.1:{port}" in speaker[0]
    assert [line.strip() for line in speaker[1:4]] == [
        "today's check-in",
        "start a two-minute exercise",
        "book alone time on Saturday at ten for an hour",
    ]
    answer = say(port, "open holding hands")
    assert answer["listening"] is True
    assert answer["speech"]


def test_a_second_start_is_one_sentence_and_a_code_that_is_not_zero(
    speaker: list[str], tmp_path: Path, port: int
):
    assert speaker
    for taken in (port, free_port()):
        out, err = command("speaker", tmp_path, taken).communicate(timeout=60)
        assert out == ""
        assert len(err.strip().splitlines()) == 1
        assert re.search("already", err)


def test_its_folder_is_the_owners_alone(speaker: list[str], tmp_path: Path):
    assert speaker
    assert (tmp_path / "device").stat().st_mode & 0o077 == 0


def test_talking_in_a_terminal_works_beside_a_running_speaker(speaker: list[str], tmp_path: Path, port: int):
    assert speaker
    out, err = command("talk", tmp_path, port, subprocess.PIPE).communicate(
        "open holding hands\n", timeout=60
    )
    assert "you (listening)> " in out
    assert err == ""


def test_sounds_come_from_the_speaker_itself_and_from_nowhere_that_a_setting_names():
    away = Settings(None, sounds="https://sounds.example/holding-hands")
    assert at_home(away, "http://127.0.0.1:8484").sounds == "http://127.0.0.1:8484/audio"
    with pytest.raises(SettingsError):
        read({"HOLDING_HANDS_AUDIO_URL": "http://127.0.0.1:8484/audio"}, port=8484, data=None)
