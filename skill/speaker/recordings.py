"""Sounds and tracks over HTTP: what `make audio` has built, any part of it, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import NotFound, RequestedRangeNotSatisfiable
from werkzeug.utils import send_file

from skill.domain.track import file_of
from skill.speaker.words import say

KIND = "audio/mpeg"
KEPT = {"Cache-Control": "private, no-cache"}
"""A browser may keep them, and asks each time whether they are still the same."""
_NAME = re.compile(r"[a-z0-9-]{1,80}\.mp3")
_ONE_PART = re.compile(r"bytes=(\d+-\d*|-\d+)")


@dataclass(frozen=True, slots=True)
class Recordings:
    """The folder of what was built; None has nothing."""

    folder: Path | None = None

    def find(self, name: str) -> Path | None:
        """A file of this very folder, by its name."""
        if self.folder is None or not _NAME.fullmatch(name):
            return None
        file = self.folder / name
        inside = file.resolve().parent == self.folder.resolve()
        return file if inside and file.is_file() else None

    @property
    def has_tracks(self) -> bool:
        """Whether any exercise can be played."""
        return self.folder is not None and any(self.folder.glob(file_of("*", "*")))

    def blueprint(self) -> Blueprint:
        """The route, for the door to hang in."""
        routes = Blueprint("recordings", __name__)
        routes.add_url_rule("/audio/<name>", "recording", self._send)
        routes.register_error_handler(RequestedRangeNotSatisfiable, _no_such_part)
        return routes

    def _send(self, name: str) -> Response:
        file = self.find(name)
        if file is None:
            raise NotFound
        asked = dict(request.environ)
        if not _ONE_PART.fullmatch(asked.get("HTTP_RANGE", "")):
            asked.pop("HTTP_RANGE", None)
        return send_file(file, asked, KIND, conditional=True, response_class=Response)  # type: ignore[return-value] # the class that it is given


def _no_such_part(fault: RequestedRangeNotSatisfiable) -> tuple[Response, int, dict[str, str]]:
    return jsonify({"error": say("refused.part")}), 416, {"Content-Range": f"bytes */{fault.length}"}
