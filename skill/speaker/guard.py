"""Who may speak to the speaker: its own page on its own address, and nobody through a borrowed name."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Protocol

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Headers(Protocol):
    """A request's headers."""

    def get(self, key: str, default: str, /) -> str:
        """One header, or what stands for it."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the names of this address."""

    host: str
    port: int

    def lets_in(self, headers: Headers) -> bool:
        """Whether a request came by our own name, and from our own page if from a page at all."""
        host = headers.get("Host", "")
        origin = headers.get("Origin", "")
        site = headers.get("Sec-Fetch-Site", "none")
        ours = self._is_ours(host) and site in ("none", "same-origin")
        return ours and (not origin or origin.lower() == f"http://{host}".lower())

    def _is_ours(self, host: str) -> bool:
        name, port = _parted(host)
        return port == self.port and (name in _LOOPBACK or name == self.host.lower() or self._on_net(name))

    def _on_net(self, name: str) -> bool:
        """A number cannot be borrowed; a name can, unless it is this machine's own."""
        if self.host in _LOOPBACK:
            return False
        own = socket.gethostname().lower()
        return _is_number(name) or name in (own, f"{own}.local")


def _parted(host: str) -> tuple[str, int]:
    name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not name:
        name, port = host, "80"
    return name.strip("[]").lower(), int(port) if port.isascii() and port.isdigit() else 80


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
