"""The device services over HTTP: same paths, shapes, status and error codes as the real ones."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from skill.speaker.devices.grants import REMINDERS, Grants
from skill.speaker.devices.refused import Refused, bad_request
from skill.speaker.devices.reminders import Reminders
from skill.speaker.devices.shelf import ShelfError

Answered = tuple[Response, int]


@dataclass(frozen=True, slots=True)
class Services:
    """What answers the skill's calls: only to who holds this start's token."""

    device: str
    zone: str | None
    token: str
    grants: Grants
    reminders: Reminders
    changed: Callable[[], object]
    """Told when the reminders have changed."""

    def blueprint(self) -> Blueprint:
        """The routes, for the door to hang in."""
        routes = Blueprint("devices", __name__)
        add = routes.add_url_rule
        path = "/v1/alerts/reminders"
        add(path, "create", self._create, methods=["POST"])
        add(path, "list", self._list, methods=["GET"])
        add(f"{path}/<token>", "get", self._get, methods=["GET"])
        add(f"{path}/<token>", "update", self._update, methods=["PUT"])
        add(f"{path}/<token>", "delete", self._delete, methods=["DELETE"])
        add("/v2/devices/<device>/settings/<key>", "setting", self._setting, methods=["GET"])
        routes.register_error_handler(Refused, _refusal)
        routes.register_error_handler(ShelfError, _cannot_keep)
        return routes

    def _create(self) -> Answered:
        self._may()
        made = self.reminders.create(_body())
        self.changed()
        return jsonify(made), 200

    def _list(self) -> Answered:
        self._may()
        return jsonify(self.reminders.all()), 200

    def _get(self, token: str) -> Answered:
        self._may()
        return jsonify(self.reminders.get(token)), 200

    def _update(self, token: str) -> Answered:
        self._may()
        made = self.reminders.update(token, _body())
        self.changed()
        return jsonify(made), 200

    def _delete(self, token: str) -> Answered:
        self._may()
        self.reminders.delete(token)
        self.changed()
        return jsonify({}), 200

    def _setting(self, device: str, key: str) -> Answered:
        if not self._known():
            raise Refused(401, "INVALID_TOKEN", "The token is not this device's.")
        if device != self.device:
            raise Refused(403, "INVALID_URI", "The token belongs to another device.")
        if key != "System.timeZone":
            raise bad_request("INVALID_KEY", "There is no such setting here.")
        return (jsonify(self.zone), 200) if self.zone else (Response(), 204)

    def _may(self) -> None:
        if not self._known():
            raise Refused(401, "INVALID_BEARER_TOKEN", "The token is not this device's.")
        if not self.grants.granted(REMINDERS):
            raise Refused(401, "UNAUTHORIZED", "The household has not granted this permission.")

    def _known(self) -> bool:
        sent = request.headers.get("Authorization", "")
        return secrets.compare_digest(sent.encode(), f"Bearer {self.token}".encode())


def _body() -> object:
    sent: object = request.get_json(silent=True)
    if sent is None:
        raise bad_request("INVALID_REQUEST", "The body is not JSON.")
    return sent


def _refusal(refused: Refused) -> Answered:
    return jsonify(refused.row()), refused.status


def _cannot_keep(_: ShelfError) -> Answered:
    return jsonify({"code": "INTERNAL_SERVER_ERROR", "message": "The device could not keep it."}), 500
