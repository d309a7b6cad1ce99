"""The shapes of the data files in locales/, read and checked: what is wrong is named by file and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from skill.domain.alone_time.nourishing import Idea, Need
from skill.domain.exercise.exercise import (
    SETTLING,
    Baby,
    Company,
    Exercise,
    Hands,
    PartOfDay,
    Step,
    Theme,
)
from skill.domain.exercise.situation import Situation
from skill.domain.fact import Fact
from skill.domain.frame import Frame
from skill.domain.ladder import Touch
from skill.domain.small_moment import SmallMoment, Spot

Wordings = str | list[str]
T = TypeVar("T")
NO_GATE: Mapping[str, str] = {}


class LibraryError(Exception):
    """A data file is wrong; the message names the file and the place in it."""


class QuestionRow(msgspec.Struct, forbid_unknown_fields=True):
    """A question, as it stands in the file of its kind."""

    id: str
    depth: Annotated[int, msgspec.Meta(ge=0, le=5)]
    text: str


class StepRow(msgspec.Struct, forbid_unknown_fields=True):
    """One step of an exercise."""

    say: str
    rest: Annotated[int, msgspec.Meta(ge=1, le=40)]
    gate: str | None = None
    """What is asked before an exercise without touch goes on."""
    consent: bool = False
    """The middle check of one with touch: the words let go, and both are asked again."""


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
    baby: Baby
    opening: str
    """What it is."""
    ends: str
    """How it ends, said before it begins."""
    needs: str
    steps: list[StepRow]
    closing: str
    why: str
    source: str
    grade: Literal["A", "B", "C", "X"]
    twin: str | None = None
    unasked: bool = True
    when: list[Situation] = []
    not_when: list[Situation] = []

    def __post_init__(self) -> None:
        """Refuses touch without two people, a middle check or a twin, and these two without touch."""
        checks = sum(step.consent for step in self.steps)
        if self.touch is Touch.NONE and (checks or self.twin):
            raise ValueError("`consent` and `twin` belong to an exercise with touch - at `$.touch`")
        if self.touch is not Touch.NONE and not self._is_framed(checks):
            raise ValueError("touch takes two, one step with `consent`, and a `twin` - at `$.touch`")

    def _is_framed(self, checks: int) -> bool:
        return self.company is Company.TOGETHER and checks == 1 and bool(self.twin)

    def phrases(self) -> Mapping[str, str]:
        """Its words, by their keys."""
        words = {each: getattr(self, each) for each in ("name", "opening", "ends", "needs", "closing")}
        for step, row in enumerate(self.steps, start=1):
            words[f"step.{step}"] = row.say
            if row.gate:
                words[f"gate.{step}"] = row.gate
        return {f"exercise.{self.id}.{name}": said for name, said in words.items()}

    def shown(self) -> Mapping[str, str]:
        """What a screen shows of it and nobody says, by its keys."""
        return {f"exercise.{self.id}.{name}": getattr(self, name) for name in ("why", "source")}

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
            grade=self.grade,
            baby=self.baby,
            twin=self.twin,
            unasked=self.unasked,
            when=frozenset(self.when),
            not_when=frozenset(self.not_when),
        )

    def _steps(self) -> Iterator[Step]:
        opening = {"opening": self.opening, "ends": self.ends, "needs": self.needs}
        yield self._step(opening, SETTLING, consent=self.touch is not Touch.NONE)
        for step, row in enumerate(self.steps, start=1):
            gate = {f"gate.{step}": row.gate} if row.gate else {}
            yield self._step({f"step.{step}": row.say}, row.rest, gate, consent=row.consent)
        yield self._step({"closing": self.closing}, SETTLING)

    def _step(
        self, said: Mapping[str, str], rest: int, gate: Mapping[str, str] = NO_GATE, *, consent: bool = False
    ) -> Step:
        words = sum(len(text.split()) for text in {**said, **gate}.values())
        asked = next((f"exercise.{self.id}.{name}" for name in gate), None)
        return Step(tuple(f"exercise.{self.id}.{name}" for name in said), words, rest, asked, consent)


class SmallMomentRow(msgspec.Struct, forbid_unknown_fields=True):
    """A small moment, as it stands in the file of its place."""

    id: str
    place: Spot
    touch: Touch
    works_with: list[Hands]
    alone: bool
    text: str

    def small_moment(self) -> SmallMoment:
        """The same in the words of the domain."""
        return SmallMoment(self.id, self.place, self.touch, frozenset(self.works_with), self.alone)


class FrameStepRow(msgspec.Struct, forbid_unknown_fields=True):
    """Some words of a frame, then quiet to try them out."""

    say: str
    rest: Annotated[int, msgspec.Meta(ge=5, le=40)]


class FrameRow(msgspec.Struct, forbid_unknown_fields=True):
    """A frame for saying something, as it stands in a file of its own."""

    id: str
    name: str
    intro: str
    steps: list[FrameStepRow]
    closing: str
    why: str
    source: str
    grade: Literal["A", "B", "C"]

    def phrases(self) -> Mapping[str, str]:
        """Its words, by their keys."""
        words = {each: getattr(self, each) for each in ("name", "intro", "closing")}
        words |= {f"step.{step}": row.say for step, row in enumerate(self.steps, start=1)}
        return {f"frame.{self.id}.{name}": said for name, said in words.items()}

    def frame(self) -> Frame:
        """The same in the words of the domain."""
        return Frame(self.id, tuple(step.rest for step in self.steps))


class FactRow(msgspec.Struct, forbid_unknown_fields=True):
    """A small true thing, as it stands in the file of its subject."""

    id: str
    touch: Touch
    text: str
    source: str
    grade: Literal["A", "B", "C"]

    def fact(self) -> Fact:
        """The same in the words of the domain."""
        return Fact(self.id, self.touch, self.grade)

    def shown(self) -> Mapping[str, str]:
        """What a screen shows of it and nobody says, by its key."""
        return {f"fact.{self.id}.source": self.source}


class IdeaRow(msgspec.Struct, forbid_unknown_fields=True):
    """Something to do alone, as it stands in the menu."""

    id: str
    minutes: Literal[2, 15, 30, 60]
    """The smallest size it fits into."""
    text: str


class SizeRow(msgspec.Struct, forbid_unknown_fields=True):
    """A size of time alone, and what is said of it."""

    minutes: Literal[2, 15, 30, 60]
    text: str


class MenuRow(msgspec.Struct, forbid_unknown_fields=True):
    """The menu of time alone, as it stands in its file."""

    ideas: dict[Need, list[IdeaRow]]
    sizes: list[SizeRow]
    welcome_back: list[str]
    no_report: list[str]
    chore_replies: list[str]

    def phrases(self) -> Mapping[str, Sequence[str]]:
        """Its words, by their keys."""
        words: dict[str, Sequence[str]] = {
            "chore": self.chore_replies,
            "welcome_back": self.welcome_back,
            "no_report": self.no_report,
        }
        words |= {f"size.{row.minutes}": (row.text,) for row in self.sizes}
        words |= {f"idea.{row.id}": (row.text,) for rows in self.ideas.values() for row in rows}
        return {f"alone_menu.{name}": said for name, said in words.items()}

    def all_ideas(self) -> Iterator[Idea]:
        """Its ideas in the words of the domain."""
        for need, rows in self.ideas.items():
            yield from (Idea(row.id, need, row.minutes) for row in rows)


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
