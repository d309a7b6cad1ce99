"""Who is let in: a request that Amazon signed, now, for this skill. The checks are in Amazon's own order."""

import base64
import os
from dataclasses import dataclass, field
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import Store

from skill.web.chain import canonical_url
from skill.web.download import Downloader
from skill.web.envelope import check, read, rewritten
from skill.web.keyring import Clock, Keyring, wall_clock
from skill.web.refusal import Reason, RefusedError
from skill.web.trust import roots_file, trusted_roots

CHAIN_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
LONGEST_SIGNATURE = 2048


class Headers(Protocol):
    """The headers of a request, found by name in any case."""

    def get(self, key: str) -> str | None:
        """The value of a header, or None."""


class Verifier(Protocol):
    """Decides over a request."""

    def admit(self, headers: Headers, body: bytes) -> bytes:
        """The body the skill may read; raises RefusedError for any other request."""


@dataclass(frozen=True, slots=True)
class SignedByAmazon:
    """Lets in what Amazon signed for this skill within the last moments."""

    skill_id: str
    keyring: Keyring
    clock: Clock = field(default=wall_clock)

    def admit(self, headers: Headers, body: bytes) -> bytes:
        """The body, if its signature (over the exact bytes), its time and its skill are right."""
        url = canonical_url(headers.get(CHAIN_HEADER) or "")
        signature = _signature(headers)
        try:
            self.keyring.key(url).verify(signature, body, PKCS1v15(), SHA256())
        except InvalidSignature as error:
            raise RefusedError(Reason.SIGNATURE) from error
        document = read(body)
        check(document, self.skill_id, self.clock())
        return rewritten(document)


class Anyone:
    """Lets in every request that is JSON: for trying things out, and only behind --insecure."""

    def admit(self, headers: Headers, body: bytes) -> bytes:  # noqa: ARG002 - nobody is asked for a signature
        """The body, if it is a JSON object."""
        return rewritten(read(body))


def signed_by_amazon(skill_id: str) -> SignedByAmazon:
    """The verifier of a real door: chains from Amazon, checked against the trusted roots of this machine.

    Raises:
        SettingsError: SSL_CERT_FILE names no usable file.
    """
    file = roots_file(os.environ)
    roots = Store(trusted_roots(file))
    return SignedByAmazon(skill_id, Keyring(roots, Downloader(file)))


def _signature(headers: Headers) -> bytes:
    """The signature's bytes. `Signature`, the older SHA-1 form that is still sent, counts for nothing."""
    text = headers.get(SIGNATURE_HEADER) or ""
    if not 0 < len(text) <= LONGEST_SIGNATURE:
        raise RefusedError(Reason.HEADERS)
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise RefusedError(Reason.HEADERS) from error
