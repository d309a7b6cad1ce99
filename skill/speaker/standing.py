"""Where a speaker can stand: an address that is free, a folder nobody else uses, one sentence when not."""

from __future__ import annotations

import errno
import fcntl
import http.client
import os
import socket
from pathlib import Path

from skill.settings import SettingsError
from skill.speaker.devices.shelf import private_folder
from skill.speaker.words import say

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - told apart, not bound


def address(host: str, port: int) -> str:
    """What to type into a browser on this machine."""
    name = _EVERYWHERE.get(host, host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def bound(host: str, port: int) -> socket.socket:
    """A socket on the speaker's address, ours alone from now on.

    Raises:
        SettingsError: when the address is taken, forbidden, or not of this machine.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as fault:
        raise SettingsError(say("start.host", host=host)) from fault
    taken = socket.socket(family, kind, protocol)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind(place)
        taken.listen()
    except OSError as fault:
        taken.close()
        raise SettingsError(_why(fault, host, port)) from fault
    return taken


def _why(fault: OSError, host: str, port: int) -> str:
    if fault.errno == errno.EACCES:
        return say("start.forbidden", port=port)
    if fault.errno != errno.EADDRINUSE:
        return say("start.host", host=host)
    if _is_one_of_us(host, port):
        return say("start.running", address=address(host, port))
    return say("start.taken", port=port)


def _is_one_of_us(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=2)
    try:
        connection.request("GET", "/")
        return b"<title>Holding Hands</title>" in connection.getresponse().read(4096)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class Alone:
    """Holds a folder for one speaker, until it is let go or the process ends."""

    def __init__(self, folder: Path | None) -> None:
        self.first = True
        self._handle: int | None = None
        if folder:
            self._take(folder)

    def _take(self, folder: Path) -> None:
        try:
            private_folder(folder)
            self._handle = os.open(folder / "speaker.lock", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.first = False
        except OSError:
            return  # nothing can be kept here, so there is nothing to ring twice

    def let_go(self) -> None:
        """Lets another speaker have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
