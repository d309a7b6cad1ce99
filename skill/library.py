"""Reads the locales once, checks them, and names file and key of what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal, TypeVar

import msgspec
import tzdata

from skill.domain.check_in.question import Question, QuestionKind
from skill.domain.exercise.exercise import SETTLING, Company, Exercise, Hands, PartOfDay, Step, Theme, Touch
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


class _StepRow(msgspec.Struct, forbid_unknown_fields=True):
    say: str
    rest: Annotated[int, msgspec.Meta(ge=1, le=40)]
    gate: str | None = None


class _ExerciseRow(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    slug: str
    name: str
    themes: list[Theme]
    company: Company
    works_with: list[Hands]
    times: list[PartOfDay]
    touch: Touch
    """Anything but "none" is refused."""
    opening: str
    needs: str
    steps: list[_StepRow]
    closing: str
    why: str
    source: str
    grade: Literal["A", "B", "C"]

    def phrases(self) -> Mapping[str, str]:
        """Its words, by their keys."""
        steps = list(enumerate(self.steps, start=1))
        words = {"name": self.name, "opening": self.opening, "needs": self.needs, "closing": self.closing}
        words |= {f"step.{step}": row.say for step, row in steps}
        words |= {f"gate.{step}": row.gate for step, row in steps if row.gate}
        return {f"exercise.{self.id}.{name}": said for name, said in words.items()}

    def exercise(self) -> Exercise:
        """The same in the words of the domain."""
        return Exercise(
            id=self.id,
            slug=self.slug,
            company=self.company,
            works_with=frozenset(self.works_with),
            themes=frozenset(self.themes),
            times=frozenset(self.times),
            touch=self.touch,
            steps=tuple(self._steps()),
        )

    def _steps(self) -> Iterator[Step]:
        yield self._step(SETTLING, "opening", "needs")
        for step, row in enumerate(self.steps, start=1):
            yield self._step(row.rest, f"step.{step}", gate=f"gate.{step}" if row.gate else None)
        yield self._step(SETTLING, "closing")

    def _step(self, rest: int, *names: str, gate: str | None = None) -> Step:
        keys = tuple(f"exercise.{self.id}.{name}" for name in names)
        asked = f"exercise.{self.id}.{gate}" if gate else None
        words = sum(len(self.phrases()[key].split()) for key in (*keys, *filter(None, (asked,))))
        return Step(keys, words, rest, asked)


def phrase_fields(template: str) -> frozenset[str]:
    """The names a phrase expects in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


class Library(msgspec.Struct, dict=True):
    """Words and content of one language, with the small differences of its locales."""

    folder: Path

    @classmethod
    def english(cls) -> Library:
        """The English of the five locales."""
        return cls(Path(__file__).parent / "locales" / "en")

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

    @cached_property
    def exercises(self) -> Sequence[Exercise]:
        """All exercises, by their ids."""
        return tuple(row.exercise() for row in sorted(self._exercise_rows, key=lambda row: row.id))

    def support(self, country: str) -> Support:
        """The verified help of a country; empty rows for one that is not known."""
        return self._support.get(country, Support(country, None, None))

    def word_list(self, name: str) -> frozenset[str]:
        """A list of words by its name, lower case."""
        return self._word_lists[name]

    @cached_property
    def zones(self) -> Mapping[str, str]:
        """IANA zone names and their countries."""
        rows = (
            (Path(tzdata.__file__).parent / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
        )
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
        for exercise in self._exercise_rows:
            phrases.update({key: (words,) for key, words in exercise.phrases().items()})
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
    def _exercise_rows(self) -> Sequence[_ExerciseRow]:
        return tuple(_read(file, _ExerciseRow) for file in _json_files(self.folder / "exercises"))

    @cached_property
    def _support(self) -> Mapping[str, Support]:
        rows = _read(self.folder / "support.json", list[_SupportRow])
        return {row.country: Support(row.country, row.emergency, row.crisis) for row in rows}

    @cached_property
    def _word_lists(self) -> Mapping[str, frozenset[str]]:
        lists = _read(self.folder / "word_lists.json", dict[str, list[str]])
        return {name: frozenset(words) for name, words in lists.items()}


def _json_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)


def _listed(wordings: Wordings) -> Sequence[str]:
    return (wordings,) if isinstance(wordings, str) else tuple(wordings)


def _read(file: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        raise LibraryError(f"{file.name}: {fault}") from fault
