"""Calls a service through the SDK's client for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import msgspec
from ask_sdk_model.services.api_client import ApiClient
from ask_sdk_model.services.api_client_request import ApiClientRequest
from ask_sdk_model.services.api_client_response import ApiClientResponse
from ask_sdk_model.services.api_configuration import ApiConfiguration
from ask_sdk_model.services.serializer import Serializer
from ask_sdk_model.services.service_client_factory import ServiceClientFactory
from ask_sdk_model.services.service_exception import ServiceException

from skill.reminders.answers import Answered
from skill.reminders.budget import Budget
from skill.reminders.http import Request, exchange

_log = logging.getLogger(__name__)


def call(name: str, service: Callable[[Any], Any], endpoint: str, token: str, budget: Budget) -> Answered:
    """What a service answers; the log gets its status and its code, and nothing else of it."""
    configuration = ApiConfiguration(
        serializer=PlainSerializer(),
        api_client=BoundedClient(budget),
        authorization_value=token,
        api_endpoint=endpoint,
    )
    try:
        response = service(ServiceClientFactory(configuration))
        answered = Answered(name, response.status_code, response.body)
    except ServiceException as error:
        answered = Answered(name, error.status_code if error.headers is not None else 0, _read(error.body))
    if not answered.succeeded:
        _log.warning("%s: %s %s", name, answered.status or "no answer", answered.code)
    return answered


class PlainSerializer(Serializer):
    """JSON as it is: the SDK's own raises on every code and status it does not know."""

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - any JSON value
        """The payload, which is JSON values already."""
        return obj

    def deserialize(self, payload: Any, obj_type: object) -> Any:  # noqa: ANN401, ARG002 - the SDK's signature
        """What the body holds; None when that is no JSON."""
        return _read(payload)


def _read(body: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A body as JSON values: of statuses the SDK does not know it comes as text. None where it is no JSON."""
    try:
        return msgspec.json.decode(body) if isinstance(body, str) else body
    except (ValueError, RecursionError):
        return None


class BoundedClient(ApiClient):
    """The SDK's way to HTTP, within the turn's budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Sends a request; whatever it raises, the SDK makes a ServiceException without headers of it."""
        body = None if request.body is None else msgspec.json.encode(request.body)
        sent = Request(str(request.method), str(request.url), dict(request.headers or ()), body)
        with self._budget.spending() as seconds:
            answer = exchange(sent, seconds, min(seconds, self._budget.connect))
        return ApiClientResponse(headers=[], status_code=answer.status, body=answer.body)
