"""A chain is fetched within seconds, within bounds, and from the address that was asked for."""

import threading
from pathlib import Path

import pytest

from skill.web.download import AT_ONCE, LARGEST, Downloader
from skill.web.refusal import Reason, RefusedError

from .authority import Authority
from .bucket import Bucket, bucket, reply

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
SHORT = 0.4


def refusal(download: Downloader, url: str = URL) -> Reason:
    with pytest.raises(RefusedError) as caught:
        download(url)
    return caught.value.reason


def test_the_file_is_fetched_through_the_proxy(s3: Bucket, roots: Path) -> None:
    s3.script = s3.holding(b"a chain")
    assert Downloader(roots)(URL) == b"a chain"
    assert len(s3.tunnels) == 1
    assert s3.tunnels[0].startswith("CONNECT s3.amazonaws.com:443 ")
    assert s3.asked == ["/echo.api/echo-api-cert.pem"]


def test_a_proxy_that_wants_a_password_gets_it(
    s3: Bucket, roots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", s3.proxy.replace("http://", "http://us:open%20sesame@"))
    s3.script = s3.holding(b"a chain")
    assert Downloader(roots)(URL) == b"a chain"
    assert "proxy-authorization: basic dxm6b3blbibzzxnhbwu=" in s3.tunnels[0].lower()


def test_a_file_as_large_as_allowed_is_fetched_and_a_byte_more_is_not(s3: Bucket, roots: Path) -> None:
    s3.script = s3.holding(b"x" * LARGEST)
    assert len(Downloader(roots)(URL)) == LARGEST
    s3.script = s3.holding(b"x" * (LARGEST + 1))
    assert refusal(Downloader(roots)) is Reason.UNREACHABLE


def test_a_file_without_a_length_is_limited_too(s3: Bucket, roots: Path) -> None:
    s3.script = s3.sending([b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65536] * 4])
    assert refusal(Downloader(roots)) is Reason.UNREACHABLE


def test_a_redirect_is_not_followed(s3: Bucket, roots: Path) -> None:
    for status in ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"):
        s3.script = s3.holding(b"look there", status, f"Location: {URL}-elsewhere")
        assert refusal(Downloader(roots)) is Reason.UNREACHABLE
    assert set(s3.asked) == {"/echo.api/echo-api-cert.pem"}


@pytest.mark.parametrize(
    "status", ["403 Forbidden", "404 Not Found", "500 Oops", "503 Slow Down", "206 Partial"]
)
def test_only_a_whole_file_counts(s3: Bucket, roots: Path, status: str) -> None:
    s3.script = s3.holding(b"something", status)
    assert refusal(Downloader(roots)) is Reason.UNREACHABLE


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        reply(b""),
    ],
)
def test_a_broken_answer_is_a_refusal(s3: Bucket, roots: Path, answer: bytes) -> None:
    s3.script = s3.sending([answer])
    assert refusal(Downloader(roots)) is Reason.UNREACHABLE


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("", b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"),
        ("", b"HTTP/1.1 200 OK\r\nX-Slow: "),
        ("", b""),
        ("handshake", b"\x16\x03\x03\x40\x00"),
        ("tunnel", b"HTTP/1.1 200 "),
    ],
)
def test_a_host_that_trickles_is_left_in_time_and_hung_up_on(
    s3: Bucket, roots: Path, before: str, start: bytes
) -> None:
    s3.script = s3.trickling(start, before=before)
    assert refusal(Downloader(roots, seconds=SHORT)) is Reason.UNREACHABLE
    assert s3.hung_up.wait(15)


def test_a_host_that_says_nothing_is_left_in_time(s3: Bucket, roots: Path) -> None:
    release = threading.Event()

    def script(_: object) -> None:
        release.wait(20)

    s3.script = script
    try:
        assert refusal(Downloader(roots, seconds=SHORT)) is Reason.UNREACHABLE
    finally:
        release.set()


def test_a_host_that_is_not_there_is_a_refusal(
    roots: Path, s3: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    assert refusal(Downloader(roots)) is Reason.UNREACHABLE
    assert s3.asked == []


def test_a_host_that_another_root_vouches_for_is_not_believed(
    s3: Bucket, roots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    with bucket(tmp_path / "other", Authority.root("Another root")) as other:
        other.script = other.holding(b"a chain")
        monkeypatch.setenv("HTTPS_PROXY", other.proxy)
        assert refusal(Downloader(roots)) is Reason.UNREACHABLE
    assert s3.asked == other.asked == []


def test_a_host_with_another_name_is_not_believed(
    s3: Bucket, roots: Path, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    with bucket(tmp_path / "other", authority, name="s3.example.com") as other:
        other.script = other.holding(b"a chain")
        monkeypatch.setenv("HTTPS_PROXY", other.proxy)
        assert refusal(Downloader(roots)) is Reason.UNREACHABLE
    assert s3.asked == other.asked == []


def test_no_more_than_a_few_are_fetched_at_once(s3: Bucket, roots: Path) -> None:
    release, arrived = threading.Event(), threading.Semaphore(0)

    def script(_: object) -> None:
        arrived.release()
        release.wait(20)

    s3.script = script
    download = Downloader(roots, seconds=10)
    outcomes: list[Reason] = []
    threads = [threading.Thread(target=lambda: outcomes.append(refusal(download))) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for _ in threads:
        assert arrived.acquire(timeout=15)
    assert refusal(download) is Reason.BUSY
    release.set()
    for thread in threads:
        thread.join()
    assert outcomes == [Reason.UNREACHABLE] * AT_ONCE
    s3.script = s3.holding(b"a chain")
    assert download(URL) == b"a chain"
