"""A step of an exercise: words, then quiet, and the clock by which both last."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from skill.domain.line import Line, Rest, Spoken

WORDS_A_MINUTE = 150
"""A voice at its own speed; 142 at the standard pace."""
STANDARD = 95
"""Percent: the usual complaint about voices is that they hurry."""
SLOWER = 85
SETTLING = 2
"""Seconds of quiet after the opening and after the closing."""
BREATH = 1
"""Seconds of quiet between two things that are said in one step."""


def saying(words: int, pace: int) -> float:
    """Seconds, about, that so many words last at a pace in percent."""
    return words * 60 / (WORDS_A_MINUTE * pace // 100)


class Step(Struct, frozen=True):
    """Some words, then quiet."""

    phrases: tuple[str, ...]
    """Keys, as the library knows them."""
    words: int
    """How many words the phrases have, a gate's question among them."""
    rest: int
    """Seconds at the standard pace."""
    gate: str | None = None
    """The key of a question that has to be answered before the next step."""
    consent: bool = False
    """Whether each of the two has to say again that they are in before the next step."""

    @property
    def stops(self) -> bool:
        """Whether something is asked after it."""
        return self.consent or self.gate is not None

    def quiet(self, pace: int) -> int:
        """The rest at a pace, in seconds: slower also means a quarter longer."""
        return self.rest * 5 // 4 if pace < STANDARD else self.rest

    def seconds(self, pace: int) -> float:
        """How long words and rest last at a pace; listening is not counted."""
        breaths = BREATH * (len(self.phrases) - 1)
        return saying(self.words, pace) + breaths + self.quiet(pace)

    def spoken(self, pace: int, unsaid: str | None = None) -> Iterator[Spoken]:
        """What it says, phrase by phrase, and its quiet; one phrase may be left out."""
        *before, last = (key for key in self.phrases if key != unsaid)
        for key in before:
            yield from (Line(key, pace=pace), Rest(BREATH))
        yield from (Line(last, pace=pace), Rest(self.quiet(pace)))
