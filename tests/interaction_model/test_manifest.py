from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from skill.interaction_model.sources import LOCALES

MODELS = Path(__file__).parents[2] / "interaction_model"
OPENING = "Alexa, "

Json = dict[str, Any]


@pytest.fixture
def manifest() -> Json:
    found: Json = json.loads((MODELS / "skill.json").read_text("utf-8"))["manifest"]
    return found


def _language(locale: str) -> Json:
    found: Json = json.loads((MODELS / f"{locale}.json").read_text("utf-8"))["interactionModel"][
        "languageModel"
    ]
    return found


def test_it_shows_and_protects_the_same_locales_as_have_a_model(manifest: Json) -> None:
    models = sorted(path.stem for path in MODELS.glob("en-*.json"))
    assert sorted(manifest["publishingInformation"]["locales"]) == models == sorted(LOCALES)
    assert sorted(manifest["privacyAndCompliance"]["locales"]) == models


def test_it_asks_leave_for_reminders_alone(manifest: Json) -> None:
    assert manifest["permissions"] == [{"name": "alexa::alerts:reminders:skill:readwrite"}]


def test_it_hears_of_being_disabled(manifest: Json) -> None:
    assert {"eventName": "SKILL_DISABLED"} in manifest["events"]["subscriptions"]


def test_it_uses_the_audio_player_and_no_screens(manifest: Json) -> None:
    assert manifest["apis"]["custom"]["interfaces"] == [{"type": "AUDIO_PLAYER"}]


def test_it_keeps_names_but_no_health_and_is_not_for_children(manifest: Json) -> None:
    privacy = manifest["privacyAndCompliance"]
    assert privacy["usesPersonalInfo"] is True
    assert privacy["usesHealthInfo"] is False
    assert privacy["isChildDirected"] is False
    assert privacy["allowsPurchases"] is False
    assert privacy["containsAds"] is False


def test_it_names_placeholders_and_nobodys_account(manifest: Json) -> None:
    endpoints = [manifest["apis"]["custom"], manifest["events"]]
    endpoints += [region for each in endpoints for region in each["regions"].values()]
    uris = [each["endpoint"]["uri"] for each in endpoints]
    assert uris
    assert all(uri.startswith("arn:aws:lambda:") and ":123456789012:" in uri for uri in uris)
    assert all(
        "example.com" in each["privacyPolicyUrl"]
        for each in manifest["privacyAndCompliance"]["locales"].values()
    )


def test_its_category_is_no_health_one(manifest: Json) -> None:
    assert manifest["publishingInformation"]["category"] == "FRIENDS_AND_FAMILY"


@pytest.mark.parametrize("locale", LOCALES)
class TestTheStorePage:
    def test_says_that_it_is_no_professional_advice(self, manifest: Json, locale: str) -> None:
        shown = manifest["publishingInformation"]["locales"][locale]
        assert "not a substitute for professional advice" in shown["description"]

    def test_keeps_to_the_lengths_of_the_store(self, manifest: Json, locale: str) -> None:
        shown = manifest["publishingInformation"]["locales"][locale]
        assert 2 <= len(shown["name"]) <= 50
        assert len(shown["summary"]) <= 160
        assert len(shown["description"]) <= 4000
        assert len(shown["keywords"]) <= 30
        assert len(manifest["publishingInformation"]["testingInstructions"]) <= 4000

    def test_gives_three_examples_that_begin_with_the_wake_word(self, manifest: Json, locale: str) -> None:
        examples = manifest["publishingInformation"]["locales"][locale]["examplePhrases"]
        assert len(examples) == 3
        assert all(each.startswith(OPENING) for each in examples)

    def test_opens_with_the_exact_name_and_then_uses_samples_word_for_word(
        self, manifest: Json, locale: str
    ) -> None:
        language = _language(locale)
        name = language["invocationName"]
        samples = {sample for intent in language["intents"] for sample in intent["samples"]}
        first, *others = manifest["publishingInformation"]["locales"][locale]["examplePhrases"]
        assert first == f"{OPENING}open {name}"
        for example in others:
            asked = example.removeprefix(f"{OPENING}ask {name} ")
            assert asked.partition(" ")[2] in samples, example
