"""Learns what danger, fear and harmless words sound like: `make danger-model`.

The same sentences give the same weights. Linear support vector machines over features weighted by their
naive Bayes ratio (Wang and Manning, 2012), and a logistic regression that judges the sentences of one hand
by machines that never met that hand. With `--check` only the figures are printed: each hand, heard by what
was learnt from all others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import json
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from learning.examples import Example, digest, examples
from learning.machines import Floats, machines, matrix, step_of
from skill.domain.distress import Distress
from skill.ears.danger import ByPatterns, by_patterns, phrases, tokens
from skill.ears.danger.features import features
from skill.ears.danger.scorer import KINDS, LEARNT, LOUD, Judge, evidence, is_heard, is_quiet, likelihoods

TABLES = 8
"""The hands sit at so many tables; a hand is heard by what was learnt at the others."""
KNOWN = 5.0
"""What a sentence counts that is said here for certain: what can be asked, what was once heard wrongly."""
PULL = 3.0
"""The judge's C."""
FALSE_ALARMS = 0.025
"""The share of harmless sentences, of hands never met, that may alarm."""
FEARFUL = 0.05
"""From which share of fear, among danger and fear, the reply is quiet: a loud word may do more harm."""


class Learning:
    """The examples with what is known of them before anything is learnt."""

    def __init__(self, learnt_from: Sequence[Example]) -> None:
        """Reads and spells the examples."""
        self.all = learnt_from
        self.said = [tokens(example.words, phrases()) for example in self.all]
        self.patterns = [by_patterns(said, phrases()) for said in self.said]
        self.kinds = np.array([KINDS.index(example.kind) for example in self.all])
        self.marks, self.rows = matrix([features(said) for said in self.said])
        self.hands = np.array([example.hand for example in self.all])
        self.fresh = np.array([example.fresh for example in self.all])
        sits_at = {hand: at % TABLES for at, hand in enumerate(sorted(set(self.hands[self.fresh])))}
        self.tables = np.array([sits_at.get(hand, TABLES) for hand in self.hands])

    def machines(self, left_out: int | None = None) -> tuple[Floats, Floats]:
        """The weights (feature, kind) and the biases of what is learnt from all tables but one."""
        used = np.flatnonzero(self.tables != left_out)
        return machines(self.rows[used], self.kinds[used], np.where(self.fresh[used], 1.0, KNOWN))

    def crossed(self) -> Floats:
        """The scores (fresh sentence, kind) by what was learnt without its own hand."""
        scores = np.zeros((len(self.all), len(KINDS)))
        for table in range(TABLES):
            weights, biases = self.machines(table)
            at = np.flatnonzero(self.tables == table)
            scores[at] = self.rows[at] @ weights + biases
        return np.asarray(scores[self.fresh])

    @property
    def told(self) -> list[ByPatterns]:
        """What the patterns made of the fresh sentences."""
        return [each for each, fresh in zip(self.patterns, self.fresh, strict=True) if fresh]

    @property
    def truths(self) -> NDArray[np.int_]:
        """Of the fresh sentences: harmless (0), fear (1) or danger (2)."""
        return np.array([truth(example.kind) for example in self.all if example.fresh])


def judges(seen: Sequence[tuple[float, ...]], truths: NDArray[np.int_]) -> tuple[tuple[float, ...], ...]:
    """The weights of the evidence, whose first column is always 1."""
    learnt = LogisticRegression(C=PULL, max_iter=3000).fit(np.array(seen)[:, 1:], truths)
    rows = np.column_stack([learnt.intercept_, learnt.coef_])
    return tuple(tuple(round(float(weight), 4) for weight in row) for row in rows)


def truth(kind: Distress | None) -> int:
    """What the judge calls a kind."""
    return 2 if kind in LOUD else int(kind is Distress.FEAR)


def alarm(chances: Floats, truths: NDArray[np.int_]) -> float:
    """From which likelihood no more than `FALSE_ALARMS` of the harmless alarm."""
    harmless = np.sort(1 - chances[truths == 0, 0])[::-1]
    return round(float(harmless[int(FALSE_ALARMS * len(harmless))]), 3)


def report(learning: Learning, scores: Floats) -> Iterator[str]:
    """Each hand, heard by machines and a judge that never met it."""
    hands, tables = learning.hands[learning.fresh], learning.tables[learning.fresh]
    seen, truths = seen_in(learning, scores), learning.truths
    chances = np.zeros((len(truths), 3))
    for table in range(TABLES):
        rows = judges([seen[at] for at in np.flatnonzero(tables != table)], truths[tables != table])
        for at in np.flatnonzero(tables == table):
            chances[at] = likelihoods(rows, seen[at])
    least = alarm(chances, truths)
    pairs = [((a, b, c), told) for (a, b, c), told in zip(chances.tolist(), learning.told, strict=True)]
    alarmed = np.array([is_heard(each, told, least) for each, told in pairs])
    quiet = np.array([is_quiet(each, told, FEARFUL) for each, told in pairs])
    for hand in (*sorted(set(hands)), "all"):
        of = (hands == hand) | (hand == "all")
        harmless, fear, danger = (of & (truths == each) for each in range(3))
        helped, closed = alarmed & ~quiet, alarmed & quiet
        yield (
            f"{hand:<8} danger helped {helped[danger].mean():.3f}, quiet {closed[danger].mean():.3f}; "
            f"fear closed quietly {closed[fear].mean():.3f}, loud {helped[fear].mean():.3f}; "
            f"false alarms {alarmed[harmless].mean():.3f}\n"
        )


def seen_in(learning: Learning, scores: Floats) -> list[tuple[float, ...]]:
    """What the judge weighs, of each fresh sentence."""
    pairs = zip(scores.tolist(), learning.told, strict=True)
    return [evidence(each, by_patterns) for each, by_patterns in pairs]


def main() -> None:
    """Prints the figures of hands never met and writes what was learnt."""
    learning = Learning(examples())
    scores = learning.crossed()
    sys.stdout.writelines(report(learning, scores))
    if "--check" in sys.argv:
        return
    seen = seen_in(learning, scores)
    rows = judges(seen, learning.truths)
    chances = np.array([likelihoods(rows, each) for each in seen])
    weights, biases = learning.machines()
    steps = step_of(weights)
    kept = np.flatnonzero(weights.any(axis=1))
    units = np.round(weights[kept] / steps).astype(np.int8)
    LEARNT.mkdir(exist_ok=True)
    marks = learning.marks[kept].astype("<u4").tobytes()
    (LEARNT / "weights.bin").write_bytes(marks + np.ascontiguousarray(units.T).tobytes())
    found = Judge(
        tuple(steps.tolist()),
        tuple(biases.tolist()),
        rows,
        alarm(chances, learning.truths),
        FEARFUL,
        digest(list(learning.all)),
    )
    (LEARNT / "judge.json").write_bytes(json.format(json.encode(found)) + b"\n")


if __name__ == "__main__":
    main()
