from __future__ import annotations

import pytest

from learning import examples
from learning.written import sentences
from skill.ears.danger.scorer import scorer


def test_the_weights_are_of_the_sentences_that_stand_here() -> None:
    assert scorer().judge.sentences == examples.digest(examples.examples())


def test_what_is_set_aside_is_never_learnt_from(monkeypatch: pytest.MonkeyPatch) -> None:
    halves: set[str] = set()

    def noted(half: str, name: str) -> list[str]:
        halves.add(half)
        return sentences(half, name)

    monkeypatch.setattr(examples, "sentences", noted)
    learnt_from = examples.examples()
    assert halves == {"seen"}
    assert len({example.words for example in learnt_from}) == len(learnt_from)
