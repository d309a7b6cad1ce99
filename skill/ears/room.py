"""All that is listened with in one locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from skill.domain.turn import Heard
from skill.ears.fillers import stripped, without_hesitation, without_repeats
from skill.ears.likeness import Likeness, likeness
from skill.ears.readings import readings
from skill.ears.sentences import Sentences, sentences
from skill.ears.spelling import Said, hearing

LONGEST = 60
"""Words of a sentence; in more nobody asks for anything, though an answer may have them."""


@dataclass(frozen=True, slots=True)
class Room:
    """One locale's samples, and what is like them."""

    locale: str
    sentences: Sentences
    likeness: Likeness

    def whole(self, said: Said, today: date) -> Heard | None:
        """The intent these words are, with no more than fillers around it."""
        return self._plainly(said, today, "whole_")

    def hear(self, said: Said, today: date) -> Heard | None:
        """The intent these words are, or nearly are."""
        heard = self._plainly(said, today, "")
        if heard or len(said.words) > LONGEST:
            return heard
        *_, least = self._stripped(without_repeats(said), "") or [said]
        return self.likeness.nearest(least, readings(least, self.locale, today))

    def _plainly(self, said: Said, today: date, how: str) -> Heard | None:
        if len(said.words) > LONGEST:
            return self.sentences.carried(said)
        exact = hearing("sentences")["to_the_letter"]
        for sentence in dict.fromkeys((said, without_repeats(said))):
            for each in self._stripped(sentence, how):
                heard = self.sentences.match(each, readings(each, self.locale, today))
                closings = exact["intents"].get(heard.intent) if heard else None
                if heard and (closings is None or each in self._to_the_letter(sentence, closings)):
                    return heard
        return None

    def _to_the_letter(self, said: Said, closings: str) -> list[Said]:
        """What is left without courtesies: "maybe" and "no" are none, nor is "love" after "I'm in"."""
        exact = hearing("sentences")["to_the_letter"]
        return list(stripped(without_hesitation(said), exact["openings"], exact[closings]))

    def _stripped(self, said: Said, how: str) -> list[Said]:
        known = hearing("sentences")
        return list(stripped(without_hesitation(said), known[f"{how}openings"], known[f"{how}closings"]))


def room(model: Mapping[str, Any], locale: str) -> Room:
    """The room of a locale, from its composed model."""
    known = sentences(model)
    return Room(locale, known, likeness(model, known.types))
