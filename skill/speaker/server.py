"""The production server behind the speaker."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Protocol

from flask import Flask
from waitress.server import create_server

from skill.speaker.application import LARGEST_BODY
from skill.speaker.pages import MOST

_ANSWERING = 14
"""Threads beside those the open pages hold."""


class Server(Protocol):
    """What is used of waitress's server."""

    def run(self) -> None:
        """Answers until closed."""

    def close(self) -> None:
        """Lets go of the address."""


def server_for(app: Flask, taken: socket.socket) -> Server:
    """A production server on a socket that is already ours; it logs no request."""
    logging.getLogger("waitress").setLevel(logging.ERROR)
    create: Callable[..., Server] = create_server
    return create(
        app,
        sockets=[taken],
        threads=MOST + _ANSWERING,
        ident=None,
        channel_timeout=60,
        channel_request_lookahead=1,
        connection_limit=100,
        max_request_header_size=16 * 1024,
        max_request_body_size=2 * LARGEST_BODY,
    )
