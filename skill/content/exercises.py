"""Exercises, as they stand in files of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import msgspec

from skill.domain.exercise.exercise import Baby, Company, Exercise, Hands, PartOfDay, Theme
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import SETTLING, Step
from skill.domain.ladder import Touch

NO_GATE: Mapping[str, str] = {}


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
