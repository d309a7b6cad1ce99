"""What is listened for, read from locales/en/danger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, json

from skill.ears.danger.patterns import Parts, Patterns

WORDS = Path(__file__).parents[2] / "locales" / "en" / "danger"
NAMES = WORDS.parent / "slots" / "names.json"
SORTS = ("sure", "fear", "psychosis", "for_another", "scary_thoughts", "rage", "self_harm", "emergency")
"""In the order in which they may claim words."""


class Phrases(Struct, frozen=True):
    """What is listened for."""

    spelled_out: Mapping[str, tuple[str, ...]]
    """Contractions, without their apostrophe, and what they stand for."""
    joined: Mapping[str, str]
    """Pairs of words that are one word, heard apart."""
    fillers: frozenset[str]
    tags: frozenset[tuple[str, ...]]
    """Pairs of words that trail behind a sentence and say nothing."""
    negators: frozenset[str]
    transparent: frozenset[str]
    """Words through which a "not" reaches what follows."""
    joins: frozenset[str]
    """Words at which a clause ends."""
    reporting: frozenset[str]
    """Words through which it also reaches past an "I" ("I don't think I want ...")."""
    idioms: Mapping[str, Patterns]
    """What only sounds like it, by file."""
    sorts: Mapping[str, Mapping[str, Patterns]]
    """By file and list: "self_harm" and "plan", "emergency" and "vital"."""
    told: Mapping[str, Patterns]
    """Words that tell of a film, of long ago, or of what turned out well."""
    daily: Mapping[str, Patterns]
    """What is said every day, by list (`skill/ears/danger/daily.py`)."""
    names: frozenset[str]
    """First names that are hardly ever anything else."""


def read(folder: Path = WORDS) -> Phrases:
    """The phrases in a folder.

    Raises:
        ValueError: a pattern begins with a part that may be left out.
    """
    speech, told = _read(folder / "speech.json"), _read(folder / "told.json")
    sorts = {name: _read(folder / f"{name}.json") for name in SORTS}
    negators = frozenset(speech["negators"])
    parts = {name: Parts({**speech["classes"], **sort["classes"]}, negators) for name, sort in sorts.items()}
    return Phrases(
        spelled_out={word: tuple(whole) for word, whole in speech["spelled_out"].items()},
        joined=speech["joined"],
        fillers=frozenset(speech["fillers"]),
        tags=frozenset(tuple(pair.split()) for pair in speech["tags"]),
        negators=negators,
        transparent=frozenset(speech["transparent"]),
        joins=frozenset(speech["joins"]),
        reporting=frozenset(speech["reporting"]),
        idioms={name: Patterns(sort["idioms"], parts[name]) for name, sort in sorts.items()},
        sorts={name: _lists(sort, parts[name]) for name, sort in sorts.items()},
        told=_lists(told, Parts(speech["classes"], negators)),
        daily=lists_of("daily", folder),
        names=frozenset(json.decode(NAMES.read_bytes(), type=list[str])).difference(
            speech["names_and_words"]
        ),
    )


def lists_of(name: str, folder: Path = WORDS) -> dict[str, Patterns]:
    """The patterns in one file, by the name of their list."""
    speech, sort = _read(folder / "speech.json"), _read(folder / f"{name}.json")
    return _lists(sort, Parts({**speech["classes"], **sort["classes"]}, frozenset(speech["negators"])))


def _lists(sort: dict[str, Any], parts: Parts) -> dict[str, Patterns]:
    named = {name: lines for name, lines in sort.items() if name not in {"classes", "idioms"}}
    return {name: Patterns(lines, parts) for name, lines in named.items()}


def _read(path: Path) -> dict[str, Any]:
    subject: dict[str, Any] = json.decode(path.read_bytes())
    return subject
