"""Weighs a sentence by what was learnt from examples, with the patterns as evidence; fear first.

Learnt by `make danger-model`: a linear machine for each kind, and a judge over their scores.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, json

from skill.domain.distress import Distress
from skill.ears.danger.features import features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skill.ears.danger import ByPatterns

LEARNT = Path(__file__).parents[2] / "locales" / "en" / "danger" / "learnt"
KINDS = (
    Distress.SELF_HARM,
    Distress.FOR_ANOTHER,
    Distress.EMERGENCY,
    Distress.RAGE,
    Distress.SCARY_THOUGHT,
    Distress.PSYCHOSIS,
    Distress.FEAR,
    None,
)
LOUD = KINDS[:-2]
MARK = 4
"""Bytes of a mark, the lowest first."""
GRAVE = 0.5
"""The likelihood that is enough where the patterns heard that a life is in danger."""
ALOUD = 0.25
"""The share of fear that makes it quiet where the patterns heard a life in danger and nobody accused."""
Chances = tuple[float, float, float]
"""How likely it is harmless, fear and danger; together 1."""


class Judge(Struct, frozen=True):
    """What the learning found out about weighing scores."""

    steps: tuple[float, ...]
    """What one unit of a weight is worth, by kind."""
    biases: tuple[float, ...]
    """Where each kind begins."""
    rows: tuple[tuple[float, ...], ...]
    """Weights of the evidence: for harmless, fear and danger."""
    alarm: float
    """From which likelihood of danger or fear, of 1, something is said."""
    fearful: float
    """From which share of fear in that likelihood the reply is quiet."""
    sentences: str
    """The digest of what was learnt from."""


class Scorer(Struct, frozen=True):
    """What was learnt, ready to weigh."""

    known: memoryview
    """The marks of what was learnt, in order."""
    weights: tuple[memoryview, ...]
    """For each kind a signed byte for each of them."""
    judge: Judge

    def scores(self, said: Sequence[str]) -> list[float]:
        """How like each kind of `KINDS` the words are: 1 is like it, -1 unlike."""
        marks = features(said)
        length, places = sqrt(len(marks)), list(self._places(marks))
        learnt = zip(self.weights, self.judge.steps, self.judge.biases, strict=True)
        return [sum(map(units.__getitem__, places)) * step / length + bias for units, step, bias in learnt]

    def _places(self, marks: Sequence[int]) -> Iterator[int]:
        """Where what is known of the marks, which are in order, stands among all that is known."""
        place, count = 0, len(self.known)
        for mark in marks:
            place = bisect_left(self.known, mark, place)
            if place == count:
                return
            if self.known[place] == mark:
                yield place

    def heard(self, said: Sequence[str], by_patterns: ByPatterns) -> Distress | None:
        """What the words are, with what the patterns took them for as one piece of evidence."""
        scores = self.scores(said)
        chances = likelihoods(self.judge.rows, evidence(scores, by_patterns))
        if not is_heard(chances, by_patterns, self.judge.alarm):
            return None
        if is_quiet(chances, by_patterns, self.judge.fearful):
            return Distress.FEAR
        if by_patterns.answer in LOUD:
            return by_patterns.answer
        return max(zip(scores, LOUD, strict=False), key=lambda scored: scored[0])[1]


def is_heard(chances: Chances, by_patterns: ByPatterns, alarm: float) -> bool:
    """Whether danger or fear is likely enough for something to be said."""
    if by_patterns.certain or by_patterns.plain or by_patterns.feared:
        return True
    return 1 - chances[0] >= (min(alarm, GRAVE) if by_patterns.grave else alarm)


def is_quiet(chances: Chances, by_patterns: ByPatterns, fearful: float) -> bool:
    """Whether so much of it is fear that nothing may be said of it."""
    if by_patterns.feared:
        return True
    _, fear, danger = chances
    least = max(fearful, ALOUD) if by_patterns.aloud else fearful
    return not by_patterns.certain and fear >= least * (fear + danger)


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """What was learnt; read once, when first needed."""
    learnt = memoryview((LEARNT / "weights.bin").read_bytes())
    count = len(learnt) // (MARK + len(KINDS))
    known, units = learnt[: MARK * count].cast("I"), learnt[MARK * count :].cast("b")
    weights = tuple(units[at * count : (at + 1) * count] for at in range(len(KINDS)))
    return Scorer(known, weights, json.decode((LEARNT / "judge.json").read_bytes(), type=Judge))


def evidence(scores: Sequence[float], by_patterns: ByPatterns) -> tuple[float, ...]:
    """What the judge weighs."""
    danger, (fear, harmless) = max(scores[:-2]), scores[-2:]
    alarm, fearful = max(danger, fear) - harmless, fear - danger
    loud, quiet = float(by_patterns.answer in LOUD), float(by_patterns.answer is Distress.FEAR)
    told = (
        loud,
        quiet,
        float(by_patterns.grave),
        loud * alarm,
        quiet * alarm,
        loud * fearful,
        quiet * fearful,
    )
    return (1.0, *scores, danger, alarm, fearful, *told)


def likelihoods(rows: Sequence[Sequence[float]], seen: Sequence[float]) -> Chances:
    """How likely it is harmless, fear and danger; together 1."""
    sums = [sum(weight * each for weight, each in zip(row, seen, strict=True)) for row in rows]
    harmless, fear, danger = (exp(each - max(sums)) for each in sums)
    total = harmless + fear + danger
    return harmless / total, fear / total, danger / total
