"""A small skill that stands in for the real one: it plays what it is given and remembers what it was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from skill.domain.distress import Distress
from skill.domain.support import HelpList
from skill.domain.turn import Heard, Slot
from skill.library import Library

Json = dict[str, Any]
PHRASES = {
    "check in": "CheckInIntent",
    "stop": "AMAZON.StopIntent",
    "cancel": "AMAZON.CancelIntent",
    "go home": "AMAZON.NavigateHomeIntent",
    "help": "AMAZON.HelpIntent",
    "yes": "AMAZON.YesIntent",
    "no": "AMAZON.NoIntent",
    "pause": "AMAZON.PauseIntent",
    "skip": "SkipIntent",
    "start a two minute exercise": "ExerciseIntent",
    "remind me": "RemindMeIntent",
}
NAME = "holding hands"


class StandInEars:
    """Knows a handful of sentences by heart."""

    def hear(self, words: str, locale: str, today: date) -> Heard | None:
        _ = locale
        if words.lower() == "book tomorrow":
            return Heard("BookAloneTimeIntent", {"day": Slot((today + timedelta(days=1)).isoformat())})
        if words.lower() == "for grandma":
            return Heard("CoverIntent", {"helper": Slot("nana", "grandma")})
        intent = PHRASES.get(words.lower().replace("-", " "))
        return Heard(intent) if intent else None

    def whole(self, words: str, locale: str, today: date) -> Heard | None:
        return self.hear(words, locale, today)

    def distress(self, words: str) -> Distress | None:
        return Distress.SELF_HARM if "want to die" in words else None

    def invocation(self, words: str) -> tuple[bool, str]:
        low = words.lower().removeprefix("alexa ")
        for opening in (f"open {NAME}", f"ask {NAME} for", f"ask {NAME}"):
            if low.startswith(opening):
                return True, low.removeprefix(opening).strip()
        return False, words


def ssml(words: str) -> Json:
    return {"type": "SSML", "ssml": f"<speak>{words}</speak>"}


def ask(words: str, reprompt: str = "Still there?", attributes: Json | None = None, **extra: object) -> Json:
    response = {"outputSpeech": ssml(words), "reprompt": {"outputSpeech": ssml(reprompt)}}
    return {
        "version": "1.0",
        "sessionAttributes": attributes or {},
        "response": response | {"shouldEndSession": False} | extra,
    }


def close(words: str, **extra: object) -> Json:
    return {"version": "1.0", "response": {"outputSpeech": ssml(words), "shouldEndSession": True} | extra}


def digits(number: str) -> str:
    return f'<say-as interpret-as="digits">{number}</say-as>'


def nothing() -> Json:
    return {"version": "1.0", "response": {}}


def hand_over(token: str = "state") -> Json:
    directive = {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "1",
            "permissionScope": "alexa::alerts:reminders:skill:readwrite",
        },
        "token": token,
    }
    return {"version": "1.0", "sessionAttributes": {"lost": 1}, "response": {"directives": [directive]}}


def elicit(words: str) -> Json:
    directive = {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": "answer",
        "updatedIntent": {
            "name": "AnswerIntent",
            "confirmationStatus": "NONE",
            "slots": {"answer": {"name": "answer", "confirmationStatus": "NONE"}},
        },
    }
    return ask(words, directives=[directive])


Says = Json | Callable[[Json], Json]


@dataclass
class StandIn:
    """Answers by intent or request type; remembers every envelope."""

    answers: Mapping[str, Says] = field(default_factory=dict)
    ears: StandInEars = field(default_factory=StandInEars)
    heard: list[Json] = field(default_factory=list)
    nights: int = 0

    def respond(self, envelope: Json) -> Json:
        self.heard.append(envelope)
        request = envelope["request"]
        key = request["intent"]["name"] if request["type"] == "IntentRequest" else request["type"]
        answer = self.answers.get(key, nothing())
        return answer(envelope) if callable(answer) else answer

    def help_list(self, household: str, locale: str) -> HelpList:
        _ = household
        return Library.english().help_list(locale[-2:])

    def night(self) -> None:
        self.nights += 1

    @property
    def last(self) -> Json:
        return self.heard[-1]

    @property
    def kinds(self) -> list[str]:
        return [envelope["request"]["type"] for envelope in self.heard]


@dataclass
class Hands:
    """A clock that moves when it is told to."""

    at: datetime = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)
