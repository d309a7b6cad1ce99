"""The one place that writes what is under way into a session and into the permission prompt's token.

What cannot be read (tampered with, or of another version) was not under way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from skill.domain.progress import Progress

PLACE = "progress"


def attributes_of(progress: Progress) -> dict[str, Any]:
    """What is under way, as session attributes."""
    return {PLACE: msgspec.to_builtins(progress)}


def token_of(progress: Progress) -> str:
    """What is under way, as the token of a prompt."""
    return msgspec.json.encode(progress).decode()


def progress_of(attributes: object) -> Progress:
    """What was under way by the session's attributes; nothing when they cannot be read."""
    written = attributes.get(PLACE) if isinstance(attributes, dict) else None
    # a new session has nothing, and the first look into what may stand there builds it all
    return Progress() if written is None else _whole(lambda: msgspec.convert(written, Progress))


def progress_of_token(token: object) -> Progress:
    """What was under way by a prompt's token; nothing when it cannot be read."""
    return _whole(lambda: msgspec.json.decode(token if isinstance(token, str) else "", type=Progress))


def _whole(read: Callable[[], Progress]) -> Progress:
    try:
        return read()
    except (ValueError, RecursionError):
        return Progress()
