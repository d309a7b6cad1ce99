"""No call holds a turn, and none goes where it may not."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime

import pytest
from msgspec.structs import replace

from skill.domain.line import Line
from skill.domain.reminder import Once, Refusal, Ring
from skill.reminders.budget import Budget
from skill.reminders.services import DeviceServices

from .cloud import Cloud, access
from .conftest import say

RING = Ring(Once(datetime(2026, 11, 28, 9, 45)), "Europe/London", Line("reminder.before"))  # noqa: DTZ001 - a wall clock


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def hurried(cloud: Cloud) -> DeviceServices:
    """Services that give up within a moment."""
    return DeviceServices(access(cloud), say, Budget(turn=0.4, call=0.2, connect=0.2))


def exchanges() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "device-service"]


def test_a_service_that_says_nothing_is_given_up(cloud: Cloud) -> None:
    cloud.silent = threading.Event()
    assert hurried(cloud).reminders.create(RING) is Refusal.NOT_NOW


def test_a_service_that_trickles_is_given_up_although_it_never_stops_speaking(cloud: Cloud) -> None:
    cloud.answers(200, {"alertToken": "t" * 1_000})
    cloud.trickle = 0.05
    assert hurried(cloud).reminders.create(RING) is Refusal.NOT_NOW
    for thread in exchanges():
        thread.join(5)
    assert not exchanges()


def test_when_a_turn_has_waited_enough_nobody_is_called_any_more(cloud: Cloud) -> None:
    watch = Watch()
    budget = Budget(turn=5, clock=watch)
    services = DeviceServices(access(cloud), say, budget)
    with budget.spending():
        watch.now += 4.9
    assert services.reminders.create(RING) == "alert-1"
    with budget.spending():
        watch.now += 0.2
    assert services.reminders.create(RING) is Refusal.NOT_NOW
    assert services.device.time_zone() is None
    assert len(cloud.told) == 1


def test_a_call_never_gets_more_than_is_left_of_the_turn() -> None:
    watch = Watch()
    budget = Budget(turn=5, call=3, clock=watch)
    left = []
    for _ in range(2):
        with budget.spending() as seconds:
            left.append(seconds)
            watch.now += 3
    assert left == [3, 2]


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://example.org",
        "http://10.0.0.1:8484",
        "ftp://127.0.0.1",
        "file:///etc",
        "//127.0.0.1",
        "https://",
        "http://127.0.0.1:notaport",
        "http://[::1",
        "http://127.0.0.1:9 /",
        "nonsense",
    ],
)
def test_only_https_and_this_very_machine_are_called(cloud: Cloud, endpoint: str) -> None:
    services = DeviceServices(replace(access(cloud), endpoint=endpoint), say)
    assert services.reminders.create(RING) is Refusal.NOT_NOW
    assert services.device.time_zone() is None


def test_this_very_machine_may_be_called_by_name(cloud: Cloud) -> None:
    named = cloud.endpoint.replace("127.0.0.1", "localhost")
    assert DeviceServices(replace(access(cloud), endpoint=named), say).reminders.create(RING) == "alert-1"


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_service_that_is_not_there_is_not_there_now(cloud: Cloud, closed_port: int, scheme: str) -> None:
    there = replace(access(cloud), endpoint=f"{scheme}://127.0.0.1:{closed_port}")
    assert DeviceServices(there, say).reminders.create(RING) is Refusal.NOT_NOW


def test_https_is_spoken_and_a_plain_answer_to_it_is_none(cloud: Cloud) -> None:
    secure = cloud.endpoint.replace("http:", "https:")
    assert (
        DeviceServices(replace(access(cloud), endpoint=secure), say).reminders.create(RING) is Refusal.NOT_NOW
    )
    assert not cloud.told


@pytest.mark.parametrize("roots", ["/nowhere/roots.pem", __file__])
def test_unusable_roots_trust_nobody(cloud: Cloud, monkeypatch: pytest.MonkeyPatch, roots: str) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", roots)
    secure = replace(access(cloud), endpoint="https://127.0.0.1:9")
    assert DeviceServices(secure, say).reminders.create(RING) is Refusal.NOT_NOW


def test_an_answer_that_is_too_large_is_not_read(cloud: Cloud) -> None:
    cloud.answers(200, {"alertToken": "t" * 300_000})
    assert DeviceServices(access(cloud), say).reminders.create(RING) is Refusal.NOT_NOW


def test_until_something_is_called_nothing_of_it_is_loaded() -> None:
    program = (
        "import sys, skill.reminders.services\n"
        "print([m for m in ('ask_sdk_model', 'http.client', 'ssl', 'certifi') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
