"""Fetches a chain as a careful client does: little time, little space, no redirect, few at once."""

import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import Future
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.request import HTTPSHandler, OpenerDirector, ProxyHandler, Request

from skill.web.refusal import Reason, RefusedError

SECONDS = 3.0
LARGEST = 64 * 1024
AT_ONCE = 2

Fetch = Callable[[str], bytes]


class Downloader:
    """Fetches small files over HTTPS, each within a few seconds in all.

    The work happens in a thread of its own, which is left behind when time is up: only so does a slow name
    server or a host that sends one byte now and then cost us no more than a few seconds. A thread left behind
    keeps its place until it really ends, so at most `AT_ONCE` of them exist.
    """

    def __init__(self, roots: Path, *, seconds: float = SECONDS, largest: int = LARGEST) -> None:
        self._context = ssl.create_default_context(cafile=str(roots))
        self._seconds = seconds
        self._largest = largest
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def __call__(self, url: str) -> bytes:
        """The bytes at this address.

        Raises:
            RefusedError: none came, too many, too slowly, or too much is being fetched already.
        """
        if not self._places.acquire(blocking=False):
            raise RefusedError(Reason.BUSY)
        line, outcome = _Line(self._context, self._seconds), Future[bytes]()
        self._start(lambda: self._work(line, url, outcome))
        try:
            return outcome.result(self._seconds)
        except (OSError, HTTPException, ValueError) as error:  # TimeoutError is an OSError
            raise RefusedError(Reason.UNREACHABLE) from error
        finally:
            line.cut()

    def _start(self, work: Callable[[], None]) -> None:
        try:
            threading.Thread(target=work, name="chain", daemon=True).start()
        except RuntimeError:
            self._places.release()
            raise

    def _work(self, line: "_Line", url: str, outcome: Future[bytes]) -> None:
        try:
            outcome.set_result(self._read(line.open(url)))
        except Exception as error:  # noqa: BLE001 - it is raised again where somebody waits
            outcome.set_exception(error)
        finally:
            self._places.release()

    def _read(self, response: HTTPResponse) -> bytes:
        with response:
            content = response.read(self._largest + 1) if response.status == 200 else b""
            missing = response.length  # bytes that were announced and did not come
        if missing or not 0 < len(content) <= self._largest:
            raise ValueError
        return content


class _Line(HTTPSHandler):
    """One connection that somebody else can cut at any moment."""

    def __init__(self, context: ssl.SSLContext, seconds: float) -> None:
        super().__init__(context=context)
        self._tls = context
        self._seconds = seconds
        self._socket: socket.socket | None = None
        self._cut = threading.Event()

    def open(self, url: str) -> HTTPResponse:
        """The response as it comes: no redirect is followed; HTTPS_PROXY and NO_PROXY are honoured."""
        opener = OpenerDirector()
        opener.add_handler(ProxyHandler())
        opener.add_handler(self)
        asked = Request(url)  # noqa: S310 - chain.canonical_url wrote it
        response: HTTPResponse = opener.open(asked, timeout=self._seconds)
        return response

    def cut(self) -> None:
        """End it now: whoever waits for a byte on it gets an error."""
        self._cut.set()
        held = self._socket
        if held is not None:
            _shut(held)

    def hold(self, held: socket.socket) -> None:
        """Remember the socket in use, so that it can be cut."""
        self._socket = held
        if self._cut.is_set():
            _shut(held)

    def https_open(self, req: Request) -> HTTPResponse:
        """Called by urllib: opens the request on a connection that tells us its socket."""
        response: HTTPResponse = self.do_open(self._connection, req)
        return response

    def _connection(self, host: str, **options: Any) -> HTTPSConnection:  # noqa: ANN401 - urllib's own options
        return _Connection(self, host, timeout=options["timeout"], context=self._tls)


class _Connection(HTTPSConnection):
    """An HTTPS connection whose line knows its socket before an answer is waited for."""

    def __init__(self, line: _Line, host: str, *, timeout: float, context: ssl.SSLContext) -> None:
        super().__init__(host, timeout=timeout, context=context)
        self._line = line

    def connect(self) -> None:
        """TCP, the proxy's tunnel and TLS, whose handshake Python itself ends in time."""
        super().connect()
        self._line.hold(self.sock)

    def _tunnel(self) -> None:
        """A proxy that answers one byte now and then can be cut as well."""
        self._line.hold(self.sock)
        super()._tunnel()  # type: ignore[misc]  # http.client's own step, missing in its stubs


def _shut(held: socket.socket) -> None:
    """Shut the socket below TLS: no goodbye is said to a host that does not answer."""
    try:
        socket.socket.shutdown(held, socket.SHUT_RDWR)
    except OSError:
        return  # it was closed already
