"""What is read without a rest, and how long the clock of an exercise reckons for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from skill.domain.exercise.step import BREATH, WORDS_A_MINUTE
from skill.speaker.ssml import Pause
from skill.speaker.voice.fitting import FASTEST, SLOWEST, USUAL, Paces
from skill.speaker.voice.plan import Spoken, Step
from skill.speaker.voice.port import WHISPERED, Style

APART = 0.01
"""Between two paces that are tried: sounds are kept by their pace, and are to be found again."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words, gaps and breaths, and the seconds of rest after them."""

    steps: tuple[Step, ...]
    rest: float = 0.0

    @property
    def is_reckoned(self) -> bool:
        """Whether a clock has it: all that one has is read more slowly than at the voice's own pace."""
        styles = self._styles
        return bool(styles) and all(style.rate < 1 for style in styles)

    @property
    def seconds(self) -> float:
        """How long its words and breaths last by the clock."""
        words = (_reckoned(step) for step in self.steps if isinstance(step, Spoken))
        breaths = (step.milliseconds for step in self.steps if isinstance(step, Pause))
        return sum(words) + sum(breaths) / 1000

    @property
    def paces(self) -> Paces:
        """The pace it was meant for, and those not too far from it; a whisper may be as fast as a voice."""
        style = self._styles[0]
        meant, slower = style.rate / USUAL, WHISPERED if style.whisper else 1.0
        return Paces(style.rate, meant * SLOWEST, meant * FASTEST / slower, APART)

    def at(self, pace: float) -> list[Step]:
        """Its steps at another pace."""
        return [at_pace(step, pace) for step in self.steps]

    def parted(self) -> list[Run]:
        """Up to its first sentence, and what follows that, if anything does."""
        head = next((n for n, step in enumerate(self.steps, 1) if isinstance(step, Spoken)), 0)
        parts = (self.steps[:head], self.steps[head:])
        return [Run(steps) for steps in parts if steps]

    @property
    def _styles(self) -> list[Style]:
        return [step.style for step in self.steps if isinstance(step, Spoken)]


def runs(steps: Sequence[Step]) -> Iterator[Run]:
    """Steps taken apart at every quiet that is longer than a breath."""
    begun: list[Step] = []
    for step in steps:
        if isinstance(step, Pause) and step.milliseconds > 1000 * BREATH:
            yield Run(tuple(begun), step.milliseconds / 1000)
            begun = []
        else:
            begun.append(step)
    yield Run(tuple(begun))


def at_pace(step: Step, pace: float) -> Step:
    """The same words at another pace."""
    return replace(step, style=replace(step.style, rate=pace)) if isinstance(step, Spoken) else step


def _reckoned(spoken: Spoken) -> float:
    """How long words last by the clock, which counts whole words a minute."""
    a_minute = WORDS_A_MINUTE * round(100 * spoken.style.rate) // 100
    return len(spoken.words.words.split()) * 60 / a_minute
