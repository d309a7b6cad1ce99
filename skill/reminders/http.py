"""One HTTP exchange that is over in time: a slow name server or a trickling answer cannot hold a turn."""

from __future__ import annotations

import os
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

import certifi

LARGEST = 256 * 1024
"""Bytes of an answer."""


class ExchangeError(Exception):
    """There was no answer; the message has no word of what was asked."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; redirects are not followed."""

    status: int
    body: str


def exchange(request: Request, seconds: float, connect: float) -> Answer:
    """Sends a request and waits for its answer: `seconds` at most, `connect` for each step on the wire.

    Raises:
        ExchangeError: no answer in time, a broken or too large one, or an address that may not be called.
    """
    try:
        address = urlsplit(request.url)
        connection = _connection(address, connect)
    except (ValueError, OSError) as error:
        raise ExchangeError(type(error).__name__) from None
    running = _Exchange(connection, request, address)
    running.start()
    running.join(seconds)
    return running.result()


def _connection(address: SplitResult, timeout: float) -> HTTPConnection:
    host = address.hostname or ""
    if address.scheme == "https" and host:
        return HTTPSConnection(host, address.port, timeout=timeout, context=_trust(_roots()))
    if address.scheme == "http" and _is_loopback(host):
        return HTTPConnection(host, address.port, timeout=timeout)
    raise ExchangeError("not https")


def _is_loopback(host: str) -> bool:
    """Whether this is the speaker on this very machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _roots() -> str:
    return os.environ.get("SSL_CERT_FILE") or certifi.where()


@cache
def _trust(roots: str) -> ssl.SSLContext:
    """Made once: reading all roots takes longer than a call."""
    return ssl.create_default_context(cafile=roots)


class _Exchange(threading.Thread):
    """The exchange itself, in a thread of its own: neither name resolution nor a trickle know a deadline."""

    def __init__(self, connection: HTTPConnection, request: Request, address: SplitResult) -> None:
        super().__init__(name="device-service", daemon=True)
        self._connection = connection
        self._request = request
        self._address = address
        self._abandoned = threading.Event()
        self._socket: socket.socket | None = None
        self._answer: Answer | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        """Connects, sends, reads."""
        try:
            self._answer = self._exchange()
        except (OSError, HTTPException, ValueError, ExchangeError) as error:
            self._error = error
        finally:
            self._connection.close()

    def result(self) -> Answer:
        """The answer, if there is one by now; if not, nothing more is sent or read."""
        if self._answer:
            return self._answer
        self._abandoned.set()
        if self.is_alive() and self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        raise ExchangeError(type(self._error).__name__ if self._error else "too late")

    def _exchange(self) -> Answer:
        self._connection.connect()
        self._socket = self._connection.sock
        if self._abandoned.is_set():
            raise ExchangeError("too late")
        target = self._address._replace(scheme="", netloc="", fragment="").geturl() or "/"
        request = self._request
        self._connection.request(request.method, target, request.body, dict(request.headers))
        with self._connection.getresponse() as response:
            body = response.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise ExchangeError("too large")
        return Answer(response.status, body.decode("utf-8", "replace"))
