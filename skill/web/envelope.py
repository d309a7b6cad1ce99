"""What a request says of itself: when it was made, and for which skill."""

from datetime import datetime
from typing import Any

import msgspec

from skill.web.refusal import Reason, RefusedError

TOLERANCE = 150.0
EVENT_TOLERANCE = 3600.0
EVENTS = frozenset(
    f"AlexaSkillEvent.{name}"
    for name in (
        "SkillEnabled",
        "SkillDisabled",
        "SkillPermissionChanged",
        "SkillPermissionAccepted",
        "SkillAccountLinked",
    )
)


class _Application(msgspec.Struct, frozen=True, rename="camel"):
    application_id: str


class _System(msgspec.Struct, frozen=True):
    application: _Application


class _Context(msgspec.Struct, frozen=True, rename={"system": "System"}):
    system: _System


class _Session(msgspec.Struct, frozen=True):
    application: _Application | None = None


class _Request(msgspec.Struct, frozen=True):
    type: str
    timestamp: str | int | float


class _Envelope(msgspec.Struct, frozen=True):
    context: _Context
    request: _Request
    session: _Session | None = None


def read(body: bytes) -> dict[str, Any]:
    """The JSON object in these bytes, read strictly: UTF-8, no NaN, no endless nesting, nothing behind it."""
    try:
        document = msgspec.json.decode(body)
    except (ValueError, RecursionError) as error:
        raise RefusedError(Reason.BODY) from error
    if not isinstance(document, dict):
        raise RefusedError(Reason.BODY)
    return document


def rewritten(document: dict[str, Any]) -> bytes:
    """The document in our own spelling, so that the skill reads what was checked and nothing else."""
    try:
        return msgspec.json.encode(document)
    except (ValueError, OverflowError, RecursionError) as error:
        raise RefusedError(Reason.BODY) from error


def check(document: dict[str, Any], skill_id: str, now: datetime) -> None:
    """Refuse a request that was not made now, or not for this skill."""
    try:
        envelope = msgspec.convert(document, _Envelope)
        age = _age(envelope.request.timestamp, now)
    except (ValueError, OverflowError) as error:
        raise RefusedError(Reason.BODY) from error
    if age > (EVENT_TOLERANCE if envelope.request.type in EVENTS else TOLERANCE):
        raise RefusedError(Reason.STALE)
    if _skills(envelope) != {skill_id}:
        raise RefusedError(Reason.FOREIGN)


def _age(timestamp: str | float, now: datetime) -> float:
    """Seconds between a timestamp (ISO with its offset, or milliseconds since 1970) and now, either way."""
    if not isinstance(timestamp, str):
        return abs(now.timestamp() - timestamp / 1000)
    moment = datetime.fromisoformat(timestamp)
    if moment.tzinfo is None:
        raise ValueError
    return abs((now - moment).total_seconds())


def _skills(envelope: _Envelope) -> set[str]:
    """The ids of the skills this request says it is for: one, if all is well."""
    ids = {envelope.context.system.application.application_id}
    if envelope.session and envelope.session.application:
        ids.add(envelope.session.application.application_id)
    return ids
