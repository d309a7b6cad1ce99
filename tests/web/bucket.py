"""Amazon's bucket, as near as 127.0.0.1 can be: a proxy that then speaks TLS as s3.amazonaws.com itself."""

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .authority import Authority, Leaf, pem, private_pem, rsa_key, usage

Script = Callable[[socket.socket], None]
CONNECTED = b"HTTP/1.1 200 Connection established\r\n\r\n"


def reply(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Bucket:
    """Listens until closed; each connection gets the script in force when it came."""

    def __init__(self, certificate: Path) -> None:
        self.script: Script = self.holding(b"")
        self.tunnels: list[str] = []
        self.asked: list[str] = []
        self.hung_up = threading.Event()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def holding(self, body: bytes, status: str = "200 OK", *headers: str) -> Script:
        """A bucket that answers every request with this."""
        return self.sending([reply(body, status, *headers)])

    def sending(self, pieces: Iterator[bytes] | list[bytes]) -> Script:
        """A bucket that sends these pieces once it was asked."""

        def script(raw: socket.socket) -> None:
            self._open_tunnel(raw)
            with self._tls.wrap_socket(raw, server_side=True) as line:
                self.asked.append(_head(line).split(" ")[1])
                for piece in pieces:
                    line.sendall(piece)

        return script

    def trickling(self, start: bytes, *, before: str = "") -> Script:
        """A bucket that sends a byte now and then; `before` the tunnel or handshake, or in its answer."""

        def script(raw: socket.socket) -> None:
            if before != "tunnel":
                self._open_tunnel(raw)
            if before:
                self._drip(raw, start)
                return
            with self._tls.wrap_socket(raw, server_side=True) as line:
                _head(line)
                self._drip(line, start)

        return script

    def _drip(self, line: socket.socket, start: bytes) -> None:
        line.sendall(start)
        try:
            for _ in range(600):
                line.sendall(b"x")
                threading.Event().wait(0.05)
        except OSError:
            self.hung_up.set()

    def _open_tunnel(self, raw: socket.socket) -> None:
        self.tunnels.append(_head(raw))
        raw.sendall(CONNECTED)

    def _accept(self) -> None:
        while True:
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(raw,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, raw: socket.socket) -> None:
        with raw, contextlib.suppress(OSError):
            raw.settimeout(20)
            self.script(raw)


def _head(line: socket.socket) -> str:
    """What came up to the empty line."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        piece = line.recv(1)
        if not piece:
            raise ConnectionResetError
        head += piece
    return head.decode()


@contextmanager
def bucket(folder: Path, authority: Authority, name: str = "s3.amazonaws.com") -> Iterator[Bucket]:
    """An open bucket with a certificate of this name from this authority, valid today."""
    now = dt.datetime.now(dt.UTC)
    ask = Leaf(
        names=(name,),
        key=rsa_key("bucket"),
        since=now - dt.timedelta(days=1),
        until=now + dt.timedelta(days=1),
        usage=usage(digital_signature=True, key_encipherment=True),
        common=name,
    )
    file = folder / "bucket.pem"
    file.write_bytes(private_pem(ask.key) + pem(authority.leaf(ask)))
    opened = Bucket(file)
    try:
        yield opened
    finally:
        opened.close()
