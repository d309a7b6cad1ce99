"""The SDK's part: one handler for every request, one for every exception."""

from __future__ import annotations

from typing import Any, cast

from ask_sdk_core.dispatch_components.exception_components import AbstractExceptionHandler
from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model.response import Response

from skill.alexa.answering import Answering
from skill.alexa.serializer import Envelope, LeanSerializer


def build_skill(answering: Answering, skill_id: str | None) -> CustomSkill:
    """The SDK's skill around our answering."""
    builder = SkillBuilder()
    builder.skill_id = cast("Any", skill_id)
    builder.add_request_handler(_EveryRequest(answering))
    builder.add_exception_handler(_EveryException(answering))
    skill = builder.create()
    skill.serializer = cast("Any", LeanSerializer())
    return skill


class _EveryRequest(AbstractRequestHandler):
    """Takes whatever comes: what can be answered is decided by our own table."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002 - the SDK's signature
        """Always."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """The response; its attributes go the SDK's way."""
        response, attributes = self._answering.answer(_raw(handler_input))
        handler_input.attributes_manager.session_attributes = cast("dict[str, object]", attributes)
        return response


class _EveryException(AbstractExceptionHandler):
    """Says something kind when something of ours broke."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002 - as above
        """Always."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The kind word, and a session that ends with it."""
        handler_input.attributes_manager.session_attributes = cast("dict[str, object]", None)
        return self._answering.failed(_raw(handler_input), exception)


def _raw(handler_input: HandlerInput) -> dict[str, Any]:
    return cast("Envelope", handler_input.request_envelope).raw
