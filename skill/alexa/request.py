"""What came in: Alexa's request, as a Turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from skill.alexa.attributes import progress_of, progress_of_token
from skill.alexa.envelope import part, text
from skill.alexa.slots import slots_of
from skill.alexa.tracks import BUTTONS, EVENTS, has_player, outcome_of, player_of
from skill.domain.progress import Progress
from skill.domain.turn import Kind, Turn

REMINDERS = "alexa::alerts:reminders:skill:readwrite"
LOCALE = "en-US"
NOT_UNDERSTOOD = "AMAZON.FallbackIntent"
ANSWERS = frozenset({"ACCEPTED", "DENIED", "NOT_ANSWERED"})
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)

Clock = Callable[[], datetime]
KINDS = {
    "LaunchRequest": Kind.LAUNCH,
    "IntentRequest": Kind.INTENT,
    "SessionEndedRequest": Kind.ENDED,
    "AlexaSkillEvent.SkillDisabled": Kind.DISABLED,
}


def turn_of(envelope: object, clock: Clock, *, sounds: bool = False) -> Turn:
    """Any JSON value as a Turn; never raises.

    Args:
        envelope: the request.
        clock: tells the time where the request does not, UTC.
        sounds: whether there are sounds for a device to fetch.
    """
    request, session = part(envelope, "request"), part(envelope, "session")
    kind = _kind(request)
    return Turn(
        kind=kind,
        household=_household(envelope),
        at=_moment(request.get("timestamp")) or clock(),
        locale=text(request.get("locale")) or LOCALE,
        intent=_intent(kind, request),
        slots=slots_of(part(request, "intent", "slots")) if kind is Kind.INTENT else {},
        person=text(part(envelope, "context", "System", "person").get("personId")) or None,
        progress=_progress(kind, request, session),
        new=session.get("new") is True,
        may_remind=_may_remind(envelope),
        outcome=_outcome(kind, request),
        persisted=kind is Kind.DISABLED and _persisted(request),
        device=text(part(envelope, "context", "System", "device").get("deviceId")),
        plays=sounds and has_player(envelope),
        player=player_of(envelope),
    )


def _kind(request: Mapping[str, Any]) -> Kind:
    name = text(request.get("type"))
    if name == "Connections.Response" and request.get("name") == "AskFor":
        return Kind.PERMISSION
    if name.startswith(EVENTS):
        return Kind.PLAYBACK
    return Kind.BUTTON if name in BUTTONS else KINDS.get(name, Kind.EVENT)


def _household(envelope: object) -> str:
    """The account's id: events have no session, so the context is asked first."""
    in_context = text(part(envelope, "context", "System", "user").get("userId"))
    return in_context or text(part(envelope, "session", "user").get("userId"))


def _intent(kind: Kind, request: Mapping[str, Any]) -> str:
    if kind is Kind.BUTTON:
        return BUTTONS[text(request.get("type"))]
    return (text(part(request, "intent").get("name")) or NOT_UNDERSTOOD) if kind is Kind.INTENT else ""


def _progress(kind: Kind, request: Mapping[str, Any], session: Mapping[str, Any]) -> Progress:
    """What was under way; the permission prompt's answer has it in its token: it comes without a session."""
    kept = progress_of(session.get("attributes"))
    if kind is not Kind.PERMISSION:
        return kept
    sent = progress_of_token(request.get("token"))
    return sent if sent.state else kept


def _outcome(kind: Kind, request: Mapping[str, Any]) -> str:
    if kind is Kind.ENDED:
        return text(request.get("reason"))
    if kind is Kind.PLAYBACK:
        return outcome_of(request)
    if kind is not Kind.PERMISSION:
        return ""
    answer = text(part(request, "payload").get("status"))
    answered = text(part(request, "status").get("code")) == "200" and answer in ANSWERS
    return answer if answered else "ERROR"


def _persisted(request: Mapping[str, Any]) -> bool:
    """Only the plain word that nothing is to be kept counts: nothing is deleted by a misunderstanding."""
    return part(request, "body").get("userInformationPersistenceStatus") != "NOT_PERSISTED"


def _may_remind(envelope: object) -> bool:
    permissions = part(envelope, "context", "System", "user", "permissions") or part(
        envelope, "session", "user", "permissions"
    )
    scopes = part(permissions, "scopes")
    if REMINDERS in scopes:
        return bool(part(scopes, REMINDERS).get("status") == "GRANTED")
    return bool(text(permissions.get("consentToken")))


def _moment(stamp: object) -> datetime | None:
    """A timestamp (ISO with its offset, or milliseconds since 1970), UTC; None if it is none of our days."""
    written = text(stamp)
    try:
        if isinstance(stamp, str) and not written.isdecimal():
            moment = datetime.fromisoformat(written)
            moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        else:
            moment = EPOCH + timedelta(milliseconds=float(written))
    except (ValueError, OverflowError):
        return None
    return moment if EARLIEST <= moment < LATEST else None
