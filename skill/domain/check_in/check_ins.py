"""What a household's check-ins leave behind: questions asked, a depth that follows them, kept answers."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.partner import Partner
from skill.domain.today import is_weekend

NO_REPEAT = timedelta(days=60)
LIGHT = 1
DEEPEST = 5
RISE_AFTER = 5
RISE_WITHIN = timedelta(days=14)
LIGHTER_AFTER_PASS = timedelta(days=3)


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
    question: str = ""
    voice: str | None = None
    """Whose voice it was, as a mark that says no more: one voice is never two people."""

    def answers(self, other: KeptAnswer) -> bool:
        """Whether two answers belong together: one question, two partners, not one and the same voice."""
        one_voice = self.voice is not None and self.voice == other.voice
        return self.question == other.question and self.partner is not other.partner and not one_voice


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
    met: tuple[Pair, ...] = ()
    """Today's pairs, until four: whoever left an answer may still take it back."""

    def on(self, day: date) -> Asked | None:
        """The question that stands for a day, if one was asked."""
        standing = [a for a in self.asked if a.day == day and a.outcome is not Outcome.SWAPPED]
        return standing[-1] if standing else None

    def swapped(self, day: date) -> bool:
        """Whether the day's question was exchanged for a lighter one already."""
        return any(a.day == day and a.outcome is Outcome.SWAPPED for a in self.asked)

    def effective_depth(self, day: date) -> int:
        """The depth that counts on a day: one lower for the three days after a pass, light at weekends."""
        lower = self.passed_on is not None and day - self.passed_on <= LIGHTER_AFTER_PASS
        depth = max(self.depth - lower, 0)
        return min(depth, LIGHT) if is_weekend(day) else depth

    def asking(self, day: date, question: str) -> CheckIns:
        """The same with a question asked; what is older than sixty days is let go."""
        recent = tuple(a for a in self.asked if day - a.day < NO_REPEAT)
        return replace(self, asked=(*recent, Asked(day, question)))

    def swapping(self, day: date, question: str) -> CheckIns:
        """The same with the day's question exchanged for another; what waits for the old one is let go."""
        return replace(
            self._marking(day, Outcome.SWAPPED).asking(day, question), waiting=(), waiting_day=None
        )

    def passing(self, day: date) -> CheckIns:
        """The same after a pass, taken up or not: one step lighter for three days."""
        return replace(self._marking(day, Outcome.PASSED), passed_on=day) if self.on(day) else self

    def taking_up(self, day: date) -> CheckIns:
        """The same with the day's question taken up; five in fourteen days raise the depth by one."""
        marked = self._marking(day, Outcome.TAKEN_UP)
        if marked is self or not marked.may_rise(day):
            return marked
        return replace(marked, depth=min(self.depth + 1, DEEPEST), rose_on=day)

    def may_rise(self, day: date) -> bool:
        """Whether five questions taken up in fourteen days, none of the last two passed, allow a step."""
        since = max(day - RISE_WITHIN, self.rose_on or date.min)
        answered = [a for a in self.asked if a.outcome in (Outcome.TAKEN_UP, Outcome.PASSED)]
        taken = [a for a in answered if a.outcome is Outcome.TAKEN_UP and a.day > since]
        passed = [a for a in answered[-2:] if a.outcome is Outcome.PASSED or a.day == self.passed_on]
        return len(taken) >= RISE_AFTER and not passed

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
        """The same with an answer paired with the other's, or waiting for it.

        A second of one partner or voice replaces the first.
        """
        other = self.counterpart(day, answer)
        if other is None:
            return replace(self, waiting=(answer,), waiting_day=day)
        pair = Pair(day, answer.question, (other, answer))
        return replace(self, waiting=(), waiting_day=None, met=(*self.met, pair))

    def kept_on(self, day: date) -> tuple[KeptAnswer, ...]:
        """All answers kept on a day, oldest first: in pairs, and waiting."""
        paired = (a for pair in self.met if pair.day == day for a in pair.answers)
        return (*paired, *self.waiting_on(day))

    def left_by(self, day: date, voice: str | None) -> Partner | None:
        """Who left an answer on a day in a voice; None for a voice that left none, or two in two names."""
        left = {a.partner for a in self.kept_on(day) if voice is not None and a.voice == voice}
        return left.pop() if len(left) == 1 else None

    def revoking(self, day: date, partner: Partner) -> CheckIns:
        """The same without what a partner left on a day; the other's last answer waits again."""
        staying = [a for a in self.kept_on(day) if a.partner is not partner][-1:]
        standing = self.on(day)
        waiting = tuple(a for a in staying if standing and a.question == standing.question)
        return replace(self, waiting=waiting, waiting_day=day if waiting else None, met=())

    def counterpart(self, day: date, answer: KeptAnswer) -> KeptAnswer | None:
        """The waiting answer that belongs to another, or None."""
        return next((a for a in self.waiting_on(day) if a.answers(answer)), None)

    def waiting_on(self, day: date) -> tuple[KeptAnswer, ...]:
        """The kept answers of a day that have no partner yet."""
        return self.waiting if self.waiting_day == day else ()

    def matched(self) -> CheckIns:
        """The same without what nobody may read: an answer that waits for the other's."""
        return replace(self, waiting=(), waiting_day=None)

    def settled(self, day: date) -> CheckIns:
        """The same at the start of a day: what waited is gone, pairs are where pairs are kept."""
        stale = (self.waiting and self.waiting_day != day) or any(pair.day != day for pair in self.met)
        return replace(self, waiting=(), waiting_day=None, met=()) if stale else self
