from __future__ import annotations

import json

from learning.measure_ears import SENTENCES, is_seen, refused, understood
from skill.ears.listening import Ears

PARAPHRASES: dict[str, list[str]] = json.loads((SENTENCES / "paraphrases.json").read_text("utf-8"))
STRANGE: list[str] = json.loads((SENTENCES / "out_of_domain.json").read_text("utf-8"))
EARS = Ears.english()


def test_nine_of_ten_unseen_paraphrases_are_understood() -> None:
    assert understood(EARS, PARAPHRASES, seen=False).good >= 0.9


def test_nineteen_of_twenty_unseen_strange_sentences_are_refused() -> None:
    assert refused(EARS, STRANGE, seen=False).good >= 0.95


def test_what_is_measured_is_enough_and_covers_every_intent() -> None:
    model = json.loads((EARS.models / "en-US.json").read_text("utf-8"))
    intents = {each["name"] for each in model["interactionModel"]["languageModel"]["intents"]}
    assert intents - set(PARAPHRASES) == {
        "AMAZON.FallbackIntent",
        "AMAZON.NavigateHomeIntent",
        "ConsentIntent",
    }, "consent is a closed list"
    assert sum(map(len, PARAPHRASES.values())) >= 200
    assert len(set(STRANGE)) >= 120
    unseen = [words for each in PARAPHRASES.values() for words in each if not is_seen(words)]
    assert len(unseen) >= 100


def test_no_paraphrase_of_the_unseen_half_is_a_sample() -> None:
    model = json.loads((EARS.models / "en-US.json").read_text("utf-8"))
    samples = {
        each for intent in model["interactionModel"]["languageModel"]["intents"] for each in intent["samples"]
    }
    unseen = [words for each in PARAPHRASES.values() for words in each if not is_seen(words)]
    assert sum(words in samples for words in unseen) < len(unseen) / 5
