"""Frames for saying something: heard in steps, tried out alone, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import ClassVar

from msgspec import Struct

from skill.domain.exercise.step import SETTLING, STANDARD
from skill.domain.expectation import Expectation
from skill.domain.line import Line, Rest, Spoken


class Frame(Struct, frozen=True):
    """One way to begin saying something; its words are phrases of their own."""

    id: str
    rests: tuple[int, ...]
    """Seconds of quiet after each step, to try it out."""
    heard: tuple[str, ...] = ()
    """Words that tell it from the others in what somebody wants to say."""

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """All of it, the quiet included; nothing is asked."""
        return tuple(self._spoken())

    def _spoken(self) -> Iterator[Spoken]:
        yield from (self._line("intro"), Rest(SETTLING))
        for step, rest in enumerate(self.rests, start=1):
            yield from (self._line(f"step.{step}"), Rest(rest))
        yield self._line("closing")

    def _line(self, part: str) -> Line:
        return Line(f"frame.{self.id}.{part}", pace=STANDARD)


class WhichFrame(Expectation, frozen=True):
    """Somebody wants to say something; a thank-you, an ask, or that it is harder is expected."""

    KEY: ClassVar[str] = "which_frame"


class WhichHarderFrame(Expectation, frozen=True):
    """It is something harder; which of the three is expected."""

    KEY: ClassVar[str] = "which_harder_frame"


def frame_in(frames: Sequence[Frame], words: str) -> Frame | None:
    """The frame for what somebody wants to say, by the first word that tells; None where none does."""
    said = f" {words.casefold().removeprefix('to ')} "
    found = (
        (at, -len(word), frame)
        for frame in frames
        for word in frame.heard
        if (at := said.find(f" {word} ")) >= 0
    )
    return min(found, key=itemgetter(0, 1), default=(0, 0, None))[2]


def frame_of(frames: Sequence[Frame], wanted: str | None) -> Frame | None:
    """The frame of an id, or None."""
    return next((frame for frame in frames if frame.id == wanted), None)
