"""A kitchen with a speaker in it: a real server on a free port, and Chromium in front of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from waitress import wasyncore

from skill.speaker.application import build_app
from skill.speaker.clock import Clock
from skill.speaker.echo import Skill
from skill.speaker.guard import Guard
from skill.speaker.server import server_for
from skill.speaker.speaker import Place, Speaker
from skill.speaker.standing import address, bound
from skill.speaker.voice.rendering import Voice

PATIENCE = 60
"""Seconds until something that does not come is missed."""


@dataclass
class Running:
    """A speaker that is switched on."""

    address: str
    speaker: Speaker


@contextmanager
def running(
    skill: Skill,
    clock: Clock,
    folder: Path | None = None,
    zone: str = "Europe/London",
    port: int = 0,
    *,
    voice: Voice | None = None,
    audio: Path | None = None,
) -> Iterator[Running]:
    """Switches a speaker on, on a port of its own unless one is named."""
    taken = bound("127.0.0.1", port)
    port = taken.getsockname()[1]
    here = address("127.0.0.1", port)
    speaker = Speaker.build(skill, Place(here, folder, zone, audio=audio), clock, voice)
    server = server_for(build_app(speaker, Guard("127.0.0.1", port)), taken)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    speaker.start()
    try:
        yield Running(here, speaker)
    finally:
        speaker.end()
        shut(server)
        thread.join(PATIENCE)


def shut(server: Any) -> None:  # noqa: ANN401 - waitress has no types
    """Ends the workers first, as they wake the loop; then lets the loop itself close everything."""
    server.task_dispatcher.shutdown()
    close: Any = wasyncore.close_all
    server.trigger.pull_trigger(lambda: close(server._map, ignore_all=True))


def chromium(folder: Path, size: str = "1280,800") -> webdriver.Chrome:
    """Chromium with a profile of its own, without a window."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.fail("The page is tested in Chromium: chromium and chromedriver have to be installed.")
    options = Options()
    options.binary_location = browser
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--mute-audio",
        f"--user-data-dir={folder}",
        f"--window-size={size}",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(driver))


@dataclass
class Visitor:
    """Somebody in front of the page."""

    browser: webdriver.Chrome
    address: str

    def open(self, speed: float = 1) -> None:
        """Opens the page; its own clock runs `speed` times as fast."""
        self.browser.get(f"{self.address}/?speed={speed}")
        self.sees(lambda: self.find("microphone").text == "quiet")

    @contextmanager
    def in_a_hand(self, width: int, height: int) -> Iterator[None]:
        """Looks at the page in another size: a phone's below 700 pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        try:
            yield
        finally:
            self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def find(self, id_: str) -> WebElement:
        """An element by its id."""
        return self.browser.find_element(By.ID, id_)

    def type(self, text: str) -> None:
        """Types without sending."""
        self.find("words").send_keys(text)

    def say(self, text: str) -> None:
        """Types a sentence and sends it."""
        self.find("words").send_keys(text, Keys.ENTER)

    def press(self, id_: str) -> None:
        """Presses a button."""
        self.find(id_).click()

    def escape(self) -> None:
        """Presses Escape."""
        self.find("words").send_keys(Keys.ESCAPE)

    @property
    def answer(self) -> str:
        """The words on the page."""
        return self.find("answer").text

    @property
    def microphone(self) -> str:
        """What the microphone's state says."""
        return self.find("microphone").text

    def sees(self, something: Callable[[], object]) -> None:
        """Waits until something is so."""
        WebDriverWait(self.browser, PATIENCE, poll_frequency=0.02).until(lambda _: something())

    def hears(self, words: str) -> None:
        """Waits until some words are on the page."""
        self.sees(lambda: words in self.answer)

    def requests(self) -> list[str]:
        """Every address the page asked for since it was last asked."""
        rows: list[dict[str, Any]] = self.browser.get_log("performance")  # type: ignore[no-untyped-call] # selenium's own
        messages = (json.loads(row["message"])["message"] for row in rows)
        sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [params["request"]["url"] for params in sent]

    def complaints(self) -> list[str]:
        """What the browser wrote to its console."""
        rows: list[dict[str, Any]] = self.browser.get_log("browser")  # type: ignore[no-untyped-call] # selenium's own
        return [row["message"] for row in rows]
