"""Whom the door trusts: certifi's roots, unless SSL_CERT_FILE names others."""

from pathlib import Path

import certifi
import pytest

from skill.settings import SettingsError
from skill.web.trust import roots_file, trusted_roots

from .authority import Authority, pem


def test_certifis_roots_are_trusted_unless_others_are_named() -> None:
    assert roots_file({}) == roots_file({"SSL_CERT_FILE": ""}) == Path(certifi.where())
    assert roots_file({"SSL_CERT_FILE": "/elsewhere/roots.pem"}) == Path("/elsewhere/roots.pem")
    assert len(trusted_roots(roots_file({}))) > 100


def test_a_bundle_may_hold_comments_and_a_certificate_nobody_can_read(
    tmp_path: Path, authority: Authority
) -> None:
    file = tmp_path / "roots.pem"
    odd = b"# A root\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    file.write_bytes(odd + b"# Another\n" + pem(authority.certificate))
    assert trusted_roots(file) == [authority.certificate]


@pytest.mark.parametrize("content", [None, b"", b"no certificates", b"-----BEGIN CERTIFICATE-----"])
def test_a_file_of_no_use_is_named_in_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "roots.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"^SSL_CERT_FILE [^.]+\.$"):
        trusted_roots(file)
