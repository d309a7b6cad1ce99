"""What time it is here: the instant, and the wall clock of this machine's zone."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Clock = Callable[[], datetime]
"""Gives the present instant, aware and in UTC."""


def now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


def machine_zone(
    environment: Mapping[str, str] = os.environ, localtime: Path = Path("/etc/localtime")
) -> str | None:
    """The IANA zone this machine lives in, TZ first; None when it cannot be told."""
    named = environment.get("TZ", "").strip().removeprefix(":")
    return next((name for name in (named, _linked(localtime)) if name and known_zone(name)), None)


def known_zone(name: str) -> bool:
    """Whether a name is one of the IANA zones."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _linked(localtime: Path) -> str | None:
    target = os.path.realpath(localtime)
    _, found, name = target.partition("/zoneinfo/")
    return name.removeprefix("posix/").removeprefix("right/") if found else None
