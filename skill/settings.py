"""The environment, read in one place."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

Voice = Literal["off", "offline", "online"]
SPEAKER_PORT = 8484
WEB_PORT = 8485


class SettingsError(Exception):
    """Something in the settings is wrong; the message is one sentence that names the variable."""


class Settings(Struct, frozen=True):
    """Where things are kept and where the doors listen."""

    data: Path | None
    """The folder of the store; None keeps nothing beyond the process."""
    skill_id: str | None = None
    host: str = "127.0.0.1"
    port: int = SPEAKER_PORT
    voice: Voice = "online"
    """Of the speaker: none, one on this machine, or Google's for fixed sentences where it can be had."""
    voice_endpoint: str = ""
    """What stands in for Google; empty for Google itself."""
    sounds: str | None = None
    """Where tracks and chimes are, an https address without a last slash; None where there are none."""


def read(environment: Mapping[str, str], *, port: int, data: Path | None) -> Settings:
    """Reads the environment; `port` and `data` stand where it says nothing.

    Raises:
        SettingsError: one sentence naming the variable that is wrong.
    """
    folder = environment.get("HOLDING_HANDS_DATA", "").strip()
    voice, endpoint = _voice(environment.get("HOLDING_HANDS_VOICE", "").strip())
    return Settings(
        data=_folder(folder) if folder else data,
        skill_id=_skill_id(environment.get("HOLDING_HANDS_SKILL_ID", "").strip()),
        host=_host(environment.get("HOLDING_HANDS_HOST", "").strip() or "127.0.0.1"),
        port=_port(environment.get("HOLDING_HANDS_PORT", "").strip(), port),
        voice=voice,
        voice_endpoint=endpoint,
        sounds=_sounds(environment.get("HOLDING_HANDS_AUDIO_URL", "").strip()),
    )


def data_home(environment: Mapping[str, str]) -> Path:
    """The user's own data directory, by the XDG convention."""
    base = environment.get("XDG_DATA_HOME", "").strip()
    return (Path(base) if base else Path(os.path.expanduser("~")) / ".local" / "share") / "holding-hands"  # noqa: PTH111 - never raises


def _folder(value: str) -> Path:
    path = Path(value).expanduser()
    standing = next((folder for folder in (path, *path.parents) if folder.exists()), path)
    if not standing.is_dir():
        raise SettingsError(
            "HOLDING_HANDS_DATA has to name a folder; what it names is a file, or lies in one."
        )
    return path


def _skill_id(value: str) -> str | None:
    if value and not value.startswith("amzn1.ask.skill."):
        raise SettingsError(
            "HOLDING_HANDS_SKILL_ID has to begin with amzn1.ask.skill. as the developer console shows it."
        )
    return value or None


def _sounds(value: str) -> str | None:
    """A device takes sounds over https alone, and what stands in an address stands in speech as it is."""
    if value and not re.fullmatch(r"https://[A-Za-z0-9.-]+(:443)?(/[A-Za-z0-9._~-]+)*/?", value):
        raise SettingsError(
            "HOLDING_HANDS_AUDIO_URL has to begin with https:// and be a plain address, with no port but 443."
        )
    return value.rstrip("/") or None


def _voice(value: str) -> tuple[Voice, str]:
    named: tuple[Voice, ...] = get_args(Voice)
    if re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+/?", value):
        return "online", value.rstrip("/")
    found = next((voice for voice in named if voice == (value.lower() or "online")), None)
    if found is None:
        raise SettingsError(
            "HOLDING_HANDS_VOICE has to be off, offline or online, or the address of a stand-in for Google."
        )
    return found, ""


def _host(value: str) -> str:
    if any(mark in value for mark in " /\t"):
        raise SettingsError("HOLDING_HANDS_HOST has to be a host name or an address, without a path.")
    return value


def _port(value: str, default: int) -> int:
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        raise SettingsError("HOLDING_HANDS_PORT has to be a number from 1 to 65535.")
    return int(value)
