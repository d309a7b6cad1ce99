"""The check-in: one question a day, seven kinds in turn, a depth that follows the household."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value
from skill.domain.partner import Partner
from skill.domain.today import is_weekend

NO_REPEAT = timedelta(days=60)
LIGHT = 1
DEEPEST = 5
RISE_AFTER = 5
RISE_WITHIN = timedelta(days=14)
LIGHTER_AFTER_PASS = timedelta(days=3)


class QuestionKind(StrEnum):
    """Seven kinds, in the order in which the days take them."""

    NOTICING = "noticing"
    PLAY = "play"
    THANKS = "thanks"
    WISH = "wish"
    STORY = "story"
    US = "us"
    AHEAD = "ahead"


class Question(Struct, frozen=True):
    """One question of the library: its words are the phrase `question.<id>`."""

    id: str
    kind: QuestionKind
    depth: int
    """0 to 5; 0 and 1 are one pool."""


class Outcome(StrEnum):
    """What became of a question that was asked."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    PASSED = "passed"
    SWAPPED = "swapped"


class Asked(Struct, frozen=True):
    """A question asked on a day; whose answer or pass it was is not recorded."""

    day: date
    question: str
    outcome: Outcome = Outcome.OPEN


class KeptAnswer(Struct, frozen=True):
    """Words one partner asked to keep for the two of them."""

    partner: Partner
    words: str


class Pair(Struct, frozen=True):
    """Two kept answers to the same question: only a pair can be heard."""

    day: date
    question: str
    answers: tuple[KeptAnswer, KeptAnswer]


class CheckIns(Struct, frozen=True):
    """What a household's check-ins leave behind: never more than the last sixty days."""

    asked: tuple[Asked, ...] = ()
    depth: int = 0
    rose_on: date | None = None
    passed_on: date | None = None
    waiting: tuple[KeptAnswer, ...] = ()
    """Today's kept answers that have no partner yet; gone at four."""
    waiting_day: date | None = None

    def on(self, day: date) -> Asked | None:
        """The question that stands for a day, if one was asked."""
        standing = [a for a in self.asked if a.day == day and a.outcome is not Outcome.SWAPPED]
        return standing[-1] if standing else None

    def swapped(self, day: date) -> bool:
        """Whether the day's question was exchanged for a lighter one already."""
        return any(a.day == day and a.outcome is Outcome.SWAPPED for a in self.asked)

    def effective_depth(self, day: date) -> int:
        """The depth that counts on a day: one lower for three days after a pass, light at weekends."""
        lower = self.passed_on is not None and day - self.passed_on < LIGHTER_AFTER_PASS
        depth = max(self.depth - lower, 0)
        return min(depth, LIGHT) if is_weekend(day) else depth

    def asking(self, day: date, question: str) -> CheckIns:
        """The same with a question asked; what is older than sixty days is let go."""
        recent = tuple(a for a in self.asked if day - a.day < NO_REPEAT)
        return replace(self, asked=(*recent, Asked(day, question)))

    def swapping(self, day: date, question: str) -> CheckIns:
        """The same with the day's question exchanged for another."""
        return self._marking(day, Outcome.SWAPPED).asking(day, question)

    def passing(self, day: date) -> CheckIns:
        """The same after a pass: one step lighter for three days."""
        marked = self._marking(day, Outcome.PASSED)
        return marked if marked is self else replace(marked, passed_on=day)

    def taking_up(self, day: date) -> CheckIns:
        """The same with the day's question taken up; five in fourteen days raise the depth by one."""
        marked = self._marking(day, Outcome.TAKEN_UP)
        if marked is self or not marked.may_rise(day):
            return marked
        return replace(marked, depth=min(max(self.depth, LIGHT) + 1, DEEPEST), rose_on=day)

    def may_rise(self, day: date) -> bool:
        """Whether five questions taken up in fourteen days, none of the last two passed, allow a step."""
        since = max(day - RISE_WITHIN, self.rose_on or date.min)
        answered = [a for a in self.asked if a.outcome in (Outcome.TAKEN_UP, Outcome.PASSED)]
        taken = [a for a in answered if a.outcome is Outcome.TAKEN_UP and a.day > since]
        return len(taken) >= RISE_AFTER and all(a.outcome is Outcome.TAKEN_UP for a in answered[-2:])

    def _marking(self, day: date, outcome: Outcome) -> CheckIns:
        standing = self.on(day)
        if (
            standing is None
            or standing.outcome not in (Outcome.OPEN, Outcome.PASSED)
            or standing.outcome is outcome
        ):
            return self
        asked = tuple(replace(a, outcome=outcome) if a is standing else a for a in self.asked)
        return replace(self, asked=asked)

    def keeping(self, day: date, answer: KeptAnswer) -> CheckIns:
        """The same with an answer waiting for the other's; a second of one partner replaces the first."""
        others = tuple(a for a in self.waiting_on(day) if a.partner is not answer.partner)
        return replace(self, waiting=(*others, answer), waiting_day=day)

    def waiting_on(self, day: date) -> tuple[KeptAnswer, ...]:
        """The kept answers of a day that have no partner yet."""
        return self.waiting if self.waiting_day == day else ()

    def matched(self) -> CheckIns:
        """The same once two answers have met and moved to where pairs are kept."""
        return replace(self, waiting=(), waiting_day=None)

    def settled(self, day: date) -> CheckIns:
        """The same at the start of a day: unmatched answers of earlier days are gone."""
        return self.matched() if self.waiting and self.waiting_day != day else self


def choose(household: str, check_ins: CheckIns, day: date, questions: Sequence[Question]) -> Question | None:
    """The question of a day, the same for both partners; None only when sixty days have used them all."""
    kinds = list(QuestionKind)
    first = day.toordinal() % len(kinds)
    turn = [kinds[(first + step) % len(kinds)] for step in range(len(kinds))]
    depth = check_ins.effective_depth(day)
    if _was_deep(check_ins, day - timedelta(days=1), questions):
        depth = min(depth, LIGHT)
    fresh = _fresh(check_ins, day, questions)
    draw = random.Random(f"{household}:{day}")  # noqa: S311 - a question, not a secret
    for kind in turn:
        for stage in range(max(depth, LIGHT), 0, -1):
            pool = [q for q in fresh if q.kind is kind and max(q.depth, LIGHT) == stage]
            if pool:
                return draw.choice(pool)
    return None


def choose_lighter(
    household: str, check_ins: CheckIns, day: date, questions: Sequence[Question]
) -> Question | None:
    """Another, light question for a day; None when the light ones left are spoken for by the days ahead."""
    light = [q for q in _fresh(check_ins, day, questions) if q.depth <= LIGHT]
    counts = {kind: sum(q.kind is kind for q in light) for kind in QuestionKind}
    needed = _needed(check_ins, day, questions)
    spare = [q for q in light if counts[q.kind] > needed[q.kind]]
    if not spare:
        return None
    return random.Random(f"{household}:{day}:another").choice(spare)  # noqa: S311 - as above


def _fresh(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> list[Question]:
    used = {a.question for a in check_ins.asked if day - a.day < NO_REPEAT}
    return [q for q in questions if q.id not in used]


def _was_deep(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> bool:
    standing = check_ins.on(day)
    return standing is not None and any(q.id == standing.question and q.depth > LIGHT for q in questions)


def _needed(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> Mapping[QuestionKind, int]:
    """How many light questions of each kind the days ahead need before used ones come back."""
    kind_of: dict[str, QuestionKind] = {q.id: q.kind for q in questions if q.depth <= LIGHT}
    kinds = list(QuestionKind)
    needed = dict.fromkeys(kinds, 0)
    margin = dict.fromkeys(kinds, 0)
    returning: dict[date, list[QuestionKind]] = {}
    for a in check_ins.asked:
        if a.question in kind_of:
            returning.setdefault(a.day + NO_REPEAT, []).append(kind_of[a.question])
    for ahead in range(1, NO_REPEAT.days + 1):
        then = day + timedelta(days=ahead)
        for kind in returning.get(then, []):
            margin[kind] += 1
        kind = kinds[then.toordinal() % len(kinds)]
        margin[kind] -= 1
        needed[kind] = max(needed[kind], -margin[kind])
    return needed


class Choosing(Expectation, frozen=True):
    """The question was asked; one choice of three is expected, or the words themselves."""

    KEY: ClassVar[str] = "choosing"
    ELICITS: ClassVar[bool] = True
    question: str

    def values(self) -> Mapping[str, Value]:
        """What the phrases about this state may name."""
        return {"question": Line(f"question.{self.question}")}


class Whose(Expectation, frozen=True):
    """An answer is to be kept; who it is from is expected."""

    KEY: ClassVar[str] = "whose"
    question: str

    def values(self) -> Mapping[str, Value]:
        """What the phrases about this state may name."""
        return {"question": Line(f"question.{self.question}")}


class Answering(Expectation, frozen=True):
    """An answer is to be kept and it is known from whom; the words are expected."""

    KEY: ClassVar[str] = "answering"
    ELICITS: ClassVar[bool] = True
    question: str
    partner: Partner

    def values(self) -> Mapping[str, Value]:
        """What the phrases about this state may name."""
        return {"question": Line(f"question.{self.question}")}


class JustYouTwo(Expectation, frozen=True):
    """A pair is to be heard; a yes that it is the two of them is expected."""

    KEY: ClassVar[str] = "just_you_two"
    day: date
    question: str

    def values(self) -> Mapping[str, Value]:
        """What the phrases about this state may name."""
        return {"question": Line(f"question.{self.question}")}
