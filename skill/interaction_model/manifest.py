"""The skill's manifest: what the store shows, and what the skill asks leave for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]


def manifest(store: Json, locales: Iterable[str]) -> Json:
    """The manifest from the words in locales/en/manifest.json, the same in every locale."""
    locales = tuple(locales)
    return {
        "manifest": {
            "apis": {"custom": _custom(store)},
            "events": {
                "endpoint": {"uri": store["endpoint"]},
                "regions": _regions(store),
                "subscriptions": [{"eventName": name} for name in store["events"]],
            },
            "manifestVersion": "1.0",
            "permissions": [{"name": name} for name in store["permissions"]],
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "containsAds": False,
                "isChildDirected": False,
                "isExportCompliant": True,
                "locales": {locale: {"privacyPolicyUrl": store["privacy"]} for locale in locales},
                "usesHealthInfo": False,
                "usesPersonalInfo": True,
            },
            "publishingInformation": {
                "category": store["category"],
                "distributionCountries": store["countries"],
                "distributionMode": "PUBLIC",
                "isAvailableWorldwide": False,
                "locales": {locale: _shown(store) for locale in locales},
                "testingInstructions": "\n\n".join(store["testing_instructions"]),
            },
        }
    }


def _custom(store: Json) -> Json:
    return {
        "endpoint": {"uri": store["endpoint"]},
        "interfaces": [{"type": "AUDIO_PLAYER"}],
        "regions": _regions(store),
    }


def _regions(store: Json) -> Json:
    return {region: {"endpoint": {"uri": uri}} for region, uri in store["regions"].items()}


def _shown(store: Json) -> Json:
    return {
        "description": "\n\n".join(store["description"]),
        "examplePhrases": [
            f"Alexa, {phrase.format(invocation=store['invocation'])}" for phrase in store["example_phrases"]
        ],
        "keywords": store["keywords"],
        "largeIconUri": store["icons"]["large"],
        "name": store["name"],
        "smallIconUri": store["icons"]["small"],
        "summary": store["summary"],
    }
