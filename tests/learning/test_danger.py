from __future__ import annotations

import numpy as np

from learning.danger import judges
from skill.ears.danger.scorer import likelihoods

HARMLESS, FEAR, DANGER = range(3)


def test_the_judge_learns_what_the_evidence_means() -> None:
    seen = [(1.0, 1.0, 0.0), (1.0, 0.0, 1.0), (1.0, 0.0, 0.0)] * 9
    learnt = judges(seen, np.array([DANGER, FEAR, HARMLESS] * 9))
    assert [max(range(3), key=likelihoods(learnt, each).__getitem__) for each in seen[:3]] == [2, 1, 0]
