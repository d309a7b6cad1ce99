"""Where a chain may lie, and which chains are Amazon's."""

import datetime as dt
from collections.abc import Callable

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import Store

from skill.web.chain import SigningKey, canonical_url, signing_key
from skill.web.refusal import Reason, RefusedError

from .authority import DAY, NOW, SIGNER, Authority, Leaf, pem, rsa_key, usage

CANONICAL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
S3 = "https://s3.amazonaws.com"


@pytest.mark.parametrize(
    "url",
    [
        CANONICAL,
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
        "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/other/../echo.api/./echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api//echo-api-cert.pem",
    ],
)
def test_every_spelling_of_amazons_address_is_one_address(url: str) -> None:
    assert canonical_url(url) == CANONICAL


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://notamazon.com/echo.api/echo-api-cert.pem",
        f"{S3}/EcHo.aPi/echo-api-cert.pem",
        f"{S3}/invalid.path/echo-api-cert.pem",
        f"{S3}:563/echo.api/echo-api-cert.pem",
        f"{S3}/echo.api/../x/echo-api-cert.pem",
        f"{S3}/echo.api/../../etc/passwd",
        f"{S3}/echo.api/",
        f"{S3}/echo.api",
        f"{S3}/echo.api.evil/echo-api-cert.pem",
        f"{S3}//echo.api/echo-api-cert.pem",
        f"{S3}:/echo.api/echo-api-cert.pem",
        f"{S3}:0443/echo.api/echo-api-cert.pem",
        f"{S3}:443:443/echo.api/echo-api-cert.pem",
        f"{S3}./echo.api/echo-api-cert.pem",
        f"{S3}.evil.example/echo.api/echo-api-cert.pem",
        "https://evil-s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://sub.s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://someone@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com@evil.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443@evil.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com#@evil.example/echo.api/echo-api-cert.pem",
        "https://evil.example\\@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:\\\\s3.amazonaws.com\\echo.api\\echo-api-cert.pem",
        f"{S3}/echo.api\\..\\x/echo-api-cert.pem",
        f"{S3}/echo.api/%2e%2e/x/echo-api-cert.pem",
        f"{S3}/echo.api%2fecho-api-cert.pem",
        f"{S3}/echo.api/%2e%2e%2fx/echo-api-cert.pem",
        f"{S3}/echo.api/echo-api-cert.pem?versionId=1",
        f"{S3}/echo.api/echo-api-cert.pem#part",
        f"{S3}/echo.api/echo-api-cert.pem;x",
        f"{S3}/echo.api/echo-api-cert.pem\n",
        f"{S3}/echo.api/echo-api-cert.pem\r\nHost: evil.example",
        f"{S3}/echo.api/echo-api-cert.pem\x00",
        f" {CANONICAL}",
        f"{CANONICAL} ",
        f"{CANONICAL}, {CANONICAL}",
        "https://[::1]/echo.api/echo-api-cert.pem",
        "https://[::ffff:127.0.0.1]/echo.api/echo-api-cert.pem",
        "https://127.0.0.1/echo.api/echo-api-cert.pem",
        "https://169.254.169.254/echo.api/echo-api-cert.pem",
        "https://s3.ama\u017fonaws.com/echo.api/echo-api-cert.pem",
        "http\u017f://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://\uff533.amazonaws.com/echo.api/echo-api-cert.pem",
        "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "file:///echo.api/echo-api-cert.pem",
        "ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        f"{S3}/echo.api/{'a' * 600}",
    ],
)
def test_no_other_address_is_ever_fetched(url: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        canonical_url(url)
    assert refusal.value.reason is Reason.CHAIN_URL


class World:
    """A root we trust, its intermediate, and the verdict over a chain."""

    def __init__(self) -> None:
        self.root = Authority.root()
        self.between = self.root.below()

    def verdict(self, chain: bytes, now: dt.datetime = NOW) -> SigningKey:
        return signing_key(chain, Store([self.root.certificate]), now)

    def chain(self, ask: Leaf | None = None) -> bytes:
        return pem(self.between.leaf(ask or Leaf()), self.between.certificate)


@pytest.fixture(scope="module")
def world() -> World:
    return World()


def test_a_right_chain_gives_the_leafs_key_until_its_first_certificate_expires(world: World) -> None:
    found = world.verdict(world.chain())
    assert found.key == rsa_key().public_key()
    assert found.since == NOW - 10 * DAY
    assert found.until == NOW + 90 * DAY


def test_an_intermediate_that_expires_first_ends_the_keys_time(world: World) -> None:
    between = world.root.below(until=NOW + 2 * DAY)
    found = world.verdict(pem(between.leaf(Leaf()), between.certificate))
    assert found.until == NOW + 2 * DAY


def test_the_root_at_the_end_of_the_chain_does_no_harm(world: World) -> None:
    found = world.verdict(world.chain() + pem(world.root.certificate))
    assert found.key == rsa_key().public_key()


WRONG: dict[str, Callable[[World], bytes]] = {
    "another name": lambda w: w.chain(Leaf(names=("echo-api.example.com",))),
    "a wildcard": lambda w: w.chain(Leaf(names=("*.amazon.com",))),
    "the right name only as common name": lambda w: w.chain(Leaf(names=("example.com",), common=SIGNER)),
    "an expired leaf": lambda w: w.chain(Leaf(until=NOW - dt.timedelta(seconds=1))),
    "a leaf of tomorrow": lambda w: w.chain(Leaf(since=NOW + DAY)),
    "an elliptic leaf": lambda w: w.chain(Leaf(key=ec.generate_private_key(ec.SECP256R1()))),
    "a short key": lambda w: w.chain(Leaf(key=rsa.generate_private_key(65537, 1024))),
    "no key usage": lambda w: w.chain(Leaf(usage=None)),
    "a key usage without signatures": lambda w: w.chain(Leaf(usage=usage(key_encipherment=True))),
    "a leaf for mail": lambda w: w.chain(Leaf(purpose=ExtendedKeyUsageOID.EMAIL_PROTECTION)),
    "no intermediate": lambda w: pem(w.between.leaf(Leaf())),
    "the order reversed": lambda w: pem(w.between.certificate, w.between.leaf(Leaf())),
    "a root nobody trusts": lambda _: pem((root := Authority.root()).leaf(Leaf()), root.certificate),
    "a root that borrows the name": lambda w: pem(
        (root := Authority.root(str(_common(w.root)))).leaf(Leaf()), root.certificate
    ),
    "an intermediate that is no authority": lambda w: pem(
        (between := w.root.below(ca=False)).leaf(Leaf()), between.certificate
    ),
    "an expired intermediate": lambda w: pem(
        (between := w.root.below(until=NOW - DAY)).leaf(Leaf()), between.certificate
    ),
    "a leaf that signs leaves": lambda w: pem(
        Authority(own := w.between.leaf(Leaf()), rsa_key()).leaf(Leaf(key=rsa_key("thief"))),
        own,
        w.between.certificate,
    ),
    "too many certificates": lambda w: w.chain() + pem(w.between.certificate) * 10,
    "a page": lambda _: b"<html><body>Service Unavailable</body></html>",
    "nothing": lambda _: b"",
    "half a certificate": lambda w: w.chain()[:400],
    "certificates of nothing": lambda _: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "bytes": lambda _: bytes(range(256)),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_no_other_chain_gives_a_key(world: World, wrong: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        world.verdict(WRONG[wrong](world))
    assert refusal.value.reason is Reason.CHAIN


def _common(authority: Authority) -> str | bytes:
    return authority.certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value
