"""Reads the locales once, checks them, and names file and key of what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import Annotated, TypeVar

import msgspec

from skill.domain.check_in import Question, QuestionKind
from skill.domain.support import HelpLine, Support

LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")
Wordings = str | list[str]
T = TypeVar("T")


class LibraryError(Exception):
    """A data file is wrong; the message names the file and the place in it."""


class _QuestionRow(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    depth: Annotated[int, msgspec.Meta(ge=0, le=5)]
    text: str


class _SupportRow(msgspec.Struct, forbid_unknown_fields=True):
    country: str
    emergency: str | None = None
    crisis: HelpLine | None = None


def phrase_fields(template: str) -> frozenset[str]:
    """The names a phrase expects in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


@dataclass
class Library:
    """Words and content of one language, with the small differences of its locales."""

    folder: Path | Traversable

    @classmethod
    def english(cls) -> Library:
        """The English of the five locales."""
        return cls(files("skill") / "locales" / "en")

    def phrase(self, locale: str, key: str, variant: int = 0) -> str:
        """One wording of a phrase, in a locale.

        Raises:
            LibraryError: when there is no such phrase.
        """
        wordings = self._differences.get(locale, {}).get(key) or self._phrases.get(key)
        if not wordings:
            raise LibraryError(f"There is no phrase {key}.")
        return wordings[variant % len(wordings)]

    def variants(self, key: str) -> int:
        """How many wordings a phrase has; 0 when there is no such phrase."""
        return len(self._phrases.get(key, ()))

    @property
    def keys(self) -> Sequence[str]:
        """All phrases there are."""
        return tuple(self._phrases)

    @cached_property
    def questions(self) -> Sequence[Question]:
        """All check-in questions."""
        return tuple(
            Question(row.id, kind, row.depth) for kind, rows in self._question_rows.items() for row in rows
        )

    def support(self, country: str) -> Support:
        """The verified help of a country; empty rows for one that is not known."""
        return self._support.get(country, Support(country, None, None))

    def word_list(self, name: str) -> frozenset[str]:
        """A list of words by its name, lower case."""
        return self._word_lists[name]

    @cached_property
    def zones(self) -> Mapping[str, str]:
        """IANA zone names and their countries."""
        rows = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
        columns = (row.split("\t") for row in rows if row and not row.startswith("#"))
        return {row[2]: row[0] for row in columns}

    @cached_property
    def _phrases(self) -> Mapping[str, Sequence[str]]:
        phrases: dict[str, Sequence[str]] = {}
        for file in _json_files(self.folder / "phrases"):
            subject = file.name.removesuffix(".json")
            for key, wordings in _read(file, dict[str, Wordings]).items():
                phrases[f"{subject}.{key}"] = _listed(wordings)
        for rows in self._question_rows.values():
            phrases.update({f"question.{row.id}": (row.text,) for row in rows})
        return phrases

    @cached_property
    def _differences(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        read = {f.name: _read(f, dict[str, Wordings]) for f in _json_files(self.folder / "differences")}
        return {
            name.removesuffix(".json"): {key: _listed(wordings) for key, wordings in rows.items()}
            for name, rows in read.items()
        }

    @cached_property
    def _question_rows(self) -> Mapping[QuestionKind, Sequence[_QuestionRow]]:
        return {
            kind: _read(self.folder / "questions" / f"{kind}.json", list[_QuestionRow])
            for kind in QuestionKind
        }

    @cached_property
    def _support(self) -> Mapping[str, Support]:
        rows = _read(self.folder / "support.json", list[_SupportRow])
        return {row.country: Support(row.country, row.emergency, row.crisis) for row in rows}

    @cached_property
    def _word_lists(self) -> Mapping[str, frozenset[str]]:
        lists = _read(self.folder / "word_lists.json", dict[str, list[str]])
        return {name: frozenset(words) for name, words in lists.items()}


def _json_files(folder: Path | Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)


def _listed(wordings: Wordings) -> Sequence[str]:
    return (wordings,) if isinstance(wordings, str) else tuple(wordings)


def _read(file: Path | Traversable, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        raise LibraryError(f"{file.name}: {fault}") from fault
