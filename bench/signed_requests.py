"""Signed requests a second: our web door beside flask-ask-sdk with only its import mended.

Both answer the same signed requests with the same hello-world skill through their WSGI callables, in this
process, by turns. The neighbour keeps its own RequestVerifier and the real certvalidator: all that is changed
is the pattern with which oscrypto reads OpenSSL's version. Both trust the same file of roots (certifi's and
one made here, named by SSL_CERT_FILE, which both honour) and get the same chain without a network.

    python -m bench.signed_requests
"""

import io
import os
import re
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from cryptography.x509.verification import Store
from flask import Flask
from werkzeug.test import run_wsgi_app

from bench.amazon import SKILL_ID, Authority, Environ, environ, request
from skill.web.adapter import load_skill_adapter
from skill.web.door import build_app
from skill.web.keyring import Keyring
from skill.web.trust import trusted_roots
from skill.web.verifier import SignedByAmazon

ROUNDS, BURST = 15, 40
AIM = 6.0


def hello_world() -> CustomSkill:
    """Twelve handlers, of which the seventh answers."""
    builder = SkillBuilder()
    for number in range(12):
        builder.request_handler(_matches if number == 6 else _matches_not)(_hello)
    return builder.create()


def _matches(_turn: object) -> bool:
    return True


def _matches_not(_turn: object) -> bool:
    return False


def _hello(turn: Any) -> Any:  # noqa: ANN401 - the SDK has no types
    return turn.response_builder.speak("Hello to you both.").response


def neighbour(chain: bytes) -> Flask:
    """flask-ask-sdk as released, with its own verifiers, once it can be imported."""
    with mock.patch("re.search", _search_with_two_digits(re.search)):
        verifier = import_module("ask_sdk_webservice_support.verifier")
    if not verifier.CertificateValidator.__module__.startswith("certvalidator"):
        raise SystemExit("The neighbour has no certvalidator: the comparison is void.")
    vars(verifier)["urlopen"] = lambda _url: io.BytesIO(chain)
    app = Flask("flask-ask-sdk")
    adapter: Any = load_skill_adapter()
    adapter(skill=hello_world(), skill_id=SKILL_ID, app=app).register(app=app, route="/alexa")
    return app


def _search_with_two_digits(search: Callable[..., Any]) -> Callable[..., Any]:
    """re.search, but for oscrypto's version pattern, which then reads 3.0.19 as well."""
    narrow, wide = r"\b(\d\.\d\.\d[a-z]*)\b", r"\b(\d\.\d\.\d+[a-z]*)\b"
    return lambda pattern, *rest: search(wide if pattern == narrow else pattern, *rest)


def ours(chain: bytes, roots: Path) -> Flask:
    """Our door, as `holding-hands alexa` opens it but for the chain's fetch."""
    keyring = Keyring(Store(trusted_roots(roots)), lambda _url: chain)
    return build_app(hello_world(), SKILL_ID, verifier=SignedByAmazon(SKILL_ID, keyring))


def burst(app: Flask, requests: list[Environ]) -> float:
    """Seconds a request, over these; each must be answered by the skill."""
    begun = time.perf_counter()
    for each in requests:
        status, answer = call(app, each)
        if status != "200 OK" or b"Hello" not in answer:
            raise SystemExit(f"{app.name} answered {status}: the comparison is void.")
    return (time.perf_counter() - begun) / len(requests)


def call(app: Flask, request: Environ) -> tuple[str, bytes]:
    """What the WSGI callable answers."""
    sent = {**request, "wsgi.input": io.BytesIO(request["body"])}
    answer, status, _ = run_wsgi_app(app.wsgi_app, sent)
    return status, b"".join(answer)


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")  # the neighbour uses names that cryptography is leaving behind
    authority = Authority()
    requests = [environ(request(number), authority.leaf_key) for number in range(BURST)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SSL_CERT_FILE"] = str(authority.trusted_in(folder))
        doors = {
            "flask-ask-sdk": neighbour(authority.chain()),
            "our web door": ours(authority.chain(), Path(os.environ["SSL_CERT_FILE"])),
        }
        for app in doors.values():
            if not call(app, {**requests[0], "body": requests[1]["body"]})[0].startswith("400"):
                raise SystemExit(f"{app.name} let a wrong signature in: the comparison is void.")
        rounds = [{name: burst(app, requests) for name, app in doors.items()} for _ in range(ROUNDS + 1)][1:]
    medians = {name: statistics.median(each[name] for each in rounds) for name in doors}
    for name, seconds in medians.items():
        print(f"{name:>14}: {seconds * 1e6:7.0f} us a signed request, {1 / seconds:6.0f} a second")
    ratio = medians["flask-ask-sdk"] / medians["our web door"]
    print(f"Signed requests: {ratio:.1f} times flask-ask-sdk's (aim: at least {AIM:.0f}).")


if __name__ == "__main__":
    main()
