"""An exercise read aloud on its own clock: every step begins when the spoken form reckons that it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audio.waves import RATE, Wave, from_pcm
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import BREATH, STANDARD, Step
from skill.domain.line import Line
from skill.speaker.voice.fitting import Paces, in_time
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Sound, Style
from skill.speech import Phrases, Speech

Say = Callable[[str, float], Sound]
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

    def say(words: str, rate: float) -> Sound:
        return b"".join(engine.speak(FixedText(words), Style(locale, rate)))

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
    spoken = in_time(
        lambda pace: [say(words, pace) for words in said],
        lasting - breaths - step.quiet(STANDARD),
        Paces(),
    )
    voices = [from_pcm(sound) for sound in spoken]
    begins = accumulate((voice.size / RATE + BREATH for voice in voices[:-1]), initial=start)
    passages = tuple(Passage(at, voice) for at, voice in zip(begins, voices, strict=True))
    return ReadStep(start, start + lasting, passages)
