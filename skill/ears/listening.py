"""Our own ears: what Amazon's would have made of a sentence, from the very models Amazon gets."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from skill.domain.distress import INTENTS, Distress
from skill.domain.turn import BARE, Heard

if TYPE_CHECKING:
    from skill.ears.room import Room

MODELS = Path(__file__).parents[2] / "interaction_model"
AN_ANSWER_TOO = BARE | {"CoverIntent", "RatherNotIntent"}
"""Intents that never take the place of a free answer: "I've got the kids" may be one, too."""


class Ears(Struct):
    """Hears with the composed models in a folder; each locale's is read when it is first spoken."""

    models: Path = MODELS

    @classmethod
    def english(cls) -> Ears:
        """Ears with the project's own models."""
        return cls()

    def distress(self, words: str) -> Distress | None:
        """Danger or fear anywhere in the words; needs no library and no network."""
        from skill.ears import danger  # a request without slots holds no words to look into

        return danger.distress(words, danger.phrases())

    def whole(self, words: str, locale: str, today: date) -> Heard | None:
        """The intent that the words are, fillers aside; None when they are anything more."""
        from skill.ears.spelling import hearing, said  # most requests on an Echo need no ears

        sentence = said(words)
        heard = self._room(locale).whole(sentence, today) or _for_its_manner(words)
        if heard is None or heard.intent in AN_ANSWER_TOO:
            return None
        wanted = hearing("sentences")["whole_needs"].get(heard.intent)
        return None if wanted and set(wanted).isdisjoint(sentence.words) else heard

    def hear(self, words: str, locale: str, today: date) -> Heard | None:
        """Intent and slots of a sentence; None when it is nothing the skill knows."""
        from skill.ears.spelling import said  # as above

        distress = self.distress(words)
        if distress:
            return Heard(INTENTS[distress])
        heard = self._room(locale).hear(said(words), today)
        return heard or _for_its_manner(words) or _of_an_evening(words)

    def invocation(self, words: str) -> tuple[bool, str]:
        """Whether the skill was called by its name, and what was asked of it."""
        from skill.ears import invocation  # as above

        return invocation.invocation(words)

    def _room(self, locale: str) -> Room:
        return _opened(self.models / f"{locale}.json", locale)


def _for_its_manner(words: str) -> Heard | None:
    from skill.ears.manners import manner  # as above

    intent = manner(words)
    return Heard(intent) if intent else None


def _of_an_evening(words: str) -> Heard | None:
    from skill.ears.evenings import of_an_evening  # as above

    intent = of_an_evening(words)
    return Heard(intent) if intent else None


@cache
def _opened(model: Path, locale: str) -> Room:
    """The room of a model, read once in a process however many ears there are."""
    # Danger needs none of it; the rest is loaded when it is first needed.
    from skill.ears.room import room

    return room(msgspec.json.decode(model.read_bytes()), locale)
