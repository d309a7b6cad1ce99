from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from skill.ears.spelling import spelled
from skill.interaction_model.models import compose, stale
from skill.interaction_model.sources import LOCALES

MODELS = Path(__file__).parents[2] / "interaction_model"
SLOT = re.compile(r"\{(\w+)\}")
REQUIRED = {
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.NavigateHomeIntent",
    # with the audio player the first two have to be there, and the others may come anyway
    "AMAZON.PauseIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.LoopOffIntent",
    "AMAZON.LoopOnIntent",
    "AMAZON.NextIntent",
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.ShuffleOffIntent",
    "AMAZON.ShuffleOnIntent",
    "AMAZON.StartOverIntent",
}
NEED_NOT_BE_MANY = {"ConsentIntent", "NumberIntent", "NameIntent"}
LEAST_SAMPLES = 15
FORBIDDEN_IN_NAME = {
    *("open", "ask", "tell", "launch", "load", "begin", "enable", "start", "skill", "app"),
    *(
        "to",
        "from",
        "in",
        "using",
        "with",
        "about",
        "for",
        "that",
        "by",
        "if",
        "and",
        "whether",
        "a",
        "an",
        "the",
        "of",
    ),
    *("alexa", "amazon", "echo", "computer", "ziggy"),
}

Json = dict[str, Any]


def _model(locale: str) -> Json:
    found: Json = json.loads((MODELS / f"{locale}.json").read_text("utf-8"))["interactionModel"]
    return found


def _intents(locale: str) -> list[Json]:
    found: list[Json] = _model(locale)["languageModel"]["intents"]
    return found


def _samples(locale: str) -> list[tuple[str, str]]:
    return [(each["name"], sample) for each in _intents(locale) for sample in each["samples"]]


def _types(locale: str) -> dict[str, str]:
    return {slot["name"]: slot["type"] for each in _intents(locale) for slot in each.get("slots", ())}


def _values(locale: str) -> list[tuple[str, str, str]]:
    return [
        (kind["name"], value["id"], word)
        for kind in _model(locale)["languageModel"]["types"]
        for value in kind["values"]
        for word in (value["name"]["value"], *value["name"]["synonyms"])
    ]


def test_the_models_say_what_their_sources_say() -> None:
    assert stale(MODELS) == [], "run: make models"


def test_a_changed_model_is_told_stale(tmp_path: Path) -> None:
    for path in compose(tmp_path):
        path.touch()
    (tmp_path / "en-GB.json").write_text("{}", encoding="utf-8")
    (tmp_path / "skill.json").unlink()
    assert stale(tmp_path) == ["en-GB.json", "skill.json"]


def test_composing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in compose(tmp_path / "once")}
    assert {path.name: path.read_bytes() for path in compose(tmp_path / "twice")} == first


def test_every_locale_has_the_same_intents_and_slots() -> None:
    def shape(locale: str) -> object:
        return [(each["name"], each.get("slots")) for each in _intents(locale)]

    assert all(shape(locale) == shape("en-US") for locale in LOCALES)


def test_the_locales_speak_their_own_english() -> None:
    assert ("Helper", "grandma", "my mum") in _values("en-GB")
    assert ("Helper", "grandma", "my mom") in _values("en-US")
    assert ("Helper", "grandma", "my mum") not in _values("en-US")


@pytest.mark.parametrize("locale", LOCALES)
class TestALocale:
    def test_has_the_built_in_intents_amazon_requires(self, locale: str) -> None:
        assert {each["name"] for each in _intents(locale)} >= REQUIRED

    def test_has_enough_samples_for_every_intent_of_our_own(self, locale: str) -> None:
        few = {
            each["name"]: len(each["samples"])
            for each in _intents(locale)
            if not each["name"].startswith("AMAZON.")
            and each["name"] not in NEED_NOT_BE_MANY
            and len(each["samples"]) < LEAST_SAMPLES
        }
        assert few == {}

    def test_has_no_sample_in_two_intents(self, locale: str) -> None:
        types = _types(locale)
        owners: dict[str, set[str]] = {}
        for intent, sample in _samples(locale):
            plain = SLOT.sub(lambda slot: "{" + types[slot[1]].replace(".", "_") + "}", sample)
            owners.setdefault(spelled(plain), set()).add(intent)
        assert {sample: names for sample, names in owners.items() if len(names) > 1} == {}

    def test_has_no_sample_twice(self, locale: str) -> None:
        counted = Counter(sample.lower() for _, sample in _samples(locale))
        assert [sample for sample, count in counted.items() if count > 1] == []

    def test_writes_samples_with_letters_apostrophes_spaces_and_slots_only(self, locale: str) -> None:
        good = re.compile(
            r"(?:[a-z]+(?:'[a-z]+)?|\{[a-z]+\}(?:'s)?)(?: (?:[a-z]+(?:'[a-z]+)?|\{[a-z]+\}(?:'s)?))*"
        )
        assert [sample for _, sample in _samples(locale) if not good.fullmatch(sample)] == []

    def test_declares_every_slot_it_uses_and_uses_every_slot_it_declares(self, locale: str) -> None:
        for each in _intents(locale):
            used = {slot for sample in each["samples"] for slot in SLOT.findall(sample)}
            assert used == {slot["name"] for slot in each.get("slots", ())}, each["name"]

    def test_gives_a_slot_name_one_type(self, locale: str) -> None:
        pairs = {(slot["name"], slot["type"]) for each in _intents(locale) for slot in each.get("slots", ())}
        assert len(pairs) == len(_types(locale))

    def test_defines_exactly_the_types_it_uses(self, locale: str) -> None:
        own = {kind for kind in _types(locale).values() if not kind.startswith("AMAZON.")}
        assert {kind["name"] for kind in _model(locale)["languageModel"]["types"]} == own

    def test_carries_every_phrase_with_words_and_no_second_slot(self, locale: str) -> None:
        types = _types(locale)
        for intent, sample in _samples(locale):
            slots = SLOT.findall(sample)
            if any(types[slot] == "AMAZON.SearchQuery" for slot in slots):
                assert len(slots) == 1, (intent, sample)
                assert SLOT.sub("", sample).strip(), (intent, sample)

    def test_puts_no_intent_with_a_phrase_beside_other_slots(self, locale: str) -> None:
        for each in _intents(locale):
            kinds = [slot["type"] for slot in each.get("slots", ())]
            assert "AMAZON.SearchQuery" not in kinds or kinds == ["AMAZON.SearchQuery"], each["name"]

    def test_lets_code_ask_for_the_answer(self, locale: str) -> None:
        dialog = _model(locale)["dialog"]
        answer = next(each for each in dialog["intents"] if each["name"] == "AnswerIntent")
        assert [(slot["name"], slot["elicitationRequired"]) for slot in answer["slots"]] == [
            ("answer", False)
        ]
        assert [slot["type"] for slot in answer["slots"]] == [_types(locale)["answer"]]
        assert _model(locale)["prompts"] == []

    def test_names_every_value_once_within_its_type(self, locale: str) -> None:
        counted = Counter((kind, word) for kind, _, word in _values(locale))
        assert [each for each, count in counted.items() if count > 1] == []
        for kind in _model(locale)["languageModel"]["types"]:
            ids = [value["id"] for value in kind["values"]]
            assert len(ids) == len(set(ids)), kind["name"]

    def test_keeps_values_short_and_without_digits(self, locale: str) -> None:
        assert [
            word for _, _, word in _values(locale) if len(word) > 140 or not re.fullmatch(r"[a-z .']+", word)
        ] == []

    def test_names_things_as_amazon_allows(self, locale: str) -> None:
        own = re.compile(r"[A-Za-z][A-Za-z_]*")
        names = [each["name"].removeprefix("AMAZON.") for each in _intents(locale)]
        assert [name for name in [*names, *_types(locale)] if not own.fullmatch(name)] == []

    def test_is_called_by_a_name_amazon_allows(self, locale: str) -> None:
        name = _model(locale)["languageModel"]["invocationName"]
        assert re.fullmatch(r"[a-z]+(?: [a-z]+)+", name)
        assert 2 <= len(name) <= 50
        assert FORBIDDEN_IN_NAME.isdisjoint(name.split())

    def test_stays_far_below_amazons_size_limit(self, locale: str) -> None:
        assert (MODELS / f"{locale}.json").stat().st_size < 750_000
        assert len(_intents(locale)) < 250

    def test_knows_danger_and_fear_in_many_words(self, locale: str) -> None:
        counted = Counter(intent for intent, _ in _samples(locale))
        assert counted["DangerIntent"] >= 40
        assert counted["FearIntent"] >= 40

    def test_knows_towns_by_their_zones(self, locale: str) -> None:
        zones = {value for kind, value, _ in _values(locale) if kind == "Town"}
        assert {
            "America/New_York",
            "Europe/London",
            "Australia/Sydney",
            "Asia/Kolkata",
            "Europe/Dublin",
        } <= zones
