"""A device's services on this machine: real HTTP, answers as the test wants them."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from skill.reminders.access import Access

AT = datetime(2026, 11, 22, 19, 4, 0, 672_000, tzinfo=UTC)


@dataclass
class Told:
    """One request as the services got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Cloud:
    """What the services got, and what they answer."""

    status: int = 201
    body: bytes = b'{"alertToken":"alert-1","status":"ON"}'
    headers: dict[str, str] = field(default_factory=dict)
    trickle: float = 0.0
    """Seconds between two bytes of an answer."""
    silent: threading.Event | None = None
    """Answers nothing until it is set."""
    told: list[Told] = field(default_factory=list)
    endpoint: str = ""

    def answers(self, status: int, body: Any = None, **headers: str) -> None:  # noqa: ANN401 - any JSON
        """What every following request gets."""
        self.status, self.headers = status, headers
        self.body = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()


class Quiet(ThreadingHTTPServer):
    """A server that keeps a broken connection to itself."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: a caller that went away is what some tests are about."""


@contextmanager
def running(cloud: Cloud) -> Iterator[Cloud]:
    """The services, for as long as a test runs."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            cloud.told.append(Told(self.command, self.path, dict(self.headers), body))
            if cloud.silent:
                cloud.silent.wait(10)
            self.send_response(cloud.status)
            for name, value in cloud.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(cloud.body)))
            self.end_headers()
            for byte in [bytes([each]) for each in cloud.body] if cloud.trickle else [cloud.body]:
                self.wfile.write(byte)
                time.sleep(cloud.trickle)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the server's names

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = Quiet(("127.0.0.1", 0), Handler)
    cloud.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield cloud
    finally:
        if cloud.silent:
            cloud.silent.set()
        server.shutdown()
        thread.join()
        server.server_close()


def access(cloud: Cloud) -> Access:
    """A request's door to these services."""
    return Access(cloud.endpoint, "secret-token", "amzn1.ask.device.KITCHEN", "en-GB", AT)
