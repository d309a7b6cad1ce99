"""The door as it is opened: locked, on this machine only, behind a production server."""

import datetime as dt
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask

from skill.settings import Settings, SettingsError
from skill.web.door import door, listening, serve

from .alexa import HELLO, JSON, SKILL_ID, Alexa, as_bytes, envelope, hello_world, is_hello, is_refusal
from .authority import Authority, Leaf, pem
from .bucket import Bucket


def settings(skill_id: str | None = SKILL_ID, port: int = 0, host: str = "127.0.0.1") -> Settings:
    return Settings(data=None, skill_id=skill_id, host=host, port=port)


@contextmanager
def open_door(app: Flask) -> Iterator[str]:
    """The door on a free port, served in a thread: its address."""
    server = listening(app, settings())
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"127.0.0.1:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(server.close)
        thread.join(15)
    assert not thread.is_alive()


def post(address: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
    connection = http.client.HTTPConnection(address, timeout=20)
    try:
        connection.request("POST", "/alexa", body, headers)
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())
    finally:
        connection.close()


def test_without_a_skill_id_it_does_not_open() -> None:
    with pytest.raises(SettingsError, match=r"^Set HOLDING_HANDS_SKILL_ID [^\n]+\.$"):
        serve(settings(skill_id=None), hello_world())


def test_only_insecure_opens_it_to_anyone_and_it_says_so_loudly(capsys: pytest.CaptureFixture[str]) -> None:
    locked = door(settings(), hello_world()).test_client()
    assert capsys.readouterr().err == ""
    unlocked = door(settings(skill_id=None), hello_world(), insecure=True).test_client()
    assert "INSECURE: no request is verified." in capsys.readouterr().err
    body = as_bytes(envelope(timestamp="2020-01-01T00:00:00Z"))
    assert is_refusal(locked.post("/alexa", data=body, headers=JSON))
    assert is_hello(unlocked.post("/alexa", data=body, headers=JSON))


def test_a_taken_port_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    app = door(settings(), hello_world())
    first = listening(app, settings())
    try:
        with pytest.raises(SettingsError, match=r"HOLDING_HANDS_PORT"):
            serve(settings(port=int(first.effective_port)), hello_world())
    finally:
        first.close()
        first.task_dispatcher.shutdown()
    assert capsys.readouterr().out == ""


def test_a_host_that_is_not_this_machines_is_one_sentence() -> None:
    for host in ("192.0.2.1", "no such host"):
        with pytest.raises(SettingsError, match=r"HOLDING_HANDS_HOST"):
            serve(settings(host=host), hello_world())


def test_roots_that_cannot_be_read_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(SettingsError, match="SSL_CERT_FILE"):
        serve(settings(), hello_world())


def test_a_signed_request_travels_the_whole_way(
    s3: Bucket, roots: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over HTTP, by today's clock, with the chain from behind HTTPS_PROXY, trusted through SSL_CERT_FILE."""
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    now = dt.datetime.now(dt.UTC)
    today = Leaf(since=now - dt.timedelta(days=1), until=now + dt.timedelta(days=1))
    between = authority.below()
    s3.script = s3.holding(pem(between.leaf(today), between.certificate))
    body = as_bytes(envelope(timestamp=now.isoformat()))
    headers = Alexa(authority=authority).headers(body)
    with open_door(door(settings(), hello_world())) as address:
        for _ in range(3):
            status, answer, _ = post(address, body, headers)
            assert (status, HELLO in answer.decode()) == (200, True)
        assert post(address, body + b" ", headers)[:2] == (400, b"refused\n")
    assert s3.asked == [urlsplit(headers["SignatureCertChainUrl"]).path]


def test_another_machines_roots_do_not_count(
    s3: Bucket, roots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = Authority.root()
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    now = dt.datetime.now(dt.UTC)
    today = Leaf(since=now - dt.timedelta(days=1), until=now + dt.timedelta(days=1))
    s3.script = s3.holding(pem(stranger.leaf(today), stranger.certificate))
    body = as_bytes(envelope(timestamp=now.isoformat()))
    response = (
        door(settings(), hello_world())
        .test_client()
        .post("/alexa", data=body, headers=Alexa(authority=stranger).headers(body))
    )
    assert is_refusal(response)
    assert len(s3.asked) == 1


def test_the_server_names_no_software_and_limits_what_it_reads() -> None:
    alexa = Alexa()
    body = as_bytes(envelope())
    with open_door(alexa.app) as address:
        status, answer, headers = post(address, body, alexa.headers(body))
        assert (status, HELLO in answer.decode()) == (200, True)
        assert not {"server", "via", "x-powered-by"} & {name.lower() for name in headers}
        padded = body + b" " * (200 * 1024 - len(body))
        assert post(address, padded, alexa.headers(padded))[0] == 413
        chunked = {**alexa.headers(padded), "Transfer-Encoding": "chunked"}
        assert post(address, _chunks(padded), chunked)[0] == 413
        small = {**alexa.headers(body), "Transfer-Encoding": "chunked"}
        assert post(address, _chunks(body), small)[0] == 200


def _chunks(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


def test_many_at_once_are_all_answered() -> None:
    alexa = Alexa()
    body = as_bytes(envelope())
    headers = alexa.headers(body)
    with open_door(alexa.app) as address:
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(post(address, body, headers)[0]))
            for _ in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 20
    assert len(alexa.shelf.fetched) == 1
