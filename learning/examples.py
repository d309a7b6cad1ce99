"""The sentences from which danger, fear and harmless words are learnt; none set aside is among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from msgspec import json

from learning.measure_ears import is_seen
from learning.written import FEAR, HARMLESS, LABELS, SETS, sentences
from skill.domain.distress import BY_INTENT, Distress
from skill.ears.danger import by_patterns, is_call, phrases, tokens
from skill.ears.listening import MODELS

TESTS = SETS.parent
OWN, ASKED = "own", "asked"
"""The hands of the regression data and of what the skill can be asked."""
IN_SLOTS = {
    "day": "on saturday",
    "length": "an hour",
    "time": "ten",
    "until": "six",
    "touch": "a hug",
    "frame": "thank you",
    "mood": "calm",
    "number": "twelve",
}
_SLOT = re.compile(r"\{(\w+)\}")


class Example(NamedTuple):
    """A sentence to learn from."""

    words: str
    kind: Distress | None
    hand: str
    """Who wrote it."""
    fresh: bool = False
    """Whether the patterns were never tuned on it, so that what they hear in it is evidence."""


def examples() -> list[Example]:
    """All that may be learnt from, each sentence once."""
    known: dict[str, Example] = {}
    for example in (*_fresh(), *_seen(), *_own(), *_asked()):
        known.setdefault(example.words, example)
    return list(known.values())


def digest(learnt_from: list[Example]) -> str:
    """Tells whether the weights are of these sentences."""
    lines = sorted(f"{example.kind}\t{example.words}" for example in learnt_from if example.hand != ASKED)
    return sha256("\n".join(lines).encode()).hexdigest()


def _fresh() -> Iterator[Example]:
    for path in sorted((SETS / "training").glob("*/*.txt")):
        for words in path.read_text("utf-8").splitlines():
            yield Example(words, _kind(path.stem), path.parent.name, fresh=True)


def _seen() -> Iterator[Example]:
    for name in (*LABELS, *FEAR, *HARMLESS):
        yield from (Example(words, _kind(name), "seen") for words in sentences("seen", name))


def _own() -> Iterator[Example]:
    """The regression data; which danger a sentence of danger is, its pattern says."""
    for name, kind in (("danger", Distress.SELF_HARM), ("fear", Distress.FEAR), ("neither", None)):
        for words in (TESTS / "danger" / f"{name}.txt").read_text("utf-8").splitlines():
            heard = by_patterns(tokens(words, phrases()), phrases()).answer
            for spelled in (words, words.replace("'", "")):
                yield Example(spelled, heard or kind if name == "danger" else kind, OWN)


def _asked() -> Iterator[Example]:
    """What is asked for: all samples and values; of paraphrases and strange words the seen halves.

    A call for the police is left out: it is heard by its pattern, and the words are those of fear.
    """
    model = json.decode((MODELS / "en-GB.json").read_bytes())
    for intent in model["interactionModel"]["languageModel"]["intents"]:
        for sample in intent["samples"]:
            if not is_call(tokens(sample, phrases()), phrases()):
                yield Example(filled(sample), BY_INTENT.get(intent["name"]), ASKED)
    for listed in model["interactionModel"]["languageModel"]["types"]:
        for value in listed["values"]:
            for words in (value["name"]["value"], *value["name"]["synonyms"]):
                yield Example(words.lower(), None, ASKED)
    paraphrases: dict[str, list[str]] = json.decode((TESTS / "paraphrases.json").read_bytes())
    strange: list[str] = json.decode((TESTS / "out_of_domain.json").read_bytes())
    for name, said in [*paraphrases.items(), ("", strange)]:
        yield from (Example(words, BY_INTENT.get(name), ASKED) for words in said if is_seen(words))


def filled(sample: str) -> str:
    """A sample with something in its slots."""
    return _SLOT.sub(lambda slot: IN_SLOTS.get(slot[1], "sam"), sample)


def _kind(label: str) -> Distress | None:
    return Distress.FEAR if label in FEAR else LABELS.get(label)
