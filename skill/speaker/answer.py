"""What the device does with an answer: speaks, listens or is quiet."""

from __future__ import annotations

from dataclasses import dataclass, field

from skill.domain.support import HelpList
from skill.speaker.devices.player import Order
from skill.speaker.envelope import Json
from skill.speaker.ssml import Part, Say, parts, plain
from skill.speaker.words import say


@dataclass(frozen=True, slots=True)
class Speech:
    """What is spoken."""

    ssml: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def has_numbers(self) -> bool:
        """Whether a telephone number is in it."""
        return any(isinstance(part, Say) and part.spelled for part in self.parts)

    @property
    def words(self) -> str:
        """The words alone."""
        return plain(self.parts)

    def rows(self) -> list[dict[str, object]]:
        """As the page plays it."""
        return [part.row() for part in self.parts]


@dataclass(frozen=True, slots=True)
class Card:
    """What the skill shows beside its speech: an app keeps it, the page shows it until the next answer."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the device does now."""

    session: str
    speech: Speech = field(default_factory=Speech)
    reprompt: Speech = field(default_factory=Speech)
    listening: bool = False
    permission: str = ""
    """A note beside the speech, in the device's own words: the skill would like to set reminders."""
    card: Card | None = None
    help: HelpList | None = None
    """Who helps, all of it, when any number of it was spoken."""
    track: Order | None = None
    """What the player does after the speech."""


def answer_to(session: str, response: Json) -> Answer:
    """Reads a skill's response; the microphone opens only when it says so.

    Raises:
        SsmlError: when the speech is not well-formed.
    """
    listening = response.get("shouldEndSession") is False
    card = response.get("card") or {}
    return Answer(
        session,
        _speech(response.get("outputSpeech")),
        _speech((response.get("reprompt") or {}).get("outputSpeech")) if listening else Speech(),
        listening,
        say("permission.card") if card.get("type") == "AskForPermissionsConsent" else "",
        Card(card.get("title", ""), card.get("content", "")) if card.get("type") == "Simple" else None,
    )


def device_speech(key: str) -> Speech:
    """Something the device itself says."""
    ssml = f"<speak>{say(key)}</speak>"
    return Speech(ssml, tuple(parts(ssml)))


def _speech(output: Json | None) -> Speech:
    ssml = str((output or {}).get("ssml") or "")
    return Speech(ssml, tuple(parts(ssml)))
