"""What the log may know of a fault: its kinds and places. A message may hold what a person said."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from skill.alexa.envelope import part, text

CODE = re.compile(r"[A-Za-z_.]{1,60}")
DEEPEST = 5
"""Frames of one error, innermost."""


def told(error: BaseException) -> str:
    """An error and what caused it: types, files and lines, and no message."""
    return " from ".join(f"{type(each).__name__} ({_places(each)})" for each in _chain(error))


def reported(envelope: object) -> str:
    """The platform's own word for why it ended a session or refused an answer; empty when all was well."""
    request = part(envelope, "request")
    codes = (request.get("type"), request.get("reason"), part(request, "error").get("type"))
    return " ".join(_code(each) for each in codes if each) if "error" in request else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return " > ".join(f"{'/'.join(PurePath(f.filename).parts[-2:])}:{f.lineno}" for f in frames)


def _code(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A code of the platform, if it looks like one: nothing else gets into the log."""
    found = text(value)
    return found if CODE.fullmatch(found) else "?"
