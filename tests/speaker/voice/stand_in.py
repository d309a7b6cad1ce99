"""A server that answers as Google Translate does when it speaks, in tones; or badly, when told to."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs

import lameenc
import numpy as np

RATE = 24_000
SECONDS_A_LETTER = 0.04


def tone(seconds: float, hertz: float = 300) -> bytes:
    """A tone between two stretches of quiet, as MP3 like Google's."""
    at = np.arange(round(seconds * RATE)) / RATE
    loud = 0.4 * np.sin(2 * np.pi * hertz * at)
    quiet = np.zeros(RATE // 5)
    whole = (np.concatenate([quiet, loud, quiet]) * 32767).astype("<i2")
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.silence()
    return bytes(encoder.encode(whole.tobytes()) + encoder.flush())


def answered(text: str) -> bytes:
    """What Google says to one question."""
    mp3 = base64.b64encode(tone(SECONDS_A_LETTER * len(text))).decode()
    inner = json.dumps([mp3], separators=(",", ":"))
    row = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":"))
    return f")]}}'\n\n{len(row)}\n{row}\n25\n".encode()


@dataclass
class Google:
    """What it heard, and how it behaves."""

    address: str
    heard: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    """Every request: its method and where it wanted to go."""
    languages: list[str] = field(default_factory=list)
    behaves: str = "well"
    ended: Event = field(default_factory=Event)


def text_in(body: bytes) -> tuple[str, str]:
    """The words and the language of one question."""
    outer = json.loads(parse_qs(body.decode())["f.req"][0])
    text, language, *_ = json.loads(outer[0][0][1])
    return text, language


@contextmanager
def google() -> Iterator[Google]:
    """A stand-in on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    here = Google(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _handler(here)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        here.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(here: Google) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            """As a proxy: somebody wants to go where nothing can be read; nobody gets there."""
            here.tried.append(f"CONNECT {self.path}")
            _send(self, 502, b"")

        def do_GET(self) -> None:
            here.tried.append(f"GET {self.path}")
            _send(self, 404, b"")

        def do_POST(self) -> None:
            here.tried.append(f"POST {self.path}")
            body = self.rfile.read(int(self.headers["Content-Length"]))
            text, language = text_in(body)
            here.heard.append(text)
            here.languages.append(language)
            BEHAVIOURS[here.behaves](self, here, text)

        def log_message(self, *_: object) -> None:
            """Nothing of a request is printed."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    try:
        handler.wfile.write(body)
    except OSError:
        here_closed(handler)


def here_closed(handler: BaseHTTPRequestHandler) -> None:
    """Whoever asked has gone."""
    handler.close_connection = True


def _hangs(_: BaseHTTPRequestHandler, here: Google, __: str) -> None:
    here.ended.wait(20)


def _drips(handler: BaseHTTPRequestHandler, here: Google, text: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    for byte in answered(text):
        if here.ended.wait(0.05):
            return
        try:
            handler.wfile.write(bytes([byte]))
        except OSError:
            return


def _in_mp3(make: Callable[[bytes], bytes]) -> Callable[[BaseHTTPRequestHandler, Google, str], None]:
    def behave(handler: BaseHTTPRequestHandler, _: Google, text: str) -> None:
        mp3 = make(tone(SECONDS_A_LETTER * len(text)))
        inner = json.dumps([base64.b64encode(mp3).decode()])
        _send(handler, 200, json.dumps([["wrb.fr", "jQ1olc", inner]], separators=(",", ":")).encode())

    return behave


BEHAVIOURS: dict[str, Callable[[BaseHTTPRequestHandler, Google, str], None]] = {
    "well": lambda handler, _, text: _send(handler, 200, answered(text)),
    "throttled": lambda handler, _, __: _send(handler, 429, b"Too many"),
    "sends elsewhere": lambda handler, here, _: _send(handler, 302, b"", Location=here.address + "/sorry"),
    "broken": lambda handler, _, __: _send(handler, 500, b"Oh"),
    "says nothing": lambda handler, _, __: _send(handler, 200, b""),
    "a page": lambda handler, _, __: _send(handler, 200, b"<html>Sorry</html>"),
    "no sound": lambda handler, _, __: _send(handler, 200, b'[["wrb.fr","jQ1olc",null]]'),
    "noise": _in_mp3(lambda mp3: bytes(reversed(mp3))),
    "cut short": _in_mp3(lambda mp3: mp3[:300]),
    "silence": _in_mp3(lambda _: tone(0)),
    "far too long": _in_mp3(lambda _: tone(60)),
    "hangs": _hangs,
    "drips": _drips,
    "a flood": lambda handler, _, __: _send(handler, 200, b"x" * 4_000_000),
}
