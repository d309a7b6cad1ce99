"""The shapes of the data files in locales/, read and checked: what is wrong is named by file and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from skill.domain.exercise.exercise import SETTLING, Company, Exercise, Hands, PartOfDay, Step, Theme, Touch
from skill.domain.support import HelpLine

Wordings = str | list[str]
T = TypeVar("T")


class LibraryError(Exception):
    """A data file is wrong; the message names the file and the place in it."""


class QuestionRow(msgspec.Struct, forbid_unknown_fields=True):
    """A question, as it stands in the file of its kind."""

    id: str
    depth: Annotated[int, msgspec.Meta(ge=0, le=5)]
    text: str


class SupportRow(msgspec.Struct, forbid_unknown_fields=True):
    """Who helps in one country."""

    country: str
    emergency: str | None = None
    crisis: HelpLine | None = None


class StepRow(msgspec.Struct, forbid_unknown_fields=True):
    """One step of an exercise."""

    say: str
    rest: Annotated[int, msgspec.Meta(ge=1, le=40)]
    gate: str | None = None


class ExerciseRow(msgspec.Struct, forbid_unknown_fields=True):
    """An exercise, as it stands in a file of its own."""

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
    steps: list[StepRow]
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


def json_files(folder: Path) -> list[Path]:
    """The data files of a folder by name; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)


def listed(wordings: Wordings) -> Sequence[str]:
    """The wordings of a phrase, one or several."""
    return (wordings,) if isinstance(wordings, str) else tuple(wordings)


def read(file: Path, kind: type[T]) -> T:
    """What stands in a data file.

    Raises:
        LibraryError: when it is not as its kind says; file and place are named.
    """
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        raise LibraryError(f"{file.name}: {fault}") from fault
