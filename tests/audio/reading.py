"""A voice for tests: a steady tone for each word, at the pace it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from audio.waves import times, to_pcm
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Sound, Style


@dataclass
class Reader:
    """Speaks so many seconds a word at its own pace, and remembers what it was asked for."""

    seconds: float = 0.4
    asked: list[tuple[str, float]] = field(default_factory=list)
    name: str = "tones"

    def speak(self, words: FixedText, style: Style) -> Iterator[Sound]:
        """A tone of 220 Hz."""
        self.asked.append((words.words, style.rate))
        lasting = self.seconds * len(words.words.split()) / style.rate
        yield to_pcm(np.asarray(0.3 * np.sin(2 * np.pi * 220 * times(lasting))))
