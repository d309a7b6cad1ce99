"""A typed sentence becomes what a voice service would have made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Protocol

from skill.domain.distress import Distress
from skill.domain.turn import Heard, Slot
from skill.speaker.sessions import Elicited

LONGEST = 1000
"""Characters that are heard of a sentence, at its beginning and at its end."""
FALLBACK = "AMAZON.FallbackIntent"
_ALWAYS = {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.NavigateHomeIntent"}
_LEAVING = {"exit", "quit"}
_ENDING = _ALWAYS - {"AMAZON.HelpIntent"}


class Ears(Protocol):
    """What the device hears with: the very models the cloud gets."""

    def hear(self, words: str, locale: str, today: date) -> Heard | None:
        """The intent and slots of a sentence, or None."""

    def invocation(self, words: str) -> tuple[bool, str]:
        """Whether the skill was called by its name, and what was asked of it."""

    def whole(self, words: str, locale: str, today: date) -> Heard | None:
        """The intent that the words are, fillers aside."""

    def distress(self, words: str) -> Distress | None:
        """Danger or fear anywhere in the words."""


class Beside(Enum):
    """What a sentence can be instead of an intent."""

    LAUNCH = auto()
    LEAVING = auto()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heard."""

    meant: Heard | Beside
    invoked: bool = False
    """Whether the skill was called by its name, which opens a new session."""
    elicited: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """Hears sentences on one day, in one locale."""

    ears: Ears
    locale: str
    today: date

    def hear(self, text: str, elicited: Elicited | None = None) -> Sentence:
        """What a sentence is, given what the skill has just asked for."""
        words = spoken(text)
        invoked, rest = self.ears.invocation(words)
        if invoked:
            return Sentence(self._intent(rest) if rest.strip() else Beside.LAUNCH, invoked=True)
        if words.lower() in _LEAVING:
            return Sentence(Beside.LEAVING)
        if elicited:
            return self._filling(words, elicited)
        return Sentence(self._intent(words))

    def yes_or_no(self, text: str) -> bool | None:
        """The answer to the device's own question; None when it is neither."""
        whole = self.ears.whole(spoken(text), self.locale, self.today)
        return {"AMAZON.YesIntent": True, "AMAZON.NoIntent": False}.get(whole.intent if whole else "")

    def ending(self, text: str) -> bool:
        """Whether it ends whatever is going on: somebody's safety is at stake, or it is a stop."""
        words = spoken(text)
        if self.ears.distress(words) is not None or words.lower() in _LEAVING:
            return True
        whole = self.ears.whole(words, self.locale, self.today)
        return whole is not None and whole.intent in _ENDING

    def _intent(self, words: str) -> Heard:
        return self.ears.hear(words, self.locale, self.today) or Heard(FALLBACK)

    def _filling(self, words: str, elicited: Elicited) -> Sentence:
        whole = self.ears.whole(words, self.locale, self.today)
        if whole and whole.intent in _ALWAYS:
            return Sentence(whole)
        slots = {elicited.slot: Slot(words.lower())}
        return Sentence(Heard(elicited.intent, slots), elicited=True)


def spoken(text: str) -> str:
    """A typed sentence as speech recognition gives it: words, without marks between them."""
    straight = text.replace("\u2019", "'").replace("\u2018", "'")
    words = " ".join(re.sub(r"[^\w\s':%-]|(?<!\d):(?!\d)", " ", straight).split())
    return words or " ".join(text.split())
