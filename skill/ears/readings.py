"""Which dates, times, lengths, numbers and names stand in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from skill.ears.dates import dates
from skill.ears.durations import durations
from skill.ears.names import names
from skill.ears.numbers import Reading, numbers
from skill.ears.spelling import Said
from skill.ears.times import times

Reader = Callable[[int], Iterable[Reading]]
"""Reads what begins at a word."""


@dataclass(frozen=True, slots=True)
class Span:
    """A slot's value at its place in a sentence."""

    start: int
    end: int
    value: str


def readings(said: Said, locale: str, today: date) -> Mapping[str, tuple[Span, ...]]:
    """All that can fill a built-in slot, by the slot's type."""
    return {
        "AMAZON.DATE": tuple(_spans(said, lambda at: dates(said.words, at, today))),
        "AMAZON.TIME": tuple(_spans(said, lambda at: times(said.words, at, locale))),
        "AMAZON.DURATION": tuple(_spans(said, lambda at: durations(said.words, at))),
        "AMAZON.NUMBER": tuple(_spans(said, lambda at: numbers(said.words, at))),
        "AMAZON.FirstName": tuple(_spans(said, lambda at: names(said, at))),
    }


def _spans(said: Said, read: Reader) -> Iterator[Span]:
    for start in range(len(said.words)):
        for value, end in read(start):
            yield Span(start, end, value)
