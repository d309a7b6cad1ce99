"""The door answers POST /alexa only, says the same no to every stranger, and never a word of the body."""

import io
import json
import logging
from typing import Any

import pytest
from ask_sdk_runtime.exceptions import AskSdkException

from skill.web.application import LARGEST_BODY, build_app
from skill.web.refusal import Reason
from skill.web.verifier import Anyone

from .alexa import JSON, SKILL_ID, Alexa, as_bytes, envelope, hello_world, is_hello, is_refusal

SECRET = "rhubarbcrumble"
EMPTY = {"version": "1.0", "response": {}}


@pytest.fixture
def alexa() -> Alexa:
    return Alexa()


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ALEXA"])
def test_other_methods_are_not_allowed(alexa: Alexa, method: str) -> None:
    response = alexa.app.test_client().open("/alexa", method=method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"


@pytest.mark.parametrize("path", ["/", "/alexa/", "/alexa/x", "/static/x", "/Alexa", "/alexa;x", "//alexa"])
def test_there_is_nothing_else(alexa: Alexa, path: str) -> None:
    body = as_bytes(envelope())
    response = alexa.app.test_client().post(path, data=body, headers=alexa.headers(body))
    assert response.status_code in (404, 308)
    assert b"hello" not in response.data.lower()


def padded(length: int) -> bytes:
    """A right request of exactly this many bytes."""
    body = as_bytes(envelope())
    return body + b" " * (length - len(body))


def test_a_body_up_to_the_limit_gets_in_and_one_byte_more_does_not(alexa: Alexa) -> None:
    assert is_hello(alexa.says(padded(LARGEST_BODY)))
    assert alexa.says(padded(LARGEST_BODY + 1)).status_code == 413


def test_a_body_without_a_length_is_limited_as_well(alexa: Alexa) -> None:
    for length, status in ((LARGEST_BODY, 200), (LARGEST_BODY + 1, 413)):
        body = padded(length)
        response = alexa.app.test_client().post(
            "/alexa",
            headers={**alexa.headers(body), "Transfer-Encoding": "chunked"},
            input_stream=io.BytesIO(body),
            environ_overrides={"wsgi.input_terminated": True},
        )
        assert response.status_code == status


def test_a_length_that_promises_too_much_is_refused_before_anything_is_read(alexa: Alexa) -> None:
    response = alexa.app.test_client().post(
        "/alexa",
        headers=JSON,
        input_stream=io.BytesIO(b"x"),
        environ_overrides={"CONTENT_LENGTH": str(10**12)},
    )
    assert response.status_code == 413


def test_every_refusal_is_the_same_to_the_byte(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    answers = [
        alexa.post(body, {}),
        alexa.says(body, Signature_256="AAAA"),
        alexa.says(body, SignatureCertChainUrl="https://example.com/"),
        alexa.says(envelope(timestamp="2020-01-01T00:00:00Z")),
        alexa.says(b"[]"),
    ]
    assert all(is_refusal(answer) for answer in answers)
    assert len({tuple(answer.headers.items()) for answer in answers}) == 1


def test_no_answer_names_the_software(alexa: Alexa) -> None:
    for answer in (
        alexa.post(b"", {}),
        alexa.app.test_client().get("/"),
        alexa.app.test_client().get("/alexa"),
    ):
        assert answer.data == b"refused\n"


def secretly(**request: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """A request that holds the secret wherever a person's words could be."""
    slots = {"words": {"name": "words", "value": SECRET}}
    intent = {"name": SECRET, "confirmationStatus": "NONE", "slots": slots}
    document = envelope(**{"type": "IntentRequest", "intent": intent, **request})
    document["session"]["attributes"] = {SECRET: SECRET}
    return document


def boom(error: Exception) -> Any:  # noqa: ANN401 - the SDK has no types
    def behave(_turn: object) -> None:
        raise error

    return behave


ACCIDENTS = [
    ValueError(SECRET),
    AskSdkException(SECRET),
    KeyError(SECRET),
    RecursionError(SECRET),
    UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
]


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("error", ACCIDENTS, ids=lambda error: type(error).__name__)
def test_a_skill_that_fails_answers_nothing_and_logs_no_word(
    caplog: pytest.LogCaptureFixture, error: Exception, *, debug: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    alexa = Alexa(hello_world(boom(error)))
    alexa.app.debug = debug
    response = alexa.says(secretly())
    assert (response.status_code, response.get_json()) == (200, EMPTY)
    assert type(error).__name__ in caplog.text
    assert SECRET not in caplog.text


UNKNOWN: list[dict[str, Any]] = [
    {"type": SECRET},
    {"type": "Alexa.Presentation.APL.RuntimeError", "errors": [{"type": SECRET, "reason": SECRET}]},
    {"type": "SessionEndedRequest", "reason": SECRET},
    {"dialogState": SECRET},
    {"intent": {"name": SECRET, "confirmationStatus": SECRET}},
    {"intent": SECRET},
]


@pytest.mark.parametrize("request_", UNKNOWN)
def test_a_request_the_sdk_cannot_read_gets_an_empty_answer_and_logs_no_word(
    caplog: pytest.LogCaptureFixture, alexa: Alexa, request_: dict[str, Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    response = alexa.says(secretly(**request_))
    assert (response.status_code, response.get_json()) == (200, EMPTY)
    assert SECRET not in caplog.text


def test_a_refusal_logs_its_reason_and_no_word(caplog: pytest.LogCaptureFixture, alexa: Alexa) -> None:
    caplog.set_level(logging.DEBUG)
    body = as_bytes(secretly())
    alexa.says(body, Signature_256=SECRET)
    alexa.says(body, SignatureCertChainUrl=f"https://s3.amazonaws.com/echo.api/{SECRET}")
    alexa.says(body, SignatureCertChainUrl=f"https://{SECRET}/")
    alexa.says(secretly(timestamp=SECRET))
    alexa.says(as_bytes(SECRET))
    alexa.says(body + b"\xff")
    alexa.says(secretly(), X_Secret=SECRET)
    assert SECRET not in caplog.text
    assert Reason.CHAIN_URL in caplog.text
    assert Reason.BODY in caplog.text


def test_nothing_of_a_good_request_is_logged(caplog: pytest.LogCaptureFixture, alexa: Alexa) -> None:
    caplog.set_level(logging.DEBUG)
    assert is_hello(alexa.says(secretly()))
    assert caplog.text == ""


def test_without_a_lock_any_json_object_gets_in_and_nothing_else() -> None:
    client = build_app(hello_world(), SKILL_ID, verifier=Anyone()).test_client()
    old = envelope(timestamp="2020-01-01T00:00:00Z")
    assert is_hello(client.post("/alexa", data=as_bytes(old), headers=JSON))
    for body in (b"", b"[]", b"{", b"\xff", b"null"):
        assert is_refusal(client.post("/alexa", data=body, headers=JSON))


def test_without_a_verifier_of_ones_own_only_amazon_gets_in() -> None:
    client = build_app(hello_world(), SKILL_ID).test_client()
    assert is_refusal(client.post("/alexa", data=as_bytes(envelope()), headers=JSON))


def test_the_answer_is_json_as_alexa_reads_it(alexa: Alexa) -> None:
    response = alexa.says(envelope())
    assert response.content_type == "application/json"
    assert json.loads(response.data)["version"] == "1.0"


TEXT = {"Content-Type": "text/plain"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FROM_A_PAGE = [TEXT, FORM, {}, JSON | {"Origin": "https://example.com"}, JSON | {"Origin": "null"}]


@pytest.mark.parametrize("headers", FROM_A_PAGE)
def test_what_a_web_page_can_send_is_refused_with_and_without_a_lock(
    alexa: Alexa, headers: dict[str, str]
) -> None:
    open_ = build_app(hello_world(), SKILL_ID, verifier=Anyone()).test_client()
    body = as_bytes(envelope())
    assert is_refusal(open_.post("/alexa", data=body, headers=headers))
    signed = {name: value for name, value in alexa.headers(body).items() if name not in JSON}
    assert is_refusal(alexa.post(body, signed | headers))
