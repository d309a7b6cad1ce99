"""The environment, read in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

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


def read(environment: Mapping[str, str], *, port: int, data: Path | None) -> Settings:
    """Reads the environment; `port` and `data` stand where it says nothing.

    Raises:
        SettingsError: one sentence naming the variable that is wrong.
    """
    folder = environment.get("HOLDING_HANDS_DATA", "").strip()
    return Settings(
        data=_folder(folder) if folder else data,
        skill_id=_skill_id(environment.get("HOLDING_HANDS_SKILL_ID", "").strip()),
        host=_host(environment.get("HOLDING_HANDS_HOST", "").strip() or "127.0.0.1"),
        port=_port(environment.get("HOLDING_HANDS_PORT", "").strip(), port),
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
