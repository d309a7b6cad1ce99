"""The speaker over HTTP: its page, its one question and answer, its news."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict

from flask import Blueprint, Flask, Response, jsonify, request, send_from_directory
from werkzeug.exceptions import HTTPException

from skill.speaker.answer import Answer
from skill.speaker.guard import HEADERS, Guard
from skill.speaker.hearing import LONGEST
from skill.speaker.helping import rows
from skill.speaker.pages import News
from skill.speaker.question import NotAQuestion, Question, flag
from skill.speaker.recordings import KEPT
from skill.speaker.report import read
from skill.speaker.room import Room, RoomFull
from skill.speaker.speaker import Speaker
from skill.speaker.voice.sounds import Sounds
from skill.speaker.words import say

LARGEST_BODY = 16 * 1024
"""Bytes."""
AT_ONCE = 6
"""Sentences answered at the same time."""
Answered = tuple[Response, int]
_log = logging.getLogger(__name__)


def build_app(speaker: Speaker, guard: Guard) -> Flask:
    """The application around one speaker."""
    app = Flask(__name__, static_folder="page", static_url_path="/page")
    app.url_map.merge_slashes = False
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.register_blueprint(speaker.services.blueprint())
    app.register_blueprint(speaker.recordings.blueprint())
    app.register_blueprint(_routes(speaker))
    app.before_request(_guarding(guard))
    app.after_request(_with_headers)
    app.register_error_handler(Exception, _fault)
    return app


def _routes(speaker: Speaker) -> Blueprint:
    routes = Blueprint("speaker", __name__, static_folder="page")
    room = Room(AT_ONCE)

    @routes.get("/")
    def page() -> Response:
        return send_from_directory(str(routes.static_folder), "index.html")

    @routes.get("/favicon.ico")
    def icon() -> Response:
        return send_from_directory(str(routes.static_folder), "icon.svg")

    @routes.post("/say")
    def answer() -> Response:
        asked = Question.read(request.get_json(silent=True))
        with room.place():
            answered = speaker.echo.say(
                asked.text, asked.speaker, asked.session, asked.locale, plays=asked.plays
            )
        speaker.passed_on(answered.track)
        return jsonify(_row(answered) | _sounds(answered, asked.locale, speaker.sounds))

    @routes.get("/sound/<offered>")
    def sound(offered: str) -> Answered | Response:
        stream = speaker.sounds.stream(offered)
        return Response(stream, mimetype="audio/wav") if stream else _refusal(404, "unknown")

    @routes.post("/player")
    def player() -> Response:
        told = read(request.get_json(silent=True))
        with room.place():
            order = speaker.hear(told)
        return jsonify({"track": order.row() if order else None})

    @routes.post("/stop")
    def stop() -> Response:
        _ = request.get_json()
        speaker.pages.tell(News("stop"))
        return jsonify({})

    @routes.post("/permission")
    def permission() -> Response:
        speaker.grant(granted=flag(request.get_json(silent=True), "granted"))
        return jsonify({})

    @routes.get("/events")
    def events() -> Response:
        gone: Callable[[], bool] = request.environ.get("waitress.client_disconnected", lambda: False)
        stream = speaker.pages.stream(speaker.welcome(), gone)
        return Response(stream, mimetype="text/event-stream")

    routes.register_error_handler(NotAQuestion, lambda fault: _refusal(400, fault.key, fault.values))
    routes.register_error_handler(RoomFull, lambda _: _refusal(503, "busy"))
    return routes


def _row(answer: Answer) -> dict[str, object]:
    return {
        "speech": answer.speech.words,
        "ssml": answer.speech.ssml,
        "reprompt": answer.reprompt.words,
        "listening": answer.listening,
        "session": answer.session,
        "parts": answer.speech.rows(),
        "reprompt_parts": answer.reprompt.rows(),
        "permission": answer.permission,
        "card": asdict(answer.card) if answer.card else None,
        "help": rows(answer.help) if answer.help else None,
        "track": answer.track.row() if answer.track else None,
    }


def _sounds(answer: Answer, locale: str, sounds: Sounds) -> dict[str, str]:
    """Where the speech and the reprompt can be fetched as sound; empty where they can't."""
    return {
        "sound": sounds.offer(answer.speech.parts, locale),
        "reprompt_sound": sounds.offer(answer.reprompt.parts, locale, answer.speech.parts),
    }


def _guarding(guard: Guard) -> Callable[[], Answered | None]:
    def check() -> Answered | None:
        if not guard.lets_in(request.headers):
            return _refusal(403, "place")
        if request.method in ("POST", "PUT") and not request.is_json:
            return _refusal(415, "json")
        return None

    return check


def _with_headers(response: Response) -> Response:
    kept = KEPT if request.blueprint == "recordings" and response.status_code < 400 else {}
    response.headers.update(HEADERS | kept)
    return response


def _fault(fault: Exception) -> Answered:
    """Never the fault's own words: they could be somebody's."""
    if isinstance(fault, HTTPException):
        status = fault.code or 500
        return _refusal(status, {413: "large", 404: "unknown", 405: "unknown"}.get(status, "json"))
    _log.error("The speaker failed: %s.", type(fault).__name__)
    return _refusal(500, "fault")


def _refusal(status: int, key: str, values: dict[str, object] | None = None) -> Answered:
    sentence = say(f"refused.{key}", longest=LONGEST, **(values or {}))
    return jsonify({"error": sentence}), status
