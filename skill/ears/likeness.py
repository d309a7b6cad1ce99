"""A near miss: the sample that shares most of what a sentence says, when that is nearly all of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from skill.domain.turn import Heard, Slot
from skill.ears.readings import Span
from skill.ears.samples import Sample, samples_of, values_of
from skill.ears.spelling import Said

NEAR = 0.68
"""How alike a sentence and a sample are at least, from 0 to 1; measured by learning.measure_ears."""
STRANGE = 1.6
"""How many times more than the most telling word a word weighs that stands in no sample."""
SPELLING = 84
"""How alike a mistyped word and the meant one are at least, of 100."""
LONGEST_VALUE = 5
"""Words of a listed value."""
COMPARED = 60
"""How many samples that share most are looked at closely."""
WORDS_WEIGH, ORDER_WEIGHS = 0.8, 0.2
POLARITY = frozenset({"not", "no", "never", "without", "nobody"})


class Value(NamedTuple):
    """What could fill a slot, and where it stands."""

    start: int
    end: int
    kind: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares sentences with the samples of one locale."""

    samples: Sequence[Sample]
    index: Mapping[str, Sequence[int]]
    """The samples that have a word."""
    weights: Mapping[str, float]
    """How much a word tells about what is meant."""
    unknown: float
    """The weight of a word in no sample."""
    typable: Sequence[str]
    """Words long enough to be recognised when mistyped."""
    values: Mapping[tuple[str, ...], Sequence[tuple[str, str]]]
    """Types and ids of the listed values that certain words are."""

    def nearest(self, said: Said, found: Mapping[str, tuple[Span, ...]]) -> Heard | None:
        """The intent of the sample most like the words, if one is near."""
        values = self._values_in(said, found)
        score, sample = max(self.scores(said, values), key=itemgetter(0), default=(0.0, None))
        if sample is None or score < NEAR:
            return None
        return Heard(sample.intent, self._slots(sample, _without_values(said.words, values, sample.kinds)[1]))

    def scores(self, said: Said, values: Sequence[Value]) -> Iterator[tuple[float, Sample]]:
        """How like the words the samples are that share most with them; a lone word is like lone words."""
        shared: dict[int, float] = defaultdict(float)
        for word in {*map(self._mended, said.words), *(value.kind for value in values)}:
            for at in self.index.get(word, ()):
                shared[at] += self.weights[word]
        for at, _ in nlargest(COMPARED, shared.items(), key=itemgetter(1)):
            sample = self.samples[at]
            if len(said.words) == 1 < len(sample.words):
                continue
            words = [self._mended(word) for word in _without_values(said.words, values, sample.kinds)[0]]
            if POLARITY.isdisjoint(words) == POLARITY.isdisjoint(sample.words):
                yield self._alike(words, sample.words), sample

    def _alike(self, words: Sequence[str], others: Sequence[str]) -> float:
        mine, theirs = set(words), set(others)
        shared = sum(self._weight(word) for word in mine & theirs)
        weight = sum(map(self._weight, mine)) + sum(map(self._weight, theirs))
        order = fuzz.ratio(" ".join(words), " ".join(others)) / 100
        return WORDS_WEIGH * 2 * shared / weight + ORDER_WEIGHS * order

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.unknown)

    def _mended(self, word: str) -> str:
        if word in self.weights or len(word) < 5:
            return word
        meant = process.extractOne(word, self.typable, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return meant[0] if meant and meant[0][0] == word[0] else word

    def _values_in(self, said: Said, found: Mapping[str, tuple[Span, ...]]) -> list[Value]:
        """All that could fill a slot, in order; of those that begin together the longest first."""
        values = [
            Value(each.start, each.end, kind, Slot(each.value))
            for kind, spans in found.items()
            for each in spans
        ]
        for start in range(len(said.words)):
            for end in range(start + 1, min(start + LONGEST_VALUE, len(said.words)) + 1):
                for kind, value in self.values.get(said.words[start:end], ()):
                    values.append(Value(start, end, kind, Slot(said.between(start, end), value)))
        return sorted(values, key=lambda each: (each.start, -each.end))

    def _slots(self, sample: Sample, filled: Sequence[Value]) -> dict[str, Slot]:
        left = list(filled)
        slots: dict[str, Slot] = {}
        for name, kind in zip(sample.slots, sample.kinds, strict=True):
            value = next((each for each in left if each.kind == kind), None)
            if value:
                slots[name] = value.slot
                left.remove(value)
        return slots


def _without_values(
    words: Sequence[str], values: Sequence[Value], kinds: Sequence[str]
) -> tuple[tuple[str, ...], list[Value]]:
    """The words with values of the wanted kinds, each once, replaced by their kind; and those values."""
    kept: list[str] = []
    taken: list[Value] = []
    wanted = list(kinds)
    at = 0
    for value in values:
        if value.start >= at and value.kind in wanted:
            wanted.remove(value.kind)
            kept += [*words[at : value.start], value.kind]
            taken.append(value)
            at = value.end
    return (*kept, *words[at:]), taken


def likeness(model: Mapping[str, Any], types: Mapping[str, str]) -> Likeness:
    """What is compared with, from a composed model."""
    language = model["interactionModel"]["languageModel"]
    samples = samples_of(language["intents"], types)
    index: dict[str, list[int]] = defaultdict(list)
    intents: dict[str, set[str]] = defaultdict(set)
    for at, sample in enumerate(samples):
        for word in set(sample.words):
            index[word].append(at)
            intents[word].add(sample.intent)
    most = math.log(1 + len({each.intent for each in samples}))
    weights = {word: most - math.log(len(known)) for word, known in intents.items()}
    typable = sorted(word for word in weights if len(word) > 3 and word.isalpha())
    return Likeness(samples, index, weights, STRANGE * most, typable, values_of(language["types"]))
