"""A two-minute exercise: steps of words and quiet, and where it has one, a gate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from skill.domain.card import Card, grade_of
from skill.domain.exercise.situation import Situation
from skill.domain.exercise.step import STANDARD, Step
from skill.domain.ladder import Touch
from skill.domain.line import Chime, Line, Spoken


class Theme(StrEnum):
    """What an exercise can be asked for by; the last three are kinds of touch."""

    CALM = "calm"
    BREATH = "breath"
    SENSES = "senses"
    BODY = "body"
    KIND = "kind"
    REST = "rest"
    SPACE = "space"
    THANKS = "thanks"
    GOOD_NEWS = "good_news"
    TALK = "talk"
    LISTEN = "listen"
    REMEMBER = "remember"
    NEAR = "near"
    PLAY = "play"
    BEDTIME = "bedtime"
    HAND = "hand"
    HUG = "hug"
    KISS = "kiss"


class Company(StrEnum):
    """Whether it is done by one or by both."""

    ALONE = "alone"
    TOGETHER = "together"


class Hands(StrEnum):
    """What the hands are busy with."""

    FREE = "free"
    ONE = "one"
    BABY = "baby"
    ACROSS = "across"


class Baby(StrEnum):
    """How it goes with a baby in the arms."""

    ANY = "any"
    """As it comes."""
    SEATED = "seated"
    """Sitting, with open eyes, and a sleepy parent lays the baby somewhere safe first."""
    NO = "no"


class PartOfDay(StrEnum):
    """When an exercise fits."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


def part_of_day(local: datetime) -> PartOfDay:
    """The part of the day of a local wall-clock time."""
    ends = ((4, PartOfDay.NIGHT), (12, PartOfDay.MORNING), (17, PartOfDay.DAY), (22, PartOfDay.EVENING))
    return next((part for end, part in ends if local.hour < end), PartOfDay.NIGHT)


class Exercise(Struct, frozen=True):
    """One exercise of the library; its words are phrases of their own."""

    id: str
    slug: str
    company: Company
    works_with: frozenset[Hands]
    themes: frozenset[Theme]
    times: frozenset[PartOfDay]
    touch: Touch
    steps: tuple[Step, ...]
    """The opening is the first of them, the closing the last."""
    grade: str
    """How well it was tested, as `card.grade_of` has it; why and source are for a screen alone."""
    baby: Baby = Baby.ANY
    twin: str | None = None
    """The id of the one to give instead of one with touch: always one without."""
    unasked: bool = True
    """Whether it may be drawn; if not, it comes by its name, or where nothing else has the theme."""
    when: frozenset[Situation] = frozenset()
    """What it is good for."""
    not_when: frozenset[Situation] = frozenset()
    """What it is wrong for; hands and times of day stand above."""

    @property
    def end(self) -> int:
        """Where an exercise stands once all of it was heard."""
        return len(self.steps)

    @property
    def closing(self) -> int:
        """The last step."""
        return len(self.steps) - 1

    @property
    def name(self) -> Line:
        """What it is called."""
        return Line(f"exercise.{self.id}.name")

    @property
    def card(self) -> Card | None:
        """Where it comes from; nothing of one with touch, which leaves nothing anywhere."""
        if self.touch is not Touch.NONE:
            return None
        of = f"exercise.{self.id}"
        return Card(self.name.key, (f"{of}.why", f"{of}.source", grade_of(self.grade)))

    @property
    def is_track(self) -> bool:
        """Whether it can be played as one sound: nothing in it is asked, and it has no touch."""
        return self.touch is Touch.NONE and not any(step.stops for step in self.steps)

    def begins(self, step: int) -> int:
        """Where a step of its track begins, in milliseconds."""
        return round(sum(each.seconds(STANDARD) for each in self.steps[:step]) * 1000)

    def part(self, start: int) -> range:
        """The steps given in one go: from one of them to the next question, or to the end."""
        stops = (step for step in range(start, self.end) if self.steps[step].stops)
        return range(start, next(stops, self.closing) + 1)

    def gate_of(self, start: int) -> int | None:
        """The gate that the part from a step on leads to, or None."""
        last = self.part(start)[-1] if start < self.end else self.closing
        return last if self.steps[last].gate else None

    def seconds(self, start: int, pace: int) -> float:
        """How long the part from a step on lasts."""
        return sum(self.steps[step].seconds(pace) for step in self.part(start))

    def reached(self, start: int, pace: int, seconds: float) -> int:
        """Which step runs so long after the part from `start` was given: never one past a gate."""
        for step in self.part(start):
            seconds -= self.steps[step].seconds(pace)
            if seconds < 0 or self.steps[step].stops:
                return step
        return self.end

    def spoken(self, start: int, pace: int, *, needs: bool = True) -> tuple[Spoken, ...]:
        """What the part from a step on says, a gate's question left out.

        A chime begins it, but for touch, where two are first asked whether they are in; a chime ends it.

        Without `needs`, one that is good after a loss says nothing of how to do it with a baby.
        """
        steps = (self.steps[step] for step in self.part(start))
        unsaid = f"exercise.{self.id}.needs" if Situation.LOSS in self.when and not needs else None
        said = tuple(line for step in steps for line in step.spoken(pace, unsaid))
        begins = start == 0 and self.touch is Touch.NONE
        ends = self.part(start)[-1] == self.closing
        return ((Chime.START,) if begins else ()) + said + ((Chime.END,) if ends else ())


def by_id(exercises: Sequence[Exercise], wanted: str) -> Exercise | None:
    """The exercise of an id; None for one that the library no longer has."""
    return next((exercise for exercise in exercises if exercise.id == wanted), None)
