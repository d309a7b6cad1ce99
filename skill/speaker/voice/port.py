"""What an engine of the voice is: words of a kind it may hear, and their sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from skill.speaker.ssml import Emphasis
from skill.speaker.voice.fixed import FixedText

RATE = 24_000
"""Samples a second, everywhere."""
WHISPERED = 0.9
"""The pace of a whisper beside that of the same words aloud."""
Sound = bytes
"""Mono 16-bit little-endian samples at RATE, without a header."""


@dataclass(frozen=True, slots=True)
class SaidText:
    """Words that may hold a name, an answer, a booking or a time: only for an engine on this machine."""

    words: str


Words = FixedText | SaidText
"""What is to be spoken: a sentence, or a few."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are spoken."""

    locale: str = "en-US"
    rate: float = 1.0
    """1.0 is the pace of the skill's rules, 150 words a minute."""
    whisper: bool = False
    emphasis: Emphasis = ""


class Unreachable(Exception):  # noqa: N818 - it is an answer, not a fault
    """An engine can't speak now; another one has to."""


Heard_contra = TypeVar("Heard_contra", bound=Words, contravariant=True)


class Engine(Protocol[Heard_contra]):
    """Makes sound of words; an `Engine[FixedText]` may send them away, an `Engine[Words]` never does."""

    @property
    def name(self) -> str:
        """Which engine, which release and which settings: what a sound is kept under."""

    def speak(self, words: Heard_contra, style: Style) -> Iterator[Sound]:
        """The sound, piece by piece, without quiet before it or after it.

        Raises:
            Unreachable: when this engine can't speak these words now.
        """
