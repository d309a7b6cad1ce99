from __future__ import annotations

import numpy as np
import pytest

from learning import machines
from skill.ears.danger.features import features


def test_so_much_is_remembered_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machines, "REMEMBERED", 2)
    weights = np.array([[1.0, 0.0], [0.1, 0.1], [0.0, -9.0], [0.2, 3.0]])
    assert machines.remembered(weights).any(axis=1).tolist() == [True, False, True, False]


def test_learning_parts_what_differs() -> None:
    said = [["^", *words.split(), "$"] for words in ("i fear him", "i fear her", "nice tea", "nice cake")]
    own = np.array([True, True, False, False])
    _, rows = machines.matrix([features(each) for each in said])
    weights, bias = machines.machine(rows, own, np.ones(4))
    assert ((rows @ weights + bias) > 0).tolist() == own.tolist()


def test_the_heaviest_weight_of_each_kind_is_as_many_steps_as_a_byte_holds() -> None:
    weights = np.array([[1.0, 0.5], [-12.7, 25.4]])
    assert (weights / machines.step_of(weights)).tolist() == [[10.0, 2.5], [-127.0, 127.0]]
    assert weights[:, 1] == pytest.approx(machines.step_of(weights[:, 1]) * [2.5, 127])
