"""The door for AWS Lambda."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from skill import settings
from skill.bootstrap import Skill, build


@cache
def _skill() -> Skill:
    return build(settings.read(os.environ, port=settings.WEB_PORT, data=None))


def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Answers one request of Alexa; keeps households only where HOLDING_HANDS_DATA names a mounted folder."""
    if event.get("detail-type") == "Scheduled Event":  # a schedule of AWS keeps four o'clock, if there is one
        _skill().night()
        return {}
    return _skill().respond(event)
