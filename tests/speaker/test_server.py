from __future__ import annotations

import http.client
import socket
import time
from urllib.parse import urlsplit

from skill.speaker.pages import MOST, News
from tests.browser.kitchen import PATIENCE, Running, running
from tests.speaker.stand_in import Hands, StandIn, close


def listen(here: Running) -> socket.socket:
    """Opens a page's stream of news and reads how it begins."""
    place = urlsplit(here.address)
    connection = socket.create_connection((place.hostname or "", place.port or 0), timeout=PATIENCE)
    connection.sendall(f"GET /events HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
    connection.recv(64)
    return connection


def ask(here: Running, method: str, path: str, body: bytes | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(here.address).netloc, timeout=PATIENCE)
    connection.request(method, path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_pages_that_come_and_go_leave_room_for_others_and_for_words():
    with running(StandIn({"CheckInIntent": close("Hello.")}), Hands()) as here:
        open_ = [listen(here) for _ in range(3 * MOST)]
        assert ask(here, "POST", "/say", b'{"text": "check in"}').status == 200
        for connection in open_:
            connection.close()
        latest = time.monotonic() + PATIENCE
        while here.speaker.pages.tell(News("stop")) and time.monotonic() < latest:
            time.sleep(0.05)
        assert here.speaker.pages.tell(News("stop")) == 0


def test_it_does_not_say_what_software_it_is():
    with running(StandIn(), Hands()) as here:
        assert ask(here, "GET", "/").getheader("Server") is None
