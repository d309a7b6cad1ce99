from __future__ import annotations

from pathlib import Path

import pytest

from skill import settings
from skill.settings import SettingsError
from skill.speaker.voice import opening
from skill.speaker.voice.opening import open_voice
from tests.speaker.stand_in import Hands


def read(value: str | None) -> settings.Settings:
    environment = {} if value is None else {"HOLDING_HANDS_VOICE": value}
    return settings.read(environment, port=1, data=None)


def test_the_online_voice_is_used_unless_somebody_wants_otherwise(tmp_path: Path):
    voice = open_voice(read(None), tmp_path, None, Hands())
    assert voice
    assert voice.online
    assert "gtts" in voice.online.name


@pytest.mark.parametrize("folder", [None, "sounds"])
def test_offline_means_that_nothing_can_be_sent(tmp_path: Path, folder: str | None):
    voice = open_voice(read("offline"), tmp_path / folder if folder else None, None, Hands())
    assert voice
    assert voice.online is None


def test_off_is_no_voice(tmp_path: Path):
    assert open_voice(read("off"), tmp_path, None, Hands()) is None


@pytest.mark.parametrize(("missing", "left"), [("numpy", []), ("espeakng_loader", []), ("gtts", ["offline"])])
def test_what_is_not_installed_is_done_without(
    monkeypatch: pytest.MonkeyPatch, missing: str, left: list[str]
):
    monkeypatch.setattr(opening, "find_spec", lambda name: None if name == missing else object())
    voice = open_voice(read("online"), None, None, Hands())
    assert ["offline"] * bool(voice) + ["online"] * bool(voice and voice.online) == left


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000", "http://127.0.0.1:8000/", "https://speech.test"]
)
def test_a_stand_in_takes_the_place_of_google(address: str):
    assert (read(address).voice, read(address).voice_endpoint) == ("online", address.rstrip("/"))


@pytest.mark.parametrize("wrong", ["loud", "http://", "ftp://x", "http://x/path", "http://x y", "yes"])
def test_any_other_setting_is_named(wrong: str):
    with pytest.raises(SettingsError, match="HOLDING_HANDS_VOICE"):
        read(wrong)
