from __future__ import annotations

import http.server
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from skill.settings import SettingsError
from skill.speaker.standing import Alone, address, bound
from tests.browser.kitchen import running
from tests.speaker.stand_in import Hands, StandIn


@pytest.fixture
def somebody() -> Iterator[int]:
    """Another program that answers on a port."""
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    thread = Thread(target=server.serve_forever)
    server.RequestHandlerClass.log_message = lambda *_: None  # type: ignore[attr-defined] # it would write to the screen
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_port_that_is_taken_is_one_sentence_that_names_the_variable(somebody: int):
    with pytest.raises(SettingsError, match=rf"^HOLDING_HANDS_PORT: .*{somebody}"):
        bound("127.0.0.1", somebody)


def test_a_second_start_says_where_the_first_one_is():
    with running(StandIn(), Hands()) as first:
        port = int(first.address.rpartition(":")[2])
        with pytest.raises(SettingsError, match=re.escape(first.address)):
            bound("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_an_address_of_another_machine_is_refused_by_name(host: str):
    with pytest.raises(SettingsError, match=r"^HOLDING_HANDS_HOST: "):
        bound(host, 0)


def test_a_free_port_is_ours_from_then_on():
    taken = bound("127.0.0.1", 0)
    port = taken.getsockname()[1]
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", port))
    taken.close()


def test_a_folder_holds_one_speaker_at_a_time(tmp_path: Path):
    first, second = Alone(tmp_path), Alone(tmp_path)
    assert (first.first, second.first) == (True, False)
    first.let_go()
    assert Alone(tmp_path).first


def test_an_address_can_be_typed_into_a_browser():
    assert address("0.0.0.0", 8484) == "http://127.0.0.1:8484"
    assert address("::", 80) == "http://[::1]:80"
    assert address("kitchen.local", 8484) == "http://kitchen.local:8484"
