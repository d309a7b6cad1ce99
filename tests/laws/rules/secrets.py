"""Words that nobody would say by chance: where they turn up, somebody's answer was told on."""

from __future__ import annotations

import random
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from string import ascii_lowercase as LETTERS  # noqa: N812 - it is a constant

import msgspec

from skill.domain.check_in.expectations import Answering, ForgettingAnswers
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.reply import Close
from skill.domain.voice import mark
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken

SECRET = re.compile(r"zq[a-z]{4}")
KEPT = frozenset({"check_in.kept", "check_in.both_kept"})
GONE = frozenset({"check_in.deleted", "forgetting_answers.done"})
REFUSED = ("shit", "naked", "anxious", "7 out of 10")
"""What makes an answer one that is never kept."""
A_YEAR = timedelta(days=366)


def secret(number: int) -> str:
    """The words of one answer, like no other's."""
    letters = [chr(ord("a") + number // 26**place % 26) for place in range(4)]
    return f"zq{''.join(letters)}"


def aside(dice: random.Random) -> str:
    """Words that somebody says where no answer was asked for; no answer of ours ends like them."""
    return f"zq{''.join(dice.choice(LETTERS) for _ in range(3))}z {dice.choice(REFUSED)}"


@dataclass(frozen=True)
class Answer:
    """An answer that somebody asked to keep."""

    word: str
    partner: Partner
    question: str
    day: date
    person: str | None

    def meets(self, other: Answer) -> bool:
        """Whether two are answers of two people to one question of one day."""
        one_voice = self.person is not None and self.person == other.person
        same = (self.question, self.day) == (other.question, other.day)
        return same and self.partner is not other.partner and not one_voice


@dataclass
class Secrets:
    """All that may be kept now, by what people chose."""

    answers: dict[str, Answer] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    revealed: int = 0

    def hear(self, life: Life, taken: Taken) -> None:
        """Holds one turn against what may be kept and what may be read out."""
        said = [slot.words for slot in taken.turn.slots.values()]
        self.seen.update(word for words in said for word in SECRET.findall(words))
        if taken.keys & KEPT:
            self._keep(life, taken)
        self._read_out(taken)
        if taken.forgets:
            self.answers.clear()
        if self.seen:
            self._stored(life, taken)

    def _keep(self, life: Life, taken: Taken) -> None:
        state = taken.turn.progress.state
        assert isinstance(state, Answering), "rule 4: words are kept before the choice and whose they are"
        words = next(slot.words for name, slot in taken.turn.slots.items() if name in ("answer", "name"))
        assert not any(refused in words for refused in REFUSED), "rule 4: words of a kind that is never kept"
        for word in SECRET.findall(words):
            self.answers[word] = Answer(word, state.partner, state.question, life.day, taken.turn.person)

    def _read_out(self, taken: Taken) -> None:
        words = set(SECRET.findall(taken.words))
        if not words:
            return
        assert taken.state == "JustYouTwo", "rule 4: an answer is read before it is just the two"
        assert taken.turn.intent == "AMAZON.YesIntent", "rule 4: an answer is read without a yes"
        assert isinstance(taken.reply, Close), "rule 4: a reveal ends"
        read = [line for line in taken.reply.lines if isinstance(line, Line) and line.key == "check_in.said"]
        assert len(read) == len(Partner), "rule 4: one answer is read without the other"
        known = [self.answers[word] for word in words if word in self.answers]
        assert len(known) == len(words), "rule 4: an answer is read that nobody asked to keep"
        assert known[0].meets(known[-1]) or len(known) == 1, (
            "rule 4: two are read that do not belong together"
        )
        self.revealed += 1

    def _stored(self, life: Life, taken: Taken) -> None:
        kept = set(SECRET.findall(msgspec.json.encode(taken.after.check_ins).decode()))
        stray = kept - self.answers.keys()
        assert not stray, "rule 4: words are kept that nobody asked to keep"
        if taken.keys & GONE:
            whose = _asked_to_go(taken)
            gone = {a.word for a in self.answers.values() if a.partner in whose and a.day == life.day}
            assert not kept & gone, "rule 4: a deleted answer is still there"
        if life.household().settled_on == life.day:
            old = {word for word in kept if self.answers[word].day != life.day}
            assert not old, "rule 4: an unmatched answer outlives four o'clock"


def _asked_to_go(taken: Taken) -> Collection[Partner | None]:
    """Whose answers of today are gone: by the question that got its yes, else by name or speaker."""
    state, name = taken.turn.progress.state, taken.turn.words("name")
    if isinstance(state, ForgettingAnswers) and "forgetting_answers.done" in taken.keys:
        return (state.partner,) if state.partner else tuple(Partner)
    return (taken.before.called(name) if name else _speaker(taken),)


def _speaker(taken: Taken) -> Partner | None:
    """Who speaks: by the voice where it is linked, else as it was said before."""
    voice = mark(taken.turn.person)
    linked = (who for who in Partner if voice and taken.before.person(who).voice == voice)
    return next(linked, taken.turn.progress.here)
