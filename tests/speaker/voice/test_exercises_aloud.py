"""Every exercise spoken by the voice that is always there, step by step beside its own clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import BREATH, SLOWER, STANDARD
from skill.library import LOCALES, Library
from skill.speaker.ssml import parts
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import RATE, SaidText, Sound, Style, Words
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.timekeeping import GIVES
from skill.speech import Speech

LIBRARY = Library.english()
WITHIN = 0.5
"""Seconds by which a step may begin beside its second."""
BREATHING = BREATH + GIVES + 0.05
"""A quiet that is longer is a rest."""
HEARD = 0.03
"""Seconds of a word's first or last sound that may be nothing but zeros."""
VOICES = {"en-CA": "en-US", "en-AU": "en-GB", "en-IN": "en-GB"}
"""The locales that speak with another one's voice."""
Samples = NDArray[np.int16]


@dataclass
class Remembering:
    """The offline voice, asked once for the same words in the same voice."""

    name: str = "remembering"
    _said: dict[tuple[str, Style], Sound] = field(default_factory=dict)

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        locale = VOICES.get(style.locale, style.locale)
        key = (words.words, Style(locale, style.rate, style.whisper, style.emphasis))
        if key not in self._said:
            self._said[key] = b"".join(Espeak().speak(words, style))
        yield self._said[key]


@dataclass(frozen=True)
class Part:
    """What is given in one go, as a page hears it."""

    exercise: Exercise
    start: int
    pace: int
    samples: Samples

    @property
    def seconds(self) -> list[float]:
        """When each step begins by the clock."""
        steps = [self.exercise.steps[step] for step in self.exercise.part(self.start)]
        return list(accumulate((step.seconds(self.pace) for step in steps[:-1]), initial=0.0))

    @property
    def spans(self) -> list[tuple[float, float]]:
        """From the first word after a rest to the last before the next."""
        loud = np.flatnonzero(self.samples)
        ends = np.flatnonzero(np.diff(loud) > BREATHING * RATE)
        return list(zip(loud[[0, *(ends + 1)]] / RATE, loud[[*ends, -1]] / RATE, strict=True))

    @property
    def rests(self) -> list[tuple[float, float]]:
        """Each rest as it is heard, and as it was said."""
        steps = [self.exercise.steps[step] for step in self.exercise.part(self.start)]
        heard = [after - before for (_, before), (after, _) in pairwise(self.spans)]
        return list(zip(heard, (step.quiet(self.pace) for step in steps), strict=False))


def heard_on_page(
    exercise: Exercise,
    locale: str,
    pace: int,
    voice: Voice | None = None,
    *,
    start: int = 0,
    softly: bool = False,
) -> Part:
    """One part of an exercise."""
    ssml = Speech(LIBRARY, None).render(exercise.spoken(start, pace), locale, softly=softly)
    sound = b"".join((voice or Voice(Espeak())).render(parts(f"<speak>{ssml}</speak>"), locale))
    return Part(exercise, start, pace, np.frombuffer(sound, dtype="<i2"))


def given(voice: Voice, locale: str, pace: int, *, softly: bool = False) -> list[Part]:
    """Every part of every exercise."""
    return [
        heard_on_page(exercise, locale, pace, voice, start=start, softly=softly)
        for exercise in LIBRARY.exercises
        for start in starts(exercise)
    ]


def starts(exercise: Exercise) -> list[int]:
    """Where it begins, and where it goes on after each question."""
    return [0] + [step + 1 for step in range(exercise.closing) if exercise.steps[step].stops]


def farthest(of: Sequence[Part]) -> float:
    """By how many seconds a step begins too early or too late, at most."""
    return max(
        abs(began - second)
        for part in of
        for (began, _), second in zip(part.spans, part.seconds, strict=True)
    )


@pytest.fixture(scope="module")
def remembering() -> Remembering:
    return Remembering()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_step_of_every_exercise_begins_at_its_second(locale: str, remembering: Remembering):
    assert farthest(given(Voice(remembering), locale, STANDARD)) <= WITHIN


@pytest.mark.parametrize(("locale", "pace", "softly"), [("en-GB", SLOWER, False), ("en-US", STANDARD, True)])
def test_slowly_and_softly_too(locale: str, pace: int, softly: bool, remembering: Remembering):  # noqa: FBT001 - a row of the table above
    whole = given(Voice(remembering), locale, pace, softly=softly)
    assert farthest(whole) <= WITHIN
    assert all(abs(heard - said) <= GIVES + HEARD for part in whole for heard, said in part.rests)


def test_a_whole_exercise_lasts_two_minutes(remembering: Remembering):
    tracks = [part for part in given(Voice(remembering), "en-GB", STANDARD) if part.exercise.is_track]
    assert len(tracks) == 28
    for part in tracks:
        assert 105 <= part.samples.size / RATE <= 135
        lasts = part.exercise.seconds(0, STANDARD)
        assert part.samples.size / RATE == pytest.approx(lasts, abs=1.5)


@dataclass
class Faraway:
    """A voice from elsewhere: the offline one's words a little quicker, at its own pace alone."""

    quicker: float
    name: str = "faraway"
    asked: list[tuple[str, float]] = field(default_factory=list)

    def speak(self, words: FixedText, style: Style) -> Iterator[Sound]:
        self.asked.append((words.words, style.rate))
        yield b"".join(Espeak().speak(SaidText(words.words), Style(style.locale, self.quicker)))


@pytest.mark.parametrize("quicker", [0.95, 1.05, 1.15])
def test_the_online_voice_is_brought_to_the_clock_on_its_sound(quicker: float):
    online = Faraway(quicker)
    ours = [exercise for exercise in LIBRARY.exercises if exercise.id in ("P01", "P21", "P24")]
    assert (
        farthest([heard_on_page(each, "en-US", STANDARD, Voice(Espeak(), online)) for each in ours]) <= WITHIN
    )
    assert {rate for _, rate in online.asked} == {1.0}
    assert len(set(online.asked)) == len(online.asked)
