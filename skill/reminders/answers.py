"""What a service answered, and what a refusal means."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from skill.domain.reminder import Refusal

GONE = 404
TOO_MANY = re.compile(r"max|limit|exceed|too many", re.IGNORECASE)
PAST = re.compile(r"\bpast\b|\belapsed\b|\bexpired\b", re.IGNORECASE)
CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


class Answered(Struct, frozen=True):
    """One call's answer."""

    name: str
    status: int | None
    """HTTP's; None when there is no such service, 0 when it did not answer in time or not at all."""
    body: Any
    """Whatever JSON came; None when none did."""

    @property
    def succeeded(self) -> bool:
        """Whether it was done, whatever the body says."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The service's own word for what was wrong, if it looks like one."""
        found = self.body.get("code") if isinstance(self.body, dict) else None
        return found if isinstance(found, str) and CODE.fullmatch(found) else ""

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the code or the message names something; it is read for that only."""
        told = (self.body.get("code"), self.body.get("message")) if isinstance(self.body, dict) else ()
        return any(isinstance(each, str) and pattern.search(each.replace("_", " ")) for each in told)

    def alert_token(self) -> str | None:
        """The reminder's token: by its name, else the end of its address."""
        if not isinstance(self.body, dict):
            return None
        token, address = self.body.get("alertToken"), self.body.get("href")
        if isinstance(token, str) and token:
            return token
        return (address.rpartition("/")[2] or None) if isinstance(address, str) else None


def refusal_of(answered: Answered) -> Refusal | None:
    """Why it was not done, or None when it was."""
    status = answered.status
    if answered.succeeded:
        return None
    if status is None:
        return Refusal.DEVICE_CANNOT
    if status == 403:
        return _forbidden(answered)
    if status == 400:
        return Refusal.PAST if answered.says(PAST) else Refusal.OUR_FAULT
    if status in (401, GONE):
        return Refusal.GONE if status == GONE else Refusal.NO_PERMISSION
    later = status in (408, 409, 429) or not 400 <= status < 500
    return Refusal.NOT_NOW if later else Refusal.OUR_FAULT


def _forbidden(answered: Answered) -> Refusal:
    if answered.code == "ACCESS_DENIED":
        return Refusal.NO_PERMISSION
    return Refusal.TOO_MANY if answered.says(TOO_MANY) else Refusal.DEVICE_CANNOT
