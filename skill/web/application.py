"""POST /alexa, through the verifier, into the skill. It tells a stranger nothing."""

import logging
from typing import TYPE_CHECKING, cast

from flask import Flask, Request, Response, current_app, jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from skill.alexa.trouble import told
from skill.web.adapter import load_skill_adapter
from skill.web.refusal import Reason, RefusedError
from skill.web.verifier import Verifier, signed_by_amazon

if TYPE_CHECKING:
    from ask_sdk_core.skill import CustomSkill

PATH = "/alexa"
LARGEST_BODY = 128 * 1024
NO = b"refused\n"


class CheckedRequest(Request):
    """A request whose `data`, which SkillAdapter reads, is what the verifier let in, and empty before."""

    checked: bytes = b""

    @property
    def data(self) -> bytes:
        """The body that was let in."""
        return self.checked


def build_app(skill: "CustomSkill", skill_id: str, *, verifier: Verifier | None = None) -> Flask:
    """The WSGI application of the door; without a verifier of your own, only Amazon gets in.

    Raises:
        SettingsError: SSL_CERT_FILE names no usable file.
    """
    app = Flask(__name__, static_folder=None)
    app.request_class = CheckedRequest
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY + 1, ASK_SDK_VERIFY_SIGNATURE=False, ASK_SDK_VERIFY_TIMESTAMP=False
    )
    app.logger.addFilter(without_words)
    adapter = load_skill_adapter()(skill=skill, skill_id=skill_id, app=app)
    guard = verifier or signed_by_amazon(skill_id)

    def alexa() -> Response:
        _admit(guard)
        return cast("Response", adapter.dispatch_request())

    app.add_url_rule(PATH, view_func=alexa, methods=["POST"], provide_automatic_options=False)
    _answer_failures(app)
    return app


def _admit(verifier: Verifier) -> None:
    """Put the body that may be read in its place, or refuse."""
    if "Origin" in request.headers or not request.is_json:  # any page can send such a form to this machine
        raise RefusedError(Reason.PAGE)
    body = request.get_data(cache=False)
    if len(body) > LARGEST_BODY:  # a body without a length is cut by Flask in silence, not refused
        raise RequestEntityTooLarge
    try:
        checked = verifier.admit(request.headers, body)
    except RefusedError:
        raise
    except Exception as error:
        current_app.logger.exception("A check broke.")
        raise RefusedError(Reason.FAULT) from error  # a check that broke was not passed
    cast("CheckedRequest", request).checked = checked


def _answer_failures(app: Flask) -> None:
    """One refusal for every stranger, and an empty but valid answer to Alexa for a fault of our own."""

    def refused(error: RefusedError) -> Response:
        app.logger.warning("Refused: %s.", error.reason)
        return Response(NO, 400, mimetype="text/plain")

    def unserved(error: HTTPException) -> Response:
        if error.code == 500:  # SkillAdapter's word for a fault in the skill, which it has logged
            return empty_answer()
        allowed = {"Allow": "POST"} if error.code == 405 else None
        return Response(NO, error.code, allowed, mimetype="text/plain")

    def broken(error: Exception) -> Response:
        app.logger.error("The skill failed.", exc_info=error)
        return empty_answer()

    app.register_error_handler(RefusedError, refused)
    app.register_error_handler(HTTPException, unserved)
    app.register_error_handler(Exception, broken)


def empty_answer() -> Response:
    """What Alexa accepts as an answer that says nothing."""
    return jsonify(version="1.0", response={})


def without_words(record: logging.LogRecord) -> bool:
    """Keep of an exception its kind and place only: its message may hold what a person said."""
    if record.exc_info and record.exc_info[1]:
        record.msg = f"{record.getMessage()} {told(record.exc_info[1])}"
        record.args = record.exc_info = record.exc_text = None
    return True
