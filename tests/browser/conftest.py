"""One Chromium for all visits; a page of its own for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from skill.speaker.voice.rendering import Voice
from tests.browser.kitchen import Running, Visitor, chromium, running
from tests.speaker.stand_in import Hands, Says, StandIn


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    found = chromium(tmp_path_factory.mktemp("chromium"))
    yield found
    found.quit()


class Table:
    """A visitor in front of a speaker whose skill says what a test wants."""

    def __init__(self, visitor: Visitor, here: Running, skill: StandIn) -> None:
        self.visitor = visitor
        self.here = here
        self.skill = skill


@pytest.fixture
def table(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[Callable[..., Table]]:
    open_ = []

    def lay(
        answers: dict[str, Says], speed: float = 20, voice: Voice | None = None, audio: Path | None = None
    ) -> Table:
        skill = StandIn(answers)
        context = running(skill, Hands(), tmp_path / "device", voice=voice, audio=audio)
        here = context.__enter__()
        open_.append(context)
        visitor = Visitor(browser, here.address)
        visitor.open(speed)
        return Table(visitor, here, skill)

    yield lay
    browser.get("about:blank")
    for context in open_:
        context.__exit__(None, None, None)
