"""Composes what Amazon gets, one interaction model a locale and the manifest, from locales/."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from skill.interaction_model.manifest import manifest
from skill.interaction_model.sources import ENGLISH, LOCALES, Sources, read, sources

Json = dict[str, Any]
SLOT = re.compile(r"\{(\w+)\}")
PHRASE = "AMAZON.SearchQuery"
"""Its intents are elicited by code, so they stand in the dialog model."""


def compose(target: Path) -> list[Path]:
    """Writes all models and the manifest into `target`; returns what it wrote."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in _files().items():
        path = target / name
        path.write_text(content, encoding="utf-8")
        written.append(path)
    return written


def stale(target: Path) -> list[str]:
    """The files in `target` that are not what their sources say now."""
    found = {path.name: path.read_text("utf-8") for path in target.glob("*.json")}
    wanted = _files()
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


def model(said: Sources, invocation: str) -> Json:
    """One locale's interaction model."""
    intents = [_intent(name, templates, said) for name, templates in sorted(said.templates.items())]
    return {
        "interactionModel": {
            "dialog": {
                "delegationStrategy": "SKILL_RESPONSE",
                "intents": [_dialog(each) for each in intents if _has_phrase(each)],
            },
            "languageModel": {
                "intents": intents,
                "invocationName": invocation,
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": "MEDIUM"}},
                "types": [_type(name, values) for name, values in sorted(said.types.items())],
            },
            "prompts": [],
        }
    }


def _files() -> dict[str, str]:
    store = read(ENGLISH / "manifest.json")
    files = {f"{locale}.json": model(sources(locale), store["invocation"]) for locale in LOCALES}
    files["skill.json"] = manifest(store, LOCALES)
    return {name: f"{json.dumps(content, indent=2, ensure_ascii=False)}\n" for name, content in files.items()}


def _intent(name: str, templates: Iterable[str], said: Sources) -> Json:
    samples = expanded(templates, said.rules)
    slots = sorted({slot for sample in samples for slot in SLOT.findall(sample)})
    found: Json = {"name": name, "samples": samples}
    if slots:
        found["slots"] = [{"name": slot, "type": said.slots[slot]} for slot in slots]
    return found


def expanded(templates: Iterable[str], rules: Mapping[str, str]) -> list[str]:
    """All the samples the templates stand for, sorted, each once."""
    # Composing is rare; hearing should not wait for what only composing needs.
    from hassil.parse_expression import parse_sentence
    from hassil.sample import sample_sentence

    known = {name: parse_sentence(body, keep_text=True) for name, body in rules.items()}
    samples = {
        " ".join(text.split())
        for template in templates
        for text in sample_sentence(parse_sentence(template), {}, known, expand_lists=False)
    }
    return sorted(samples)


def _type(name: str, values: Mapping[str, list[str]]) -> Json:
    return {
        "name": name,
        "values": [
            {"id": value, "name": {"synonyms": words[1:], "value": words[0]}}
            for value, words in sorted(values.items())
        ],
    }


def _has_phrase(intent: Json) -> bool:
    return any(slot["type"] == PHRASE for slot in intent.get("slots", ()))


def _dialog(intent: Json) -> Json:
    return {
        "confirmationRequired": False,
        "delegationStrategy": "SKILL_RESPONSE",
        "name": intent["name"],
        "prompts": {},
        "slots": [
            {**slot, "confirmationRequired": False, "elicitationRequired": False, "prompts": {}}
            for slot in intent["slots"]
        ],
    }
