"""Alexa as the door meets it: requests signed with a key whose chain lies where Amazon keeps it."""

import base64
import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from cryptography.hazmat.primitives import hashes
from cryptography.x509.verification import Store
from flask import Flask
from werkzeug.test import TestResponse

from skill.web.application import build_app
from skill.web.keyring import Keyring
from skill.web.verifier import SignedByAmazon

from .authority import NOW, Authority, Leaf, Signer, pem

SKILL_ID = "amzn1.ask.skill.ours"
CHAIN = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
HELLO = "Hello to you both."


def hello_world(behave: Callable[[Any], None] | None = None) -> CustomSkill:
    """A plain skill that answers everything with one sentence, after `behave` had its way."""
    builder = SkillBuilder()

    @builder.request_handler(can_handle_func=lambda _: True)
    def hello(handler_input: Any) -> Any:  # noqa: ANN401 - the SDK has no types
        if behave:
            behave(handler_input)
        return handler_input.response_builder.speak(HELLO).response

    return builder.create()


def envelope(**request: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """A launch request for our skill, made at NOW; keywords replace parts of its `request`."""
    application = {"applicationId": SKILL_ID}
    return {
        "version": "1.0",
        "session": {"new": True, "sessionId": "s1", "application": application, "user": {"userId": "u1"}},
        "context": {"System": {"application": application, "user": {"userId": "u1"}}},
        "request": {
            "type": "LaunchRequest",
            "requestId": "r1",
            "locale": "en-US",
            "timestamp": NOW.strftime("%Y-%m-%dT%H:%M:%SZ"),
            **request,
        },
    }


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


JSON = {"Content-Type": "application/json"}


class Shelf:
    """Where chains lie: an address holds bytes or an error, and every fetch is counted."""

    def __init__(self, **_ignored: object) -> None:
        self.held: dict[str, bytes | Exception] = {}
        self.fetched: list[str] = []

    def __call__(self, url: str) -> bytes:
        self.fetched.append(url)
        found = self.held[url]
        if isinstance(found, Exception):
            raise found
        return found


@dataclass
class Alexa:
    """A door, its stopped clock, its shelf of chains, and a hand that signs."""

    skill: CustomSkill = field(default_factory=hello_world)
    now: dt.datetime = NOW
    authority: Authority = field(default_factory=Authority.root)
    shelf: Shelf = field(default_factory=Shelf)
    signer: Signer = field(default_factory=Signer)

    def __post_init__(self) -> None:
        self.shelf.held[CHAIN] = self.chain()
        keyring = Keyring(Store([self.authority.certificate]), self.shelf, self.clock)
        self.app: Flask = build_app(
            self.skill, SKILL_ID, verifier=SignedByAmazon(SKILL_ID, keyring, self.clock)
        )

    def clock(self) -> dt.datetime:
        return self.now

    def chain(self, leaf: Leaf | None = None) -> bytes:
        between = self.authority.below()
        return pem(between.leaf(leaf or Leaf()), between.certificate)

    def headers(self, body: bytes, url: str = CHAIN) -> dict[str, str]:
        old = base64.b64encode(self.signer.sign(body, hashes.SHA1)).decode()
        signature = base64.b64encode(self.signer.sign(body)).decode()
        return JSON | {"SignatureCertChainUrl": url, "Signature-256": signature, "Signature": old}

    def says(self, body: bytes | dict[str, Any], **headers: str | None) -> TestResponse:
        """The answer to a signed body; keywords (_ for -) replace headers, None leaves one out."""
        sent = body if isinstance(body, bytes) else as_bytes(body)
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.post(sent, {**self.headers(sent), **changed})

    def post(self, body: bytes, headers: Mapping[str, str | None]) -> TestResponse:
        kept = [(name, value) for name, value in headers.items() if value is not None]
        return self.app.test_client().post("/alexa", data=body, headers=kept)


def is_refusal(response: TestResponse) -> bool:
    """Whether this is the one refusal every stranger gets, to the byte."""
    return (response.status_code, response.data, response.content_type) == (
        400,
        b"refused\n",
        "text/plain; charset=utf-8",
    )


def is_hello(response: TestResponse) -> bool:
    """Whether the skill itself answered."""
    return response.status_code == 200 and HELLO in response.get_data(as_text=True)
