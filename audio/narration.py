"""An exercise read aloud on its own clock: every step begins when the spoken form reckons that it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audio.waves import RATE, Wave, from_pcm
from skill.domain.exercise.exercise import BREATH, STANDARD, Exercise, Step
from skill.domain.line import Line
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Style
from skill.speech import Phrases, Speech

USUAL = STANDARD / 100
SLOWEST, FASTEST = 0.8, 1.1
"""Beside the voice's own pace: how far a step may differ from the usual before it drags or hurries.

No words are read faster than the clock has them, at 142 a minute: what is read at more than the usual pace
has long words, or gaps between its sentences, that take the time away.
"""
NEAR_ENOUGH = 0.1
"""Seconds by which a step's words may miss their time before another pace is tried."""
TRIES = 4

Say = Callable[[str, float], Wave]
"""Words at a pace (1.0 is the voice's own) as sound."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words, and the second at which they begin."""

    at: float
    voice: Wave

    @property
    def until(self) -> float:
        """The second at which they are over."""
        return self.at + self.voice.size / RATE


@dataclass(frozen=True, slots=True)
class ReadStep:
    """A step of the exercise, read; its quiet lasts until the next begins."""

    at: float
    ends: float
    passages: tuple[Passage, ...]


def read_aloud(
    exercise: Exercise, locale: str, phrases: Phrases, engine: Engine[FixedText]
) -> list[ReadStep]:
    """The whole exercise in a locale, step by step.

    Raises:
        Unreachable: when the engine cannot speak now.
    """
    lasting = [step.seconds(STANDARD) for step in exercise.steps]
    starts = accumulate(lasting, initial=0.0)

    def say(words: str, rate: float) -> Wave:
        return from_pcm(b"".join(engine.speak(FixedText(words), Style(locale, rate))))

    return [
        _read(texts(step, locale, phrases), step, start, say)
        for step, start in zip(exercise.steps, starts, strict=False)
    ]


def texts(step: Step, locale: str, phrases: Phrases) -> list[str]:
    """What is said in a step, phrase by phrase, in the very words of the spoken form."""
    speech = Speech(phrases)
    return [speech.words(Line(key), locale) for key in step.phrases]


def _read(said: Sequence[str], step: Step, start: float, say: Say) -> ReadStep:
    breaths = BREATH * (len(said) - 1)
    lasting = step.seconds(STANDARD)
    voices = _in_time(said, lasting - breaths - step.quiet(STANDARD), say)
    begins = accumulate((voice.size / RATE + BREATH for voice in voices[:-1]), initial=start)
    passages = tuple(Passage(at, voice) for at, voice in zip(begins, voices, strict=True))
    return ReadStep(start, start + lasting, passages)


def _in_time(said: Sequence[str], seconds: float, say: Say) -> list[Wave]:
    """The words at the pace at which they last as long as the clock reckons, within bounds."""
    rate = USUAL
    for _ in range(TRIES):
        voices = [say(words, rate) for words in said]
        lasted = sum(voice.size for voice in voices) / RATE
        better = min(FASTEST, max(SLOWEST, rate * lasted / seconds))
        if abs(lasted - seconds) < NEAR_ENOUGH or better == rate:
            break
        rate = better
    return voices
