"""Signed requests a second: our web door beside flask-ask-sdk with only its import mended.

Both answer the same signed requests with the same hello-world skill through their WSGI callables, in this
process, by turns. The neighbour keeps its own RequestVerifier and the real certvalidator: all that is changed
is the pattern with which oscrypto reads OpenSSL's version. Both trust the same file of roots (certifi's and
one made here, named by SSL_CERT_FILE, which both honour) and get the same chain without a network.

    python -m bench.signed_requests
"""

import base64
import datetime as dt
import io
import json
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

import certifi
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from cryptography.x509.verification import Store
from flask import Flask
from werkzeug.test import run_wsgi_app

from skill.web.adapter import load_skill_adapter
from skill.web.door import build_app
from skill.web.keyring import Keyring
from skill.web.trust import trusted_roots
from skill.web.verifier import SignedByAmazon

ROUNDS, BURST = 15, 40
AIM = 6.0
SKILL_ID = "amzn1.ask.skill.bench"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
NOW = dt.datetime.now(dt.UTC)

Environ = dict[str, Any]


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


class Authority:
    """A root, an intermediate and a leaf, all RSA of 2048 bits as Amazon's are."""

    def __init__(self) -> None:
        self.root_key, self.between_key, self.leaf_key = (
            rsa.generate_private_key(65537, 2048) for _ in range(3)
        )
        self.root = _certificate("Bench root", self.root_key, "Bench root", self.root_key, ca=True)
        self.between = _certificate("Bench between", self.between_key, "Bench root", self.root_key, ca=True)
        self.leaf = _certificate(
            "echo-api.amazon.com", self.leaf_key, "Bench between", self.between_key, ca=False
        )

    def chain(self) -> bytes:
        """The leaf and the intermediate, as the bucket holds them."""
        return self.leaf.public_bytes(Encoding.PEM) + self.between.public_bytes(Encoding.PEM)

    def trusted_in(self, folder: str) -> Path:
        """A file with certifi's roots and ours."""
        file = Path(folder) / "roots.pem"
        file.write_bytes(Path(certifi.where()).read_bytes() + b"\n" + self.root.public_bytes(Encoding.PEM))
        return file


def _certificate(
    subject: str, key: rsa.RSAPrivateKey, issuer: str, issuer_key: rsa.RSAPrivateKey, *, ca: bool
) -> x509.Certificate:
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in (subject, issuer)]
    usage = dict.fromkeys(
        ("content_commitment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(names[0])
        .issuer_name(names[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - dt.timedelta(days=1))
        .not_valid_after(NOW + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .add_extension(
            x509.KeyUsage(
                digital_signature=not ca, key_encipherment=not ca, key_cert_sign=ca, crl_sign=ca, **usage
            ),
            critical=True,
        )
    )
    if not ca:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName(subject)]), critical=False
        ).add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return builder.sign(issuer_key, SHA256())


def request(number: int) -> bytes:
    """An intent request of about 3 KB."""
    application, user = {"applicationId": SKILL_ID}, {"userId": "amzn1.ask.account." + "A" * 200}
    slot = {"confirmationStatus": "NONE", "source": "USER", "value": "two minutes"}
    system = {
        "application": application,
        "user": user,
        "device": {"deviceId": "amzn1.ask.device." + "B" * 170, "supportedInterfaces": {"AudioPlayer": {}}},
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": "C" * 1200,
    }
    return json.dumps(
        {
            "version": "1.0",
            "session": {
                "new": False,
                "sessionId": "s",
                "application": application,
                "user": user,
                "attributes": {},
            },
            "context": {"System": system, "AudioPlayer": {"playerActivity": "IDLE"}},
            "request": {
                "type": "IntentRequest",
                "requestId": f"amzn1.echo-api.request.{number}",
                "timestamp": NOW.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": "en-US",
                "dialogState": "COMPLETED",
                "intent": {
                    "name": "ExerciseIntent",
                    "confirmationStatus": "NONE",
                    "slots": {name: {"name": name, **slot} for name in ("theme", "who", "hands", "length")},
                },
            },
        }
    ).encode()


def environ(body: bytes, key: rsa.RSAPrivateKey) -> Environ:
    """The request as a WSGI server hands it over, all but its body's stream."""
    return {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/alexa",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8485",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_SIGNATURECERTCHAINURL": CHAIN_URL,
        "HTTP_SIGNATURE_256": base64.b64encode(key.sign(body, PKCS1v15(), SHA256())).decode(),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "body": body,
    }


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
