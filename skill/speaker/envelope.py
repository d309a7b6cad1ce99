"""Alexa's request envelope, as the cloud behind a real Echo builds it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from skill.domain.turn import Heard, Slot

Json = dict[str, Any]
ACCOUNT = "amzn1.ask.account.HOLDING-HANDS-SPEAKER"
DEVICE = "amzn1.ask.device.HOLDING-HANDS-SPEAKER"
PEOPLE = {"first": "amzn1.ask.person.SPEAKER-FIRST", "second": "amzn1.ask.person.SPEAKER-SECOND"}
LOCAL_SKILL = "amzn1.ask.skill.holding-hands-speaker"


@dataclass(frozen=True, slots=True)
class Device:
    """This speaker as the skill sees it: the same household for as long as the folder is kept."""

    endpoint: str
    """Where its device services answer."""
    skill: str = LOCAL_SKILL
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """Opens the device services; new with every start."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a request is sent with, beside itself."""

    at: datetime
    locale: str
    speaker: str = ""
    """Whose voice it is: first, second, or empty when nobody was recognised."""
    grants: Mapping[str, str] = field(default_factory=dict)
    player: Json | None = None
    """How the device's player stands; None when it has nothing to play."""
    plays: bool = False
    """Whether it can be heard where the request comes from."""


def launch() -> Json:
    """The skill was opened by its name alone."""
    return {"type": "LaunchRequest"}


def intent(heard: Heard, skill: str, dialog: str | None = None) -> Json:
    """A sentence was understood."""
    slots = {name: _slot(name, slot, skill) for name, slot in heard.slots.items()}
    body: Json = {"name": heard.intent, "confirmationStatus": "NONE", "slots": slots}
    request: Json = {"type": "IntentRequest", "intent": body}
    return request | ({"dialogState": dialog} if dialog else {})


def ended(reason: str, fault: str | None = None) -> Json:
    """The session is over and may not be answered."""
    request: Json = {"type": "SessionEndedRequest", "reason": reason}
    error = {"type": fault, "message": "The response could not be played."}
    return request | ({"error": error} if fault else {})


def permission_answer(scope: str, status: str, token: str) -> Json:
    """What the household answered to the device's own permission prompt."""
    return {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "token": token,
        "payload": {"permissionScope": scope, "status": status},
    }


def pressed(button: str) -> Json:
    """A button of the player was pressed."""
    return {"type": f"PlaybackController.{button}CommandIssued"}


def envelope(request: Json, session: Json | None, device: Device, around: Surroundings) -> Json:
    """The whole of what is sent; what a player tells belongs to no session."""
    belongs = {"application": {"applicationId": device.skill}, "user": _user(around)}
    player = {} if around.player is None else {"AudioPlayer": around.player}
    return {
        "version": "1.0",
        **({} if session is None else {"session": session | belongs}),
        "context": {"System": _system(device, around)} | player,
        "request": request
        | {
            "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
            "timestamp": around.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "locale": around.locale,
        },
    }


def _system(device: Device, around: Surroundings) -> Json:
    system: Json = {
        "application": {"applicationId": device.skill},
        "user": _user(around),
        "device": {"deviceId": DEVICE, "supportedInterfaces": {"AudioPlayer": {}} if around.plays else {}},
        "apiEndpoint": device.endpoint,
        "apiAccessToken": device.token,
    }
    person = PEOPLE.get(around.speaker)
    return system | ({"person": {"personId": person}} if person else {})


def _user(around: Surroundings) -> Json:
    scopes = {scope: {"status": status} for scope, status in around.grants.items()}
    return {"userId": ACCOUNT} | ({"permissions": {"scopes": scopes}} if scopes else {})


def _slot(name: str, slot: Slot, skill: str) -> Json:
    row: Json = {"name": name, "value": slot.words, "confirmationStatus": "NONE", "source": "USER"}
    if slot.id is None:
        return row
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.{skill}.{name.capitalize()}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": slot.words, "id": slot.id}}],
    }
    return row | {"resolutions": {"resolutionsPerAuthority": [authority]}}
