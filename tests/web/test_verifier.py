"""Only what Amazon signed, now, for this skill, gets in; everything else meets the same refusal."""

import datetime as dt
from typing import Any

import pytest

from skill.web.refusal import Reason, RefusedError

from .alexa import CHAIN, SKILL_ID, Alexa, as_bytes, envelope, is_hello, is_refusal
from .authority import DAY, NOW, Authority, Leaf, Signer, pem, rsa_key

EVENTS = [
    "SkillEnabled",
    "SkillDisabled",
    "SkillPermissionChanged",
    "SkillPermissionAccepted",
    "SkillAccountLinked",
]


@pytest.fixture
def alexa() -> Alexa:
    return Alexa()


def test_a_signed_request_reaches_the_skill(alexa: Alexa) -> None:
    assert is_hello(alexa.says(envelope()))


def test_header_names_count_in_any_case(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    for change in (str.lower, str.upper):
        headers = {change(name): value for name, value in alexa.headers(body).items()}
        assert is_hello(alexa.post(body, headers))


def test_every_byte_of_the_body_is_signed(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    headers = alexa.headers(body)
    for other in (body + b" ", body.replace(b"r1", b"r2"), body[:-1], b"", as_bytes(envelope(requestId="x"))):
        assert is_refusal(alexa.post(other, headers))


def test_white_space_and_order_that_amazon_signed_are_left_as_they_are(alexa: Alexa) -> None:
    assert is_hello(alexa.says(b"\n  " + as_bytes(envelope()).replace(b", ", b" ,\t") + b"\r\n"))


@pytest.mark.parametrize(
    "changed",
    [
        {"Signature_256": None},
        {"SignatureCertChainUrl": None},
        {"Signature_256": None, "SignatureCertChainUrl": None, "Signature": None},
        {"Signature_256": ""},
        {"Signature_256": "not base64!"},
        {"Signature_256": "AAAA"},
        {"Signature_256": "A" * 5000},
        {"Signature_256": "\xe9" * 344},
        {"SignatureCertChainUrl": ""},
        {"SignatureCertChainUrl": "https://127.0.0.1/echo.api/echo-api-cert.pem"},
        {"SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/elsewhere.pem"},
    ],
)
def test_a_missing_or_malformed_header_is_refused(alexa: Alexa, changed: dict[str, str | None]) -> None:
    assert is_refusal(alexa.says(envelope(), **changed))


def test_the_older_sha1_signature_counts_for_nothing(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    headers = alexa.headers(body)
    assert is_refusal(alexa.says(body, Signature_256=None))
    assert is_refusal(alexa.says(body, Signature_256=headers["Signature"]))
    assert is_hello(alexa.says(body, Signature="anything"))


def test_base64_is_read_strictly(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    right = alexa.headers(body)["Signature-256"]
    for wrong in (right + "!", "!" + right, right[:-1], right[:10] + " " + right[10:], right + "AAAA"):
        assert is_refusal(alexa.says(body, Signature_256=wrong))


def test_doubled_headers_are_refused(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    for doubled in ("SignatureCertChainUrl", "Signature-256"):
        headers = [*alexa.headers(body).items(), (doubled, alexa.headers(body)[doubled])]
        response = alexa.app.test_client().post("/alexa", data=body, headers=headers)
        assert is_refusal(response)


def test_a_signature_by_another_key_is_refused(alexa: Alexa) -> None:
    alexa.signer = Signer(rsa_key("thief"))
    assert is_refusal(alexa.says(envelope()))


def test_a_chain_that_is_not_amazons_is_refused(alexa: Alexa) -> None:
    stranger = Authority.root()
    wrong = [
        alexa.chain(Leaf(names=("echo-api.example.com",))),
        alexa.chain(Leaf(until=NOW - DAY)),
        alexa.chain(Leaf(since=NOW + DAY)),
        alexa.chain(Leaf(usage=None)),
        pem(stranger.leaf(Leaf()), stranger.certificate),
        b"<html>Service Unavailable</html>",
    ]
    for number, chain in enumerate(wrong):
        url = f"https://s3.amazonaws.com/echo.api/{number}.pem"
        alexa.shelf.held[url] = chain
        body = as_bytes(envelope())
        assert is_refusal(alexa.post(body, alexa.headers(body, url)))


def iso(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize("seconds", [-150, -149, 0, 149, 150])
def test_a_request_from_now_gets_in(alexa: Alexa, seconds: int) -> None:
    assert is_hello(alexa.says(envelope(timestamp=iso(NOW + dt.timedelta(seconds=seconds)))))


@pytest.mark.parametrize("seconds", [-151, 151, -3600, 3600, -86400, 86400 * 365])
def test_a_stale_or_future_request_is_refused(alexa: Alexa, seconds: int) -> None:
    assert is_refusal(alexa.says(envelope(timestamp=iso(NOW + dt.timedelta(seconds=seconds)))))


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("minutes", [-59, 59])
def test_a_skill_event_may_be_an_hour_late(alexa: Alexa, event: str, minutes: int) -> None:
    when = iso(NOW + dt.timedelta(minutes=minutes))
    assert alexa.says(envelope(type=f"AlexaSkillEvent.{event}", timestamp=when)).status_code == 200


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("minutes", [-61, 61])
def test_a_skill_event_later_than_an_hour_is_refused(alexa: Alexa, event: str, minutes: int) -> None:
    when = iso(NOW + dt.timedelta(minutes=minutes))
    assert is_refusal(alexa.says(envelope(type=f"AlexaSkillEvent.{event}", timestamp=when)))


@pytest.mark.parametrize(
    "kind", ["AlexaSkillEvent.Invented", "alexaskillevent.skillenabled", "IntentRequest"]
)
def test_only_the_five_events_may_be_late(alexa: Alexa, kind: str) -> None:
    assert is_refusal(alexa.says(envelope(type=kind, timestamp=iso(NOW - dt.timedelta(minutes=10)))))


MILLISECONDS = int(NOW.timestamp() * 1000)


def admitted(alexa: Alexa, timestamp: object) -> bool:
    """Whether the verifier lets this timestamp in, whatever the skill then makes of it."""
    body = as_bytes(envelope(timestamp=timestamp))
    guard = alexa.app.test_client().post("/alexa", data=body, headers=alexa.headers(body))
    return guard.status_code == 200


@pytest.mark.parametrize(
    "timestamp",
    [
        "2026-11-22T19:30:00Z",
        "2026-11-22T19:30:00.123Z",
        "2026-11-22T19:30:00+00:00",
        "2026-11-22T20:30:00+01:00",
        "2026-11-23T01:00:00+05:30",
        "2026-11-22T11:30:00-08:00",
        MILLISECONDS,
        MILLISECONDS + 149_000,
        float(MILLISECONDS),
    ],
)
def test_a_timestamp_may_have_an_offset_or_be_a_number_of_milliseconds(
    alexa: Alexa, timestamp: object
) -> None:
    assert admitted(alexa, timestamp)


@pytest.mark.parametrize(
    "timestamp",
    [
        None,
        True,
        "",
        "now",
        "2026-11-22",
        "2026-11-22T19:30:00",
        "2026-11-22T20:30:00Z",
        "2026-11-22T19:30:00+09:00",
        "2026-11-22T19:30:00+99:00",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-02-30T00:00:00Z",
        str(MILLISECONDS),
        "9" * 60_000,
        MILLISECONDS + 151_000,
        MILLISECONDS // 1000,
        0,
        -1,
        10**400,
        1e308,
        {},
        [],
        [iso(NOW)],
    ],
)
def test_any_other_timestamp_is_refused(alexa: Alexa, timestamp: object) -> None:
    assert is_refusal(alexa.says(envelope(timestamp=timestamp)))


def test_a_request_for_another_skill_is_refused(alexa: Alexa) -> None:
    strangers: list[object] = [
        "amzn1.ask.skill.theirs",
        SKILL_ID.upper(),
        SKILL_ID + " ",
        "",
        None,
        7,
        [SKILL_ID],
        {},
    ]
    for theirs in strangers:
        for place in ("context", "session"):
            assert is_refusal(alexa.says(_moved(place, theirs)))


def _moved(place: str, skill_id: object) -> dict[str, Any]:
    """The envelope with another skill's id in its context or in its session."""
    document = envelope()
    holder = document["context"]["System"] if place == "context" else document["session"]
    holder["application"] = {"applicationId": skill_id}
    return document


@pytest.mark.parametrize(
    "session", ["missing", None, {}, {"application": None}, {"new": True, "sessionId": "s"}]
)
def test_an_event_without_a_session_gets_in(alexa: Alexa, session: Any) -> None:  # noqa: ANN401 - any JSON
    document = envelope()
    del document["session"]
    if session != "missing":
        document["session"] = session
    assert alexa.says(document).status_code == 200


@pytest.mark.parametrize("part", ["context", "request"])
@pytest.mark.parametrize("value", ["missing", None, {}, [], "text", 1])
def test_a_request_without_its_parts_is_refused(alexa: Alexa, part: str, value: object) -> None:
    document = envelope()
    document[part] = value
    if value == "missing":
        del document[part]
    assert is_refusal(alexa.says(document))


RIGHT = as_bytes(envelope())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"true",
        b"42",
        b'"text"',
        b"[]",
        b"[" + RIGHT + b"]",
        b"{}",
        RIGHT[:-2],
        RIGHT + RIGHT,
        RIGHT + b"\x00",
        b"\xef\xbb\xbf" + RIGHT,
        RIGHT.decode().encode("utf-16"),
        RIGHT.replace(b"r1", b"\xff\xfe"),
        RIGHT.replace(b"r1", b"\xed\xa0\x80"),
        RIGHT.replace(b"r1", b"\\ud800x"),
        RIGHT.replace(b'"r1"', b"NaN"),
        RIGHT.replace(b'"r1"', b"Infinity"),
        RIGHT.replace(b'"r1"', b"-Infinity"),
        RIGHT.replace(b'"r1"', b"1e999"),
        RIGHT.replace(b'"r1"', b"9" * 10_000),
        RIGHT.replace(b'"r1"', b"'r1'"),
        RIGHT.replace(b'"r1"', b'"r1" /* a note */'),
        b"[" * 100_000,
        b'{"a":' * 20_000,
        RIGHT.replace(b'"r1"', b"[" * 20_000 + b"]" * 20_000),
        b"version=1.0&request=LaunchRequest",
    ],
)
def test_a_body_that_is_not_a_json_object_is_refused_though_signed(
    alexa: Alexa, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert is_refusal(alexa.says(body))
    assert Reason.BODY in caplog.text


@pytest.mark.parametrize("depth", [10, 100, 500, 900, 990])
def test_deep_nesting_never_breaks_the_door(alexa: Alexa, depth: int) -> None:
    nested = RIGHT.replace(b'"r1"', b"[" * depth + b"]" * depth)
    assert alexa.says(nested).status_code in (200, 400)


def test_the_skill_reads_the_very_values_that_were_checked(
    alexa: Alexa, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    deserialize = alexa.skill.serializer.deserialize

    def listen(payload: str, obj_type: Any) -> Any:  # noqa: ANN401 - the SDK has no types
        seen.append(payload)
        return deserialize(payload, obj_type)

    monkeypatch.setattr(alexa.skill.serializer, "deserialize", listen)
    twice = b'"applicationId": "amzn1.ask.skill.theirs", "applicationId": "amzn1.ask.skill.ours"'
    once = b'"applicationId": "amzn1.ask.skill.ours"'
    ours_last = RIGHT.replace(once, twice)
    theirs_last = RIGHT.replace(once, b", ".join(reversed(twice.split(b", "))))
    assert is_hello(alexa.says(ours_last))
    assert is_refusal(alexa.says(theirs_last))
    assert len(seen) == 1
    assert "theirs" not in seen[0]
    assert seen[0].count(SKILL_ID) == 2


def test_before_its_check_a_request_has_no_body_for_the_skill(alexa: Alexa) -> None:
    with alexa.app.test_request_context(method="POST", data=RIGHT, headers=alexa.headers(RIGHT)) as context:
        assert context.request.data == b""


def test_json_is_let_in_however_its_type_is_written(alexa: Alexa) -> None:
    body = as_bytes(envelope())
    for kind in ("application/json", "Application/JSON", "application/json; charset=utf-8"):
        assert is_hello(alexa.says(body, Content_Type=kind))


def test_a_good_chain_works_after_a_bad_download(alexa: Alexa) -> None:
    right = alexa.shelf.held[CHAIN]
    for bad in (RefusedError(Reason.UNREACHABLE), b"<html>Slow Down</html>"):
        alexa.shelf.held[CHAIN] = bad
        assert is_refusal(alexa.says(envelope()))
    alexa.shelf.held[CHAIN] = right
    assert is_hello(alexa.says(envelope()))


def test_a_key_that_expires_while_it_is_kept_is_asked_for_again(alexa: Alexa) -> None:
    assert is_hello(alexa.says(envelope()))
    alexa.now = NOW + 91 * DAY
    assert is_refusal(alexa.says(envelope(timestamp=iso(alexa.now))))
    alexa.shelf.held[CHAIN] = alexa.chain(Leaf(until=NOW + 200 * DAY))
    assert is_hello(alexa.says(envelope(timestamp=iso(alexa.now))))


def test_a_check_that_breaks_lets_nobody_in(alexa: Alexa) -> None:
    alexa.shelf.held[CHAIN] = ZeroDivisionError("surprise")
    assert is_refusal(alexa.says(envelope()))
