"""Somebody who signs requests as Amazon does, with an authority of their own."""

import base64
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import certifi
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SKILL_ID = "amzn1.ask.skill.bench"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
NOW = dt.datetime.now(dt.UTC)

Environ = dict[str, Any]


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
