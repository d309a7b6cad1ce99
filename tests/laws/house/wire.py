"""The way of every turn: in as Alexa's JSON, through the edge, and out as the bytes that leave the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from skill.alexa.edge import AlexaEdge
from skill.alexa.request import REMINDERS
from skill.domain.line import Line
from skill.domain.progress import Progress
from skill.domain.reply import Reply
from skill.domain.turn import Kind, Slot, Turn
from skill.reminders.access import Access
from skill.speaker.answer import answer_to
from skill.speaker.application import _row
from skill.speech import Speech

Json = dict[str, Any]
Take = Callable[[Turn], tuple[Reply, Progress]]
TYPES = {
    Kind.LAUNCH: "LaunchRequest",
    Kind.INTENT: "IntentRequest",
    Kind.ENDED: "SessionEndedRequest",
    Kind.PERMISSION: "Connections.Response",
}


class Session(msgspec.Struct, frozen=True):
    """What a platform keeps of an open conversation: whatever the skill gave it, and nothing else."""

    attributes: Json = {}
    token: str = ""
    """Of the permission prompt that stands open."""


class Passed(msgspec.Struct, frozen=True):
    """One request and its answer, on both sides of the edge."""

    turn: Turn
    reply: Reply
    progress: Progress
    out: bytes
    """All that leaves."""

    @property
    def orders(self) -> Sequence[Mapping[str, Any]]:
        """What the device is told to do beside speaking and listening."""
        orders: Sequence[Mapping[str, Any]] = msgspec.json.decode(self.out)["response"].get("directives", ())
        return orders

    @property
    def session(self) -> Session | None:
        """The conversation as the platform has it from now on; None where it ended."""
        left = msgspec.json.decode(self.out)
        sent = [row for row in left["response"].get("directives", ()) if "SendRequest" in row["type"]]
        if sent:
            return Session(token=sent[0]["token"])
        open_ = left["response"].get("shouldEndSession") is False
        return Session(left.get("sessionAttributes", {})) if open_ else None


class Edge:
    """The Alexa edge, with the one who takes the turns behind it."""

    def __init__(self, speech: Speech) -> None:
        self._edge = AlexaEdge(self._taking, speech, (Line("apology.sorry"),))

    def send(self, envelope: Json, take: Take) -> Passed:
        """One request through it."""
        self._take = take
        self._broken: Exception | None = None
        response = self._edge.respond(msgspec.json.decode(msgspec.json.encode(envelope)))
        if self._broken:
            raise self._broken
        return Passed(self._turn, *self._taken, msgspec.json.encode(response))

    def _taking(self, turn: Turn, _access: Access) -> tuple[Reply, Progress]:
        self._turn = turn
        try:
            self._taken = self._take(turn)
        except Exception as broken:
            self._broken = broken
            raise
        return self._taken


def envelope_of(turn: Turn, session: Session) -> Json:
    """A request as the platform would send it."""
    user = {"userId": turn.household, "permissions": {"scopes": {REMINDERS: {"status": _granted(turn)}}}}
    person = {"person": {"personId": turn.person}} if turn.person else {}
    before = {"new": turn.new, "sessionId": "s", "attributes": session.attributes, "user": user}
    return {
        "version": "1.0",
        "session": before,
        "context": {"System": {"user": user, **person}},
        "request": {
            "type": TYPES[turn.kind],
            "timestamp": turn.at.isoformat(),
            "locale": turn.locale,
            **_asked(turn, session),
        },
    }


def unspoken(kind: str, user: str, at: datetime, locale: str, request: Json) -> Json:
    """A request of a type in which nobody speaks: it belongs to no conversation."""
    return {
        "version": "1.0",
        "context": {"System": {"user": {"userId": user}}},
        "request": {"type": kind, "timestamp": at.isoformat(), "locale": locale, **request},
    }


def said_on_the_speaker(out: bytes) -> Json:
    """What POST /say answers for a response, as its page gets it."""
    response = msgspec.json.decode(out)["response"]
    row: Json = msgspec.json.decode(msgspec.json.encode(_row(answer_to("s", response))))
    return row


def _granted(turn: Turn) -> str:
    return "GRANTED" if turn.may_remind else "DENIED"


def _asked(turn: Turn, session: Session) -> Mapping[str, Any]:
    match turn.kind:
        case Kind.INTENT:
            slots = {name: _slot(name, slot) for name, slot in turn.slots.items()}
            return {"intent": {"name": turn.intent, "slots": slots}}
        case Kind.ENDED:
            return {"reason": turn.outcome}
        case Kind.PERMISSION:
            code = "500" if turn.outcome == "ERROR" else "200"
            answered = {"status": {"code": code}, "payload": {"status": turn.outcome}}
            return {"name": "AskFor", "token": session.token, **answered}
    return {}


def _slot(name: str, slot: Slot) -> Json:
    row: Json = {"name": name, "value": slot.words}
    if slot.id is None:
        return row
    match = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"id": slot.id}}]}
    return row | {"resolutions": {"resolutionsPerAuthority": [match]}}
