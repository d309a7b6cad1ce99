"""A near miss: the sample that shares most of what a sentence says, when that is nearly all of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import Any

from rapidfuzz import fuzz, process

from skill.domain.turn import Heard, Slot
from skill.ears.readings import Span
from skill.ears.sentences import LAST_RESORT, Sentences
from skill.ears.spelling import Said, spelled

NEAR = 0.74
"""How alike a sentence and a sample are at least, from 0 to 1; measured by skill.ears.measure."""
SPELLING = 84
"""How alike a mistyped word and the meant one are at least, of 100."""
COMPARED = 40
"""How many samples that share most are looked at closely."""
WORDS_WEIGH, ORDER_WEIGHS = 0.8, 0.2
NEVER_NEARLY = frozenset(
    {*LAST_RESORT, "AnswerIntent", "WhoIntent", "CallMeIntent", "DangerIntent", "FearIntent"}
) - {"ExerciseIntent"}
"""Intents that a sentence means fully or not at all."""
POLARITY = frozenset({"not", "no", "never", "without"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample, its slots replaced by their types."""

    intent: str
    words: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares sentences with the samples of one locale."""

    samples: Sequence[Sample]
    index: Mapping[str, Sequence[int]]
    """The samples that have a word."""
    weights: Mapping[str, float]
    """How much a word tells about what is meant."""
    unknown: float
    """The weight of a word in no sample: the most."""
    typable: Sequence[str]
    """Words long enough to be recognised when mistyped."""
    sentences: Sentences
    values: Mapping[tuple[str, ...], Sequence[tuple[str, str]]]
    """Types and ids of the listed values that certain words are."""

    def nearest(self, said: Said, found: Mapping[str, tuple[Span, ...]]) -> Heard | None:
        """The intent of the sample most like the words, if one is near."""
        words, filled = self._without_values(said, found)
        words = tuple(self._mended(word) for word in words)
        score, sample = max(self._scores(words), key=lambda each: each[0], default=(0.0, None))
        if sample is None or score < NEAR:
            return None
        return Heard(sample.intent, self._slots(sample, filled))

    def _scores(self, words: Sequence[str]) -> Iterator[tuple[float, Sample]]:
        shared: dict[int, float] = defaultdict(float)
        for word in set(words):
            for at in self.index.get(word, ()):
                shared[at] += self.weights[word]
        mine = sum(self.weights.get(word, self.unknown) for word in set(words))
        for at, weight in nlargest(COMPARED, shared.items(), key=itemgetter(1)):
            sample = self.samples[at]
            if POLARITY.isdisjoint(words) != POLARITY.isdisjoint(sample.words):
                continue
            theirs = sum(self.weights[word] for word in set(sample.words))
            order = fuzz.ratio(" ".join(words), " ".join(sample.words)) / 100
            yield WORDS_WEIGH * 2 * weight / (mine + theirs) + ORDER_WEIGHS * order, sample

    def _mended(self, word: str) -> str:
        if word in self.weights or len(word) < 4:
            return word
        meant = process.extractOne(word, self.typable, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return meant[0] if meant else word

    def _without_values(
        self, said: Said, found: Mapping[str, tuple[Span, ...]]
    ) -> tuple[tuple[str, ...], list[tuple[str, Slot]]]:
        """The words with every slot's value replaced by its type, and the values in their order."""
        spans = sorted(self._spans(said, found), key=lambda each: (each[0], -each[1]))
        words: list[str] = []
        filled: list[tuple[str, Slot]] = []
        at = 0
        for start, end, kind, slot in spans:
            if start >= at:
                words += [*said.words[at:start], kind]
                filled.append((kind, slot))
                at = end
        return (*words, *said.words[at:]), filled

    def _spans(
        self, said: Said, found: Mapping[str, tuple[Span, ...]]
    ) -> Iterator[tuple[int, int, str, Slot]]:
        for kind, spans in found.items():
            if kind != "AMAZON.NUMBER":
                yield from ((each.start, each.end, kind, Slot(each.value)) for each in spans)
        for start in range(len(said.words)):
            for end in range(start + 1, min(start + 5, len(said.words)) + 1):
                for kind, value in self.values.get(said.words[start:end], ()):
                    yield start, end, kind, Slot(said.between(start, end), value)

    def _slots(self, sample: Sample, filled: Sequence[tuple[str, Slot]]) -> dict[str, Slot]:
        left = list(filled)
        slots: dict[str, Slot] = {}
        for name in sample.slots:
            for each in left:
                if each[0] == self.sentences.types[name]:
                    slots[name] = each[1]
                    left.remove(each)
                    break
        return slots


def likeness(model: Mapping[str, Any], sentences: Sentences) -> Likeness:
    """What is compared with, from a composed model."""
    language = model["interactionModel"]["languageModel"]
    samples = sorted(
        {
            _sample(intent["name"], sample, sentences.types)
            for intent in language["intents"]
            if intent["name"] not in NEVER_NEARLY
            for sample in intent["samples"]
        },
        key=lambda each: (each.intent, each.words),
    )
    index: dict[str, list[int]] = defaultdict(list)
    intents: dict[str, set[str]] = defaultdict(set)
    for at, sample in enumerate(samples):
        for word in set(sample.words):
            index[word].append(at)
            intents[word].add(sample.intent)
    most = math.log(1 + len({each.intent for each in samples}))
    weights = {word: most - math.log(len(known)) for word, known in intents.items()}
    typable = sorted(word for word in weights if len(word) > 3 and word.isalpha())
    return Likeness(samples, index, weights, most, typable, sentences, _values(language["types"]))


def _sample(intent: str, sample: str, types: Mapping[str, str]) -> Sample:
    words = spelled(sample).split()
    slots = tuple(word[1:-1] for word in words if word[0] == "{")
    return Sample(intent, tuple(types[word[1:-1]] if word[0] == "{" else word for word in words), slots)


def _values(types: Sequence[Mapping[str, Any]]) -> Mapping[tuple[str, ...], Sequence[tuple[str, str]]]:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for each in types:
        for value in each["values"]:
            for word in (value["name"]["value"], *value["name"]["synonyms"]):
                found[tuple(spelled(word).split())].append((each["name"], value["id"]))
    return found
