"""Amazon's certificate chain: where it may lie, and the key it vouches for."""

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.refusal import Reason, RefusedError

HOST = "s3.amazonaws.com"
SIGNER = "echo-api.amazon.com"
FOLDER = "/echo.api/"
LONGEST_URL = 512
MOST_CERTIFICATES = 10
SHORTEST_KEY = 2048  # bits; cryptography's policy asks this of every certificate but the leaf

# Scheme and host in any case, the path as it is. No user, query, fragment, backslash or percent sign passes.
CHAIN_URL = re.compile(r"(?i:https://s3\.amazonaws\.com)(?::443)?(/[A-Za-z0-9._~/-]+)", re.ASCII)

UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    VerificationError,
    x509.DuplicateExtension,
    x509.ExtensionNotFound,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """Amazon's key, and the time in which every certificate that vouches for it is valid."""

    key: RSAPublicKey
    since: datetime
    until: datetime

    def good_at(self, now: datetime) -> bool:
        """Whether the whole path is valid at this moment."""
        return self.since <= now <= self.until


def canonical_url(text: str) -> str:
    """A chain's address in our own spelling: the sender's text is neither fetched nor remembered."""
    written = CHAIN_URL.fullmatch(text) if len(text) <= LONGEST_URL else None
    path = posixpath.normpath(written[1]) if written else ""
    if not path.startswith(FOLDER):
        raise RefusedError(Reason.CHAIN_URL)
    return f"https://{HOST}{path}"


def signing_key(pem: bytes, roots: Store, now: datetime) -> SigningKey:
    """The key of the chain's first certificate, if it leads to a trusted root and may sign for Alexa."""
    try:
        leaf, *others = x509.load_pem_x509_certificates(pem)
        path = _path(leaf, others, roots, now)
        key = _key(leaf)
    except UNREADABLE as error:
        raise RefusedError(Reason.CHAIN) from error
    since = max(certificate.not_valid_before_utc for certificate in path)
    until = min(certificate.not_valid_after_utc for certificate in path)
    return SigningKey(key, since, until)


def _path(
    leaf: x509.Certificate, others: list[x509.Certificate], roots: Store, now: datetime
) -> list[x509.Certificate]:
    if len(others) >= MOST_CERTIFICATES:
        raise RefusedError(Reason.CHAIN)
    policy = PolicyBuilder().store(roots).time(now)
    return policy.build_server_verifier(x509.DNSName(SIGNER)).verify(leaf, others)


def _key(leaf: x509.Certificate) -> RSAPublicKey:
    """The leaf's key: RSA, for digital signatures, for the signer's very name (a wildcard is not enough)."""
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    named = SIGNER in (name.lower() for name in names.get_values_for_type(x509.DNSName))
    key = leaf.public_key()
    if named and usage.digital_signature and isinstance(key, RSAPublicKey) and key.key_size >= SHORTEST_KEY:
        return key
    raise RefusedError(Reason.CHAIN)
