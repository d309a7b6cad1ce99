from __future__ import annotations

import pytest

from skill.ears.invocation import invocation


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("open holding hands", ""),
        ("Open Holding Hands", ""),
        ("alexa open holding hands", ""),
        ("Alexa, launch holding hands.", ""),
        ("holding hands", ""),
        ("ask holding hands for today's check-in", "today's check-in"),
        ("Alexa, ask Holding Hands to start a two-minute exercise", "start a two-minute exercise"),
        ("tell holding hands it's Sam", "it's Sam"),
        ("ask holding hands when is my next alone time", "when is my next alone time"),
        ("ask holding hands whose turn it is", "whose turn it is"),
        ("open holding hands and start an exercise", "start an exercise"),
        ("talk to holding hands", ""),
    ],
)
def test_the_skill_is_called_by_its_name(words: str, rest: str) -> None:
    assert invocation(words) == (True, rest)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "we were holding hands on the beach",
        "holding hands in the rain",
        "open the door",
        "alexa stop",
        "holding",
    ],
)
def test_a_sentence_that_only_has_the_words_does_not_call_it(words: str) -> None:
    assert invocation(words) == (False, words)
