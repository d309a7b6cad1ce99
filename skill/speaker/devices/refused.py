"""How a device service says no: a status, a code and a sentence, in the shape of the real ones."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """The service's own refusal."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message

    def row(self) -> dict[str, str]:
        """As it is sent."""
        return {"code": self.code, "message": self.message}


def bad_request(code: str, message: str) -> Refused:
    """The request itself is wrong."""
    return Refused(400, code, message)
