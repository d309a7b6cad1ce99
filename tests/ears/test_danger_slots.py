"""What fills a slot is listened to by itself as well: "breathing" is no cry for help."""

from __future__ import annotations

import json
from collections.abc import Iterator

from skill.ears.danger import distress, phrases
from skill.ears.listening import MODELS


def _values() -> Iterator[str]:
    for model in sorted(MODELS.glob("en-*.json")):
        for kind in json.loads(model.read_text("utf-8"))["interactionModel"]["languageModel"]["types"]:
            for value in kind["values"]:
                yield value["name"]["value"]
                yield from value["name"].get("synonyms", ())


def test_no_value_of_a_slot_raises_an_alarm_by_itself() -> None:
    values = sorted(set(_values()))
    assert len(values) > 200
    assert [words for words in values if distress(words, phrases())] == []
