"""What parts one kind of sentence from all others: linear machines over the features that were seen often."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from skill.ears.danger.scorer import KINDS

Floats = NDArray[np.float64]
SLACK = 4.0
"""The support vector machines' C."""
OFTEN = 2
"""In how many sentences a feature has to stand to be learnt from."""
REMEMBERED = 205_000
"""So many features are kept, those that weigh most: twelve bytes each."""
STEPS = 127
"""So many steps a weight has each way: what one byte holds."""


def matrix(written: Sequence[Sequence[int]]) -> tuple[NDArray[np.uint32], csr_matrix]:
    """All marks there are, in order, and the sentences, of length 1, as those they have."""
    ends = np.cumsum([0, *map(len, written)])
    values = np.concatenate([np.full(len(row), len(row) ** -0.5) for row in written])
    marks, columns = np.unique(np.concatenate([*written]).astype(np.uint32), return_inverse=True)
    return marks, csr_matrix((values, columns, ends), shape=(len(written), len(marks)))


def machines(rows: csr_matrix, kinds: NDArray[np.int_], worth: Floats) -> tuple[Floats, Floats]:
    """A machine for each kind against all others: weights (feature, kind) in whole units, and biases."""
    often = np.flatnonzero(np.asarray((rows > 0).sum(axis=0)).ravel() >= OFTEN)
    used = rows[:, often].tocsr()
    found = [machine(used, kinds == kind, worth) for kind in range(len(KINDS))]
    weights = np.zeros((rows.shape[1], len(KINDS)))
    weights[often] = remembered(np.column_stack([each for each, _ in found]))
    return weights, np.array([bias for _, bias in found])


def remembered(weights: Floats) -> Floats:
    """The same, nothing left of the features that weigh least."""
    heaviest = np.abs(weights / np.abs(weights).max(axis=0)).max(axis=1)
    forgotten = np.argsort(-heaviest, kind="stable")[REMEMBERED:]
    left = weights.copy()
    left[forgotten] = 0.0
    return left


def machine(rows: csr_matrix, own: NDArray[np.bool_], worth: Floats) -> tuple[Floats, float]:
    """What parts one kind from all others, in `STEPS` each way; `worth` is what each sentence counts."""
    ratio = np.sqrt(np.abs(np.log(shares(rows[own]) / shares(rows[~own]))))
    learnt = LinearSVC(C=SLACK, random_state=0, tol=0.01).fit(rows.multiply(ratio).tocsr(), own, worth)
    weights = learnt.coef_.ravel() * ratio
    step = step_of(weights)
    return np.round(weights / step) * step, float(learnt.intercept_[0])


def step_of(weights: Floats) -> Floats:
    """How much one step is, of each column: the heaviest weight is `STEPS` of them."""
    return np.asarray(np.abs(weights).max(axis=0) / STEPS)


def shares(rows: csr_matrix) -> Floats:
    """How often each feature stands in the sentences, smoothed."""
    counts = np.asarray((rows > 0).sum(axis=0)).ravel() + 0.5
    return np.asarray(counts / counts.sum())
