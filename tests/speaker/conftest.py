"""A speaker with a stand-in skill and a clock that moves when told to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.speaker.application import build_app
from skill.speaker.guard import Guard
from skill.speaker.speaker import Place, Speaker
from skill.speaker.voice.rendering import Voice
from tests.speaker.stand_in import Hands, Says, StandIn

HOST = "http://127.0.0.1:8484"


class Neighbour(FlaskClient):
    """Somebody on this machine, who uses the speaker's own address."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401 - as its parent
        own: dict[str, Any] = {"base_url": HOST, "buffered": True}
        return super().open(*args, **own | kwargs)


@dataclass
class Kitchen:
    """What stands on the table."""

    skill: StandIn
    clock: Hands
    speaker: Speaker
    client: FlaskClient

    @property
    def token(self) -> dict[str, str]:
        """What the skill shows to the device services."""
        return {"Authorization": f"Bearer {self.speaker.services.token}"}


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def kitchen(tmp_path: Path, clock: Hands) -> Callable[..., Kitchen]:
    def build(
        answers: dict[str, Says] | None = None,
        zone: str | None = "Europe/London",
        voice: Voice | None = None,
        audio: Path | None = None,
    ) -> Kitchen:
        skill = StandIn(answers or {})
        place = Place(HOST, tmp_path / "device", zone, audio=audio)
        speaker = Speaker.build(skill, place, clock, voice)
        app = build_app(speaker, Guard("127.0.0.1", 8484))
        app.test_client_class = Neighbour
        return Kitchen(skill, clock, speaker, app.test_client())

    return build


@pytest.fixture
def home(kitchen: Callable[..., Kitchen]) -> Kitchen:
    return kitchen()
