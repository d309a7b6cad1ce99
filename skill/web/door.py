"""Opens the web door: the application behind a production server."""

import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from waitress.server import create_server

from skill.settings import Settings, SettingsError
from skill.web.application import LARGEST_BODY, PATH, build_app
from skill.web.verifier import Anyone

if TYPE_CHECKING:
    from ask_sdk_core.skill import CustomSkill
    from flask import Flask

__all__ = ["build_app", "door", "listening", "serve"]


class Server(Protocol):
    """What is used of waitress's server."""

    effective_port: str
    trigger: Any
    task_dispatcher: Any

    def run(self) -> None:
        """Answer until closed."""

    def close(self) -> None:
        """Let go of the address."""


LOUD = """
**********************************************************************************
*  INSECURE: no request is verified. Anyone who can reach this address can       *
*  speak to the skill as any household. Never put it on the internet like this.  *
**********************************************************************************
"""


def serve(settings: Settings, skill: "CustomSkill", *, insecure: bool = False) -> None:
    """Answer Alexa until the process is stopped.

    Raises:
        SettingsError: a setting is missing or cannot be used.
    """
    app = door(settings, skill, insecure=insecure)
    server = listening(app, settings)
    print(f"Listening for Alexa on http://{settings.host}:{settings.port}{PATH}", flush=True)  # noqa: T201 - a command's own words
    server.run()


def door(settings: Settings, skill: "CustomSkill", *, insecure: bool = False) -> "Flask":
    """The application these settings ask for; nothing but `insecure` takes the lock off."""
    if insecure:
        print(LOUD, file=sys.stderr, flush=True)  # noqa: T201 - a command's own words
        return build_app(skill, settings.skill_id or "insecure", verifier=Anyone())
    if not settings.skill_id:
        raise SettingsError(
            "Set HOLDING_HANDS_SKILL_ID to your skill's id (amzn1.ask.skill...), or add --insecure to try it."
        )
    return build_app(skill, settings.skill_id)


def listening(app: "Flask", settings: Settings) -> Server:
    """A server bound to its address, not running yet; small limits, and no word about what software it is."""
    create: Callable[..., Server] = create_server
    return create(
        app,
        sockets=[_bound(settings)],
        threads=8,
        ident=None,
        channel_timeout=20,
        max_request_header_size=16 * 1024,
        max_request_body_size=2 * LARGEST_BODY,
    )


def _bound(settings: Settings) -> socket.socket:
    """A socket at the address; taken here, because waitress leaves threads behind when it cannot have it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise SettingsError(
            f"Nothing can listen on HOLDING_HANDS_HOST {settings.host}, HOLDING_HANDS_PORT {settings.port}: "
            "the port is taken or the host is not this machine."
        ) from error
