"""A small real certificate authority: a root, an intermediate, and whatever leaf a test needs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SIGNER = "echo-api.amazon.com"
NOW = dt.datetime(2026, 11, 22, 19, 30, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
FAR_OFF = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(name: str = "leaf") -> rsa.RSAPrivateKey:  # noqa: ARG001 - one key a name
    return rsa.generate_private_key(65537, 2048)


def usage(**allowed: bool) -> x509.KeyUsage:
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{name: allowed.get(name, False) for name in names})


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def pem(*certificates: x509.Certificate) -> bytes:
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


def private_pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@dataclass(frozen=True)
class Authority:
    """One certificate that can issue others."""

    certificate: x509.Certificate
    key: Key

    @classmethod
    def root(cls, common: str = "A root for tests", key: Key | None = None) -> "Authority":
        key = key or ec.generate_private_key(ec.SECP256R1())
        builder = _builder(name(common), name(common), key.public_key(), LONG_AGO, FAR_OFF)
        return cls(_as_authority(builder, key.public_key(), key.public_key()).sign(key, hashes.SHA256()), key)

    def below(self, *, ca: bool = True, until: dt.datetime = FAR_OFF, key: Key | None = None) -> "Authority":
        """An intermediate; with `ca` false a certificate that may not issue anything."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        subject = name("An intermediate for tests")
        builder = _builder(subject, self.certificate.subject, key.public_key(), LONG_AGO, until)
        builder = _as_authority(builder, key.public_key(), self.key.public_key(), ca=ca)
        return Authority(builder.sign(self.key, hashes.SHA256()), key)

    def leaf(self, ask: "Leaf") -> x509.Certificate:
        public = ask.key.public_key()
        builder = _builder(name(ask.common), self.certificate.subject, public, ask.since, ask.until)
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = builder.add_extension(identifier, critical=False)
        names = x509.SubjectAlternativeName([x509.DNSName(each) for each in ask.names])
        builder = builder.add_extension(names, critical=False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([ask.purpose]), critical=False)
        if ask.usage:
            builder = builder.add_extension(ask.usage, critical=True)
        return builder.sign(self.key, hashes.SHA256())


@dataclass(frozen=True)
class Leaf:
    """What to put into a leaf; as it stands, one that is right for Alexa."""

    names: tuple[str, ...] = (SIGNER,)
    since: dt.datetime = NOW - 10 * DAY
    until: dt.datetime = NOW + 90 * DAY
    usage: x509.KeyUsage | None = field(
        default_factory=lambda: usage(digital_signature=True, key_encipherment=True)
    )
    purpose: x509.ObjectIdentifier = ExtendedKeyUsageOID.SERVER_AUTH
    key: Key = field(default_factory=rsa_key)
    common: str = SIGNER


@dataclass(frozen=True)
class Signer:
    """Signs as Amazon does, with the key of a leaf."""

    key: rsa.RSAPrivateKey = field(default_factory=rsa_key)

    def sign(self, body: bytes, algorithm: Callable[[], hashes.HashAlgorithm] = hashes.SHA256) -> bytes:
        return self.key.sign(body, PKCS1v15(), algorithm())


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    since: dt.datetime,
    until: dt.datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
    )


def _as_authority(
    builder: x509.CertificateBuilder,
    public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    issuer: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    *,
    ca: bool = True,
) -> x509.CertificateBuilder:
    signs = usage(key_cert_sign=True, crl_sign=True) if ca else usage(digital_signature=True)
    return (
        builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(signs, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)
    )
