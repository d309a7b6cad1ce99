"""A bucket on this machine, reached as a well-behaved client reaches the real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .authority import Authority, pem
from .bucket import Bucket, bucket

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority.root()


@pytest.fixture
def roots(tmp_path: Path, authority: Authority) -> Path:
    """The file of roots that trusts the authority and nobody else."""
    file = tmp_path / "roots.pem"
    file.write_bytes(pem(authority.certificate))
    return file


@pytest.fixture
def s3(tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """The bucket, behind HTTPS_PROXY."""
    with bucket(tmp_path, authority) as opened:
        for name in PROXIES:
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv("HTTPS_PROXY", opened.proxy)
        yield opened
