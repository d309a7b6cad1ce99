"""The reminders of this device, as the real service keeps them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from skill.speaker.clock import Clock
from skill.speaker.devices.refused import Refused, bad_request
from skill.speaker.devices.shelf import Shelf
from skill.speaker.devices.trigger import settled, trigger

Row = dict[str, Any]
MOST = 250
"""Reminders at a time."""
_STAY = timedelta(days=3)
"""How long one that has rung is still listed."""
_LONGEST_TEXT = 500
_PUBLIC = ("alertToken", "createdTime", "updatedTime", "status", "version")
_SENT = ("trigger", "alertInfo", "pushNotification")


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come."""

    token: str
    at: datetime
    """When it was to ring, UTC."""
    text: str
    softly: bool = False
    """Whether it was asked for in a whisper."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """Makes, lists, changes and deletes reminders; each change is durable when it is answered."""

    shelf: Shelf
    clock: Clock
    device_zone: str

    def create(self, sent: object) -> Row:
        """Keeps a new reminder; answers as the real service does.

        Raises:
            Refused: 400 for what cannot be read, 403 when there are too many.
        """
        row = self._read(sent) | {"alertToken": secrets.token_hex(16), "version": "1"}
        row["createdTime"] = row["updatedTime"]
        with self.shelf.change() as kept:
            rows = _rows(kept)
            self._tidy(rows)
            if len(rows) >= MOST:
                raise Refused(403, "MAX_REMINDERS_EXCEEDED", "This device has as many reminders as it can.")
            rows[row["alertToken"]] = row
        return _answer(row)

    def update(self, token: str, sent: object) -> Row:
        """Replaces a reminder.

        Raises:
            Refused: 400 for what cannot be read, 404 when there is no such reminder.
        """
        row = self._read(sent)
        with self.shelf.change() as kept:
            old = _found(_rows(kept), token)
            version = str(int(old["version"]) + 1)
            made = row | {"alertToken": token, "createdTime": old["createdTime"], "version": version}
            _rows(kept)[token] = made
        return _answer(made)

    def delete(self, token: str) -> None:
        """Deletes a reminder and leaves nothing of it.

        Raises:
            Refused: 404 when there is no such reminder.
        """
        with self.shelf.change() as kept:
            _found(_rows(kept), token)
            del _rows(kept)[token]
            kept["missed"] = [row for row in kept.get("missed", []) if row["token"] != token]

    def get(self, token: str) -> Row:
        """One reminder.

        Raises:
            Refused: 404 when there is no such reminder.
        """
        return _listed(_found(_rows(self.shelf.read()), token))

    def all(self) -> Row:
        """Every reminder, in the shape of the real list."""
        rows = _rows(self.shelf.read())
        self._tidy(rows)
        return {"totalCount": str(len(rows)), "alerts": [_listed(row) for row in rows.values()], "links": ""}

    def take_due(self) -> list[Due]:
        """What has come due and was not taken yet, oldest first; each is taken once."""
        now = self.clock()
        if not _due(_rows(self.shelf.read()), now):
            return []
        with self.shelf.change() as kept:
            rows = _due(_rows(kept), now)
            taken = [Due(row["alertToken"], _instant(row["next"]), _text(row), _is_soft(row)) for row in rows]
            for row in rows:
                self._rung(row, now)
            self._tidy(_rows(kept))
        return sorted(taken, key=lambda due: due.at)

    def next_ring(self) -> datetime | None:
        """When the next one comes due, UTC."""
        rings = (_instant(row["next"]) for row in _rows(self.shelf.read()).values() if row["next"])
        return min(rings, default=None)

    def forget(self) -> None:
        """Deletes every reminder, every one that was missed, and every copy."""
        with self.shelf.change() as kept:
            kept.pop("reminders", None)
            kept.pop("missed", None)
            self.shelf.drop_copies()

    def _read(self, sent: object) -> Row:
        now = self.clock()
        if not isinstance(sent, Mapping):
            raise bad_request("INVALID_REQUEST", "The body is not a reminder.")
        when = trigger(sent.get("trigger"), now, self.device_zone)
        _check_text(sent.get("alertInfo"))
        rings = when.next_after(now)
        if rings is None:
            raise bad_request("INVALID_TRIGGER_SCHEDULED_TIME_VALUE", "The time lies in the past.")
        written = {key: sent[key] for key in _SENT if key in sent}
        written["trigger"] = settled(sent["trigger"], now, self.device_zone)
        return written | {"status": "ON", "next": rings.isoformat(), "updatedTime": _stamp(now)}

    def _rung(self, row: Row, now: datetime) -> None:
        following = None
        if row["trigger"].get("recurrence"):
            following = trigger(row["trigger"], now, self.device_zone).next_after(now)
        row["next"] = following.isoformat() if following else None
        row["status"] = "ON" if following else "COMPLETED"
        row["updatedTime"] = _stamp(now)

    def _tidy(self, rows: dict[str, Row]) -> None:
        before = _stamp(self.clock() - _STAY)
        for token in [t for t, row in rows.items() if not row["next"] and row["updatedTime"] < before]:
            del rows[token]


def _rows(kept: Row) -> dict[str, Row]:
    rows: dict[str, Row] = kept.setdefault("reminders", {})
    return rows


def _due(rows: dict[str, Row], now: datetime) -> list[Row]:
    return [row for row in rows.values() if row["next"] and _instant(row["next"]) <= now]


def _found(rows: dict[str, Row], token: str) -> Row:
    if token not in rows:
        raise Refused(404, "ALERT_NOT_FOUND", "There is no such reminder.")
    return rows[token]


def _check_text(info: Any) -> None:  # noqa: ANN401 - as it came in
    try:
        texts = [entry["text"] for entry in info["spokenInfo"]["content"]]
    except (TypeError, KeyError) as fault:
        raise bad_request("INVALID_ALERT_INFO", "The reminder has no text.") from fault
    if not texts or not all(isinstance(text, str) and 0 < len(text) <= _LONGEST_TEXT for text in texts):
        raise bad_request("INVALID_ALERT_INFO", "The reminder's text is empty or too long.")


def _text(row: Row) -> str:
    text: str = row["alertInfo"]["spokenInfo"]["content"][0]["text"]
    return text


def _is_soft(row: Row) -> bool:
    return "whispered" in str(row["alertInfo"]["spokenInfo"]["content"][0].get("ssml", ""))


def _answer(row: Row) -> Row:
    return {key: row[key] for key in _PUBLIC} | {"href": f"/v1/alerts/reminders/{row['alertToken']}"}


def _listed(row: Row) -> Row:
    return {key: row[key] for key in (*_PUBLIC, *_SENT) if key in row}


def _instant(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"
