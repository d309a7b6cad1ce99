"""Hears danger and fear in raw speech text; the words it knows are data in locales/en/danger."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from skill.domain.ports import Distress
from skill.ears.patterns import Parts, Patterns, found, indexed

WORDS = Path(__file__).parents[1] / "locales" / "en" / "danger"
START, END = "^", "$"

_NOT_A_WORD = re.compile(r"[^a-z0-9']+")


class Phrases(Struct, frozen=True):
    """What is listened for."""

    spelled_out: Mapping[str, tuple[str, ...]]
    """Contractions, without their apostrophe, and what they stand for."""
    fillers: frozenset[str]
    tags: frozenset[tuple[str, ...]]
    """Pairs of words that trail behind a sentence and say nothing."""
    negators: frozenset[str]
    transparent: frozenset[str]
    """Words through which a "not" reaches what follows."""
    reporting: frozenset[str]
    """Words through which it also reaches past an "I" ("I don't think I want ...")."""
    idioms: Patterns
    sure: Patterns
    """Danger, whatever else was said."""
    quiet: Patterns
    """Fear that has words of danger in it, which then count no more ("he might hurt the baby")."""
    danger: Patterns
    fear: Patterns
    faint: Patterns
    """Danger, unless fear was said too."""


@lru_cache(maxsize=1)
def phrases(folder: Path = WORDS) -> Phrases:
    """The phrases in a folder; read once.

    Raises:
        ValueError: a pattern begins with a part that may be left out.
    """
    speech, danger, fear = (_read(folder / name) for name in ("speech.json", "danger.json", "fear.json"))
    parts = Parts(
        {**speech["classes"], **danger["classes"], **fear["classes"]}, frozenset(speech["negators"])
    )
    return Phrases(
        spelled_out={word: tuple(whole) for word, whole in speech["spelled_out"].items()},
        fillers=frozenset(speech["fillers"]),
        tags=frozenset(tuple(pair.split()) for pair in speech["tags"]),
        negators=frozenset(speech["negators"]),
        transparent=frozenset(speech["transparent"]),
        reporting=frozenset(speech["reporting"]),
        idioms=indexed([*danger["idioms"], *fear["idioms"]], parts),
        sure=indexed(danger["sure"], parts),
        quiet=indexed(fear["quiet"], parts),
        danger=indexed(danger["patterns"], parts),
        fear=indexed(fear["patterns"], parts),
        faint=indexed(danger["faint"], parts),
    )


def distress(words: str, known: Phrases) -> Distress | None:
    """Danger or fear anywhere in the words; danger goes first, but never for what a partner does."""
    said = tokens(words, known)
    _cover(said, tuple(found(said, known.idioms)))
    if _heard(said, known.sure, known):
        return Distress.DANGER
    afraid = _heard(said, known.fear, known) or _heard(said, known.quiet, known)
    _cover(said, tuple(found(said, known.quiet)))
    if _heard(said, known.danger, known) or (not afraid and _heard(said, known.faint, known)):
        return Distress.DANGER
    return Distress.FEAR if afraid else None


def _heard(said: Sequence[str], patterns: Patterns, known: Phrases) -> bool:
    return any(not _negated(said, start, known) for start, _ in found(said, patterns))


def _cover(said: list[str], spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        said[start:end] = ["~"] * (end - start)


def tokens(words: str, known: Phrases) -> list[str]:
    """The words spelled out, without fillers and stammered repeats, between a start and an end mark."""
    plain = unicodedata.normalize("NFKD", words).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()
    said = [START]
    for word in _NOT_A_WORD.sub(" ", _without_accents(plain)).split():
        bare = word.replace("'", "")
        whole = known.spelled_out.get(word) or known.spelled_out.get(bare) or (bare,)
        said += [each for each in whole if each and each not in known.fillers and each != said[-1]]
    while tuple(said[-2:]) in known.tags:
        del said[-2:]
    return [*said, END]


def _without_accents(plain: str) -> str:
    return plain if plain.isascii() else "".join(each for each in plain if not unicodedata.combining(each))


def _read(path: Path) -> dict[str, dict[str, list[str]]]:
    subject: dict[str, dict[str, list[str]]] = json.loads(path.read_text("utf-8"))
    return subject


def _negated(said: Sequence[str], start: int, known: Phrases) -> bool:
    """Whether a "not" before `start` reaches what begins there."""
    for at in range(start - 1, 0, -1):
        word = said[at]
        if word in known.negators:
            return True
        if word not in known.transparent or (word == "i" and said[at - 1] not in known.reporting):
            return False
    return False
