"""A voice that hums, so that a test knows every sample of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

import numpy as np

from skill.speaker.voice.port import RATE, Sound, Style, Words
from tests.browser.kitchen import PATIENCE

EXERCISE = 'Sit down. <break time="4s"/>Breathe out. <break time="10s"/><break time="2s"/>All done.'
TONE = (8000 * np.sin(np.arange(RATE) * 2 * np.pi * 440 / RATE)).astype("<i2")
"""A second."""


@dataclass
class Humming:
    """A voice that hums for a second, whatever the words; before some of them it waits to be told."""

    name: str = "humming"
    waits: str = ""
    may: Event = field(default_factory=Event)

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        _ = style
        if words.words == self.waits:
            self.may.wait(PATIENCE)
        yield TONE.tobytes()
