"""Between Alexa's JSON and the SDK's objects, with only what is used of them.

The SDK's own serializer is four fifths of a turn's time, and raises on every request type and value that it
does not know. This one reads what `CustomSkill` itself looks at and keeps the request as it came for our own
reading.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

import msgspec
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model.application import Application
from ask_sdk_model.context import Context
from ask_sdk_model.interfaces.system.system_state import SystemState
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.response_envelope import ResponseEnvelope
from ask_sdk_model.services.serializer import Serializer
from ask_sdk_model.session import Session

from skill.alexa.envelope import part, text

PLAIN = frozenset({str, int, float, bool, type(None)})


class Envelope(RequestEnvelope):
    """A request as the SDK passes it around."""

    def __init__(self, raw: dict[str, Any]) -> None:
        system = part(raw, "context", "System")
        super().__init__(
            context=Context(
                system=SystemState(
                    application=Application(text(part(system, "application").get("applicationId"))),
                    api_endpoint=text(system.get("apiEndpoint")),
                    api_access_token=text(system.get("apiAccessToken")),
                )
            ),
            session=Session(attributes={}),
        )
        self.raw = raw
        """The request as it came."""


class LeanSerializer(Serializer):
    """Reads requests and writes responses."""

    def deserialize(self, payload: object, obj_type: object) -> Any:  # noqa: ANN401 - an Envelope; the SDK wants a T
        """A request from JSON text, or from JSON read already; `obj_type` is a request envelope, always.

        Raises:
            SerializationException: it is no JSON object.
        """
        try:
            raw = msgspec.json.decode(payload) if isinstance(payload, str | bytes) else payload
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            raise SerializationException(f"no JSON object for {obj_type}")
        return Envelope(raw)

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - any of the SDK's models
        """A response as JSON values; of its envelope only what Alexa reads."""
        if isinstance(obj, ResponseEnvelope):
            return _written_envelope(obj)
        return _written(obj)


def _written_envelope(envelope: ResponseEnvelope) -> dict[str, Any]:
    attributes = envelope.session_attributes
    session = {} if attributes is None else {"sessionAttributes": attributes}
    return {"version": envelope.version, **session, "response": _written(envelope.response)}


def _written(value: Any) -> Any:  # noqa: ANN401 - any JSON value or model
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is list:
        return [_written(each) for each in value]
    if kind is dict:
        return {key: _written(each) for key, each in value.items()}
    return value.value if isinstance(value, Enum) else _written_model(value)


def _written_model(model: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the SDK's models
    given = vars(model)
    names = model.attribute_map
    return {names[key]: _written(given[key]) for key in names if given.get(key) is not None}
