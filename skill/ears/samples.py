"""What a sentence is compared with: a composed model's samples, and the values of its lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from skill.ears.sentences import LAST_RESORT
from skill.ears.spelling import spelled

NEVER_NEARLY = frozenset(
    {
        *LAST_RESORT,
        "AnswerIntent",
        "WhoIntent",
        "CallMeIntent",
        "DangerIntent",
        "FearIntent",
        "AMAZON.YesIntent",
        "ForgetUsIntent",
        "ConsentIntent",
        "PauseEverythingIntent",
        "PauseTouchIntent",
        "RatherNotIntent",
        "ForgetAnswersIntent",
        "ForgetOurAnswersIntent",
        "DeleteItAllIntent",
        "EverythingIntent",
        "SayThisIntent",
        "SorryIntent",
        "HardEveningIntent",
        "LossAndMoreIntent",
        "LossIntent",
        "WantThisIntent",
        "MoreIntent",
        "OtherNameIntent",
        "TouchTonightIntent",
        "WhichOfUsIntent",
    }
) - {"ExerciseIntent"}
"""Intents that a sentence means fully or not at all; an exercise may nearly be meant, though by itself it is
the last resort."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample, its slots replaced by their types."""

    intent: str
    words: tuple[str, ...]
    slots: tuple[str, ...]
    kinds: tuple[str, ...]
    """The types of its slots."""


def samples_of(intents: Sequence[Mapping[str, Any]], types: Mapping[str, str]) -> Sequence[Sample]:
    """The samples of all intents that may nearly be meant, in order."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    samples = {
        _sample(intent["name"], sample, types, shared)
        for intent in intents
        if intent["name"] not in NEVER_NEARLY
        for sample in intent["samples"]
    }
    return sorted(samples, key=lambda each: (each.intent, each.words))


def values_of(types: Sequence[Mapping[str, Any]]) -> Mapping[tuple[str, ...], Sequence[tuple[str, str]]]:
    """Types and ids of the listed values that certain words are."""
    found: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = defaultdict(tuple)
    for each in types:
        for value in each["values"]:
            named = (intern(each["name"]), value["id"])
            for word in (value["name"]["value"], *value["name"]["synonyms"]):
                found[tuple(map(intern, spelled(word).split()))] += (named,)
    return dict(found)


def _sample(
    intent: str, sample: str, types: Mapping[str, str], shared: dict[tuple[str, ...], tuple[str, ...]]
) -> Sample:
    """A sample; thousands have a thousand words, and a few dozen ways to fill their slots."""
    words = [intern(word) for word in spelled(sample).split()]
    slots = tuple(word[1:-1] for word in words if word[0] == "{")
    kinds = tuple(types[slot] for slot in slots)
    bare = tuple(types[word[1:-1]] if word[0] == "{" else word for word in words)
    return Sample(intent, bare, shared.setdefault(slots, slots), shared.setdefault(kinds, kinds))
