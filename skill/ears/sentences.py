"""Samples of one composed model: whole sentences, carriers of a phrase, and templates with slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from sys import intern
from typing import Any

from hassil.expression import Expression, Group, ListReference, TextChunk
from hassil.intents import Intents, SlotList, TextSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.domain.turn import Heard, Slot
from skill.ears.readings import Span
from skill.ears.spelling import Said, hearing, spelled

PHRASE = "AMAZON.SearchQuery"
LONGEST_CARRIER = 10
"""Words."""
SIFTED_BY = 2
"""How many of a sample's words, its longest, are looked for before the two are compared: all weigh more."""
LAST_RESORT = (
    "NameIntent",
    "TownIntent",
    "WhoseIntent",
    "IdeaIntent",
    "ExerciseIntent",
    "WhenIntent",
    "NumberIntent",
)
"""Intents with a sample that is nothing but a slot; between two that fit equally the later one is meant."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What one locale's model understands word for word."""

    whole: Mapping[str, str]
    """Intents of the samples without slots."""
    carriers: Mapping[tuple[str, ...], tuple[str, str]]
    """Intent and slot of the words that come before a phrase."""
    templates: Intents
    types: Mapping[str, str]
    """The type of every slot."""

    def match(self, said: Said, found: Mapping[str, tuple[Span, ...]]) -> Heard | None:
        """The intent whose sample these words are."""
        intent = self.whole.get(said.text)
        return Heard(intent) if intent else self.carried(said) or self._filled(said, found)

    def carried(self, said: Said) -> Heard | None:
        """The intent whose carrier begins the sentence, with the rest as it came."""
        for length in range(min(len(said.words) - 1, LONGEST_CARRIER), 0, -1):
            carrier = self.carriers.get(said.words[:length])
            if carrier:
                intent, slot = carrier
                return Heard(intent, {slot: Slot(said.tail(length))})
        return None

    def _filled(self, said: Said, found: Mapping[str, tuple[Span, ...]]) -> Heard | None:
        lists: dict[str, SlotList] = {
            slot: TextSlotList.from_tuples(
                [(said.between(each.start, each.end), each.value) for each in found[kind]],
                allow_template=False,
                name=slot,
            )
            for slot, kind in self.types.items()
            if kind in found
        }
        results = list(recognize_all(said.text, self.templates, slot_lists=lists))
        return self._heard(max(results, key=_closeness)) if results else None

    def _heard(self, result: RecognizeResult) -> Heard:
        return Heard(
            result.intent.name,
            {each.name: self.slot(each.name, each.text.strip(), each.value) for each in result.entities_list},
        )

    def slot(self, name: str, words: str, value: str) -> Slot:
        """A slot as Amazon fills it: its own notation, or the raw words and the id of a listed value."""
        return Slot(value) if self.types[name].startswith("AMAZON.") else Slot(words, value)


def sentences(model: Mapping[str, Any]) -> Sentences:
    """The sentences of a composed model."""
    language = model["interactionModel"]["languageModel"]
    types = {slot["name"]: slot["type"] for intent in language["intents"] for slot in intent.get("slots", ())}
    values = {each["name"]: each["values"] for each in language["types"]}
    samples = [(each["name"], spelled(sample)) for each in language["intents"] for sample in each["samples"]]
    return Sentences(
        whole=_built_in() | {sample: intent for intent, sample in samples if "{" not in sample},
        carriers=dict(_carriers(samples, types)),
        templates=_templates(samples, types, values),
        types=types,
    )


def _built_in() -> dict[str, str]:
    """The words that Amazon's own intents know without any sample of ours."""
    known: Mapping[str, Sequence[str]] = hearing("built_in")
    return {spelled(words): intent for intent, phrases in known.items() for words in phrases}


def _carriers(
    samples: Sequence[tuple[str, str]], types: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    for intent, sample in samples:
        slot = _phrase(sample, types)
        if slot:
            yield tuple(sample.split()[:-1]), (intent, slot)


def _phrase(sample: str, types: Mapping[str, str]) -> str | None:
    """The slot of free words that a sample ends with."""
    last = sample.rsplit(maxsplit=1)[-1]
    return last[1:-1] if last[0] == "{" and types[last[1:-1]] == PHRASE else None


def _templates(
    samples: Sequence[tuple[str, str]], types: Mapping[str, str], values: Mapping[str, list[dict[str, Any]]]
) -> Intents:
    by_intent: dict[str, list[str]] = {}
    for intent, sample in samples:
        if "{" in sample and not _phrase(sample, types):
            by_intent.setdefault(intent, []).append(sample)
    known = Intents.from_dict(
        {
            "language": "en",
            "intents": {name: {"data": [{"sentences": texts}]} for name, texts in by_intent.items()},
            "lists": {
                slot: {"values": _listed(values[kind])} for slot, kind in types.items() if kind in values
            },
        }
    )
    pieces: dict[object, Expression] = {}
    sifted: dict[frozenset[Any], frozenset[Any]] = {}
    for sentence in (
        each for intent in known.intents.values() for data in intent.data for each in data.sentences
    ):
        sentence.expression = _shared(sentence.expression, pieces)
        longest = nlargest(SIFTED_BY, sentence.get_required_clauses({}), key=_shortest)
        telling = frozenset(sifted.setdefault(clause, clause) for clause in longest)
        sentence.required_clauses = sifted.setdefault(telling, telling)
    return known


def _shortest(clause: frozenset[str]) -> int:
    """How long the words are at least of which a sentence has to have one."""
    return min(map(len, clause))


def _shared(expression: Expression, pieces: dict[object, Expression]) -> Expression:
    """The same with one piece for what stands in thousands of samples: half of what templates weigh."""
    match expression:
        case TextChunk(text, original):
            return pieces.setdefault((text, original), TextChunk(intern(text), intern(original)))
        case ListReference():
            return pieces.setdefault(repr(expression), expression)
        case Group():
            expression.items = [_shared(each, pieces) for each in expression.items]
    return expression


def _listed(values: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    return [
        {"in": spelled(word), "out": value["id"]}
        for value in values
        for word in (value["name"]["value"], *value["name"]["synonyms"])
    ]


def _closeness(result: RecognizeResult) -> tuple[int, int, int]:
    name = result.intent.name
    rank = LAST_RESORT.index(name) if name in LAST_RESORT else -1
    return result.text_chunks_matched, -len(result.entities_list), rank
