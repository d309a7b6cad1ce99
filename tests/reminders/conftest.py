"""A device's services for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.domain.line import Line
from skill.reminders.services import DeviceServices

from .cloud import Cloud, access, running


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with running(Cloud()) as cloud:
        yield cloud


@pytest.fixture
def services(cloud: Cloud) -> DeviceServices:
    return DeviceServices(access(cloud), say)


def say(line: Line) -> str:
    return f"<{line.key}>"
