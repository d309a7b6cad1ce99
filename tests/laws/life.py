"""A household as it is lived: two devices with sessions of their own, a clock, and all that was heard."""

from __future__ import annotations

import copy
import logging
import random
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import msgspec

from skill.domain.household import Household
from skill.domain.line import Line
from skill.domain.ports import Chance, Store
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Kind, Slot, Turn
from skill.ears.listening import Ears
from skill.library import Library
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.laws.device import LONDON, Bench
from tests.laws.wire import Edge, Session, envelope_of

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
EARS = Ears.english()
US = "us"
LOCALE = "en-GB"
MARKS = re.compile(r"<[^>]*>")
QUIET = re.compile(r'<break time="(\d+)s"/>')
HEARD = logging.getLogger("skill")
Watch = Callable[["Life", "Taken"], None]


class KeepingStore(MemoryStore):
    """A memory that says it keeps, so that the product behaves as on a disk, a hundred times faster."""

    keeps = True

    def __deepcopy__(self, _memo: dict[int, object]) -> KeepingStore:
        """All values in it are frozen: the lists around them are all there is to copy."""
        copied = KeepingStore()
        copied._known = {
            household: msgspec.structs.replace(kept, history=list(kept.history), met=list(kept.met))
            for household, kept in self._known.items()
        }
        return copied


class First:
    """Always the first wording."""

    def pick(self, _count: int) -> int:
        return 0


class Dice:
    """Any wording, by a seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def pick(self, count: int) -> int:
        return self.dice.randrange(count)


@dataclass(frozen=True)
class Taken:
    """One turn and all that can be known of it from outside."""

    device: str
    turn: Turn
    reply: Reply
    progress: Progress
    """As the skill gave it out, also where the conversation ended."""
    before: Household
    after: Household
    lines: tuple[str, ...]
    """What was logged, without its milliseconds."""
    out: bytes = b"{}"
    """The response as it left the Alexa edge."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """All phrases that were spoken, those inside others too."""
        return frozenset(_keys(self.reply))

    @cached_property
    def words(self) -> str:
        """All that was said and would be said, as marked speech."""
        return spoken(self.reply)

    @property
    def state(self) -> str:
        """What had been expected, by the name of its class; empty where nothing was."""
        return type(self.turn.progress.state).__name__ if self.turn.progress.state else ""


@dataclass
class Life:
    """Takes turns for one household, and shows each of them to those who watch."""

    store: Store = field(default_factory=KeepingStore)
    now: datetime = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    sessions: dict[str, Session] = field(default_factory=dict)
    """The open conversations, by their devices."""
    bench: Bench = field(default_factory=Bench)
    watchers: list[Watch] = field(default_factory=list)
    turns: int = 0
    may_remind: bool = True
    chance: Chance = field(default_factory=First)
    unsure: set[str] = field(default_factory=set)
    """Reminders that were in hand when the skill was killed: nobody can know what became of them."""
    edge: Edge = field(default_factory=lambda: Edge(SPEECH))

    @property
    def day(self) -> date:
        """The day that began at four."""
        return (self.now.astimezone(LONDON).replace(tzinfo=None) - timedelta(hours=4)).date()

    def household(self) -> Household:
        """What is kept now."""
        if isinstance(self.store, MemoryStore):
            kept = self.store._known.get(US)
            return kept.household if kept else Household(US)
        with self.store.visit(US) as home:
            return home.household

    def kept(self) -> bytes:
        """Every byte that is kept now: the household, its history and its pairs."""
        with self.store.visit(US) as home:
            return msgspec.json.encode(
                (home.household, home.entries(date.min, date.max), tuple(home.pairs()))
            )

    def say(
        self,
        intent: str,
        slots: Mapping[str, str | Slot] | None = None,
        *,
        device: str = "kitchen",
        person: str | None = None,
        kind: Kind = Kind.INTENT,
        outcome: str = "",
    ) -> Taken:
        """One turn on one device."""
        heard = {name: _slot(said) for name, said in (slots or {}).items()}
        turn = Turn(
            kind, US, self.now, LOCALE, intent, heard, person,
            new=device not in self.sessions, may_remind=self.may_remind, outcome=outcome,
        )  # fmt: skip
        return self._take(device, turn)

    def _take(self, device: str, turn: Turn) -> Taken:
        before = self.household()
        turns = Turns(self.store, MemoryStore(), LIBRARY, EARS, self.chance)
        with log_lines() as lines:
            passed = self.edge.send(
                envelope_of(turn, self.sessions.get(device, Session())),
                lambda turn: turns.take(turn, self.bench),
            )
        self.turns += 1
        session = passed.session
        self.sessions.pop(device, None)
        if session:
            self.sessions[device] = session
        after = self.household()
        taken = Taken(
            device, passed.turn, passed.reply, passed.progress, before, after, tuple(lines), passed.out
        )
        for watch in self.watchers:
            watch(self, taken)
        return taken

    def leave(self, device: str = "kitchen", reason: str = "USER_INITIATED") -> Taken:
        """The platform ends a session: silence, or a device that lost its connection."""
        taken = self.say("", kind=Kind.ENDED, device=device, outcome=reason)
        self.sessions.pop(device, None)
        return taken

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)

    def fork(self) -> Life:
        """The same household in another world, where nobody watches yet and nothing is left to chance."""
        return Life(
            store=copy.deepcopy(self.store),
            now=self.now,
            sessions=dict(self.sessions),
            bench=copy.deepcopy(self.bench),
            may_remind=self.may_remind,
            edge=self.edge,
        )


def spoken(reply: Reply) -> str:
    """All that a reply says, as marked speech."""
    match reply:
        case Ask(lines, question, reprompt):
            return SPEECH.render((*lines, question, reprompt), LOCALE)
        case Close(lines):
            return SPEECH.render(lines, LOCALE)
        case _:
            return ""


def seconds(reply: Reply) -> float:
    """How long a prompt lasts, counted in its words and rests and nothing else."""
    if not isinstance(reply, Ask):
        return 0
    said = SPEECH.render((*reply.lines, reply.question), LOCALE)
    rests = sum(int(rest) for rest in QUIET.findall(said))
    return len(MARKS.sub(" ", said).split()) * 60 / 142 + rests


@contextmanager
def log_lines() -> Iterator[list[str]]:
    """What is logged meanwhile, without its milliseconds."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage().rpartition(" in ")[0])  # type: ignore[method-assign] # the smallest recorder
    before, through = HEARD.level, HEARD.propagate
    HEARD.addHandler(handler)
    HEARD.setLevel(logging.DEBUG)
    HEARD.propagate = False
    try:
        yield lines
    finally:
        HEARD.removeHandler(handler)
        HEARD.setLevel(before)
        HEARD.propagate = through


def _slot(said: str | Slot) -> Slot:
    return said if isinstance(said, Slot) else Slot(said, said)


def _keys(reply: Reply) -> Iterator[str]:
    match reply:
        case Ask(lines, question, reprompt):
            said: tuple[object, ...] = (*lines, question, reprompt)
        case Close(lines):
            said = lines
        case _:
            said = ()
    for line in said:
        yield from _within(line)


def _within(line: object) -> Iterator[str]:
    if isinstance(line, Line):
        yield line.key
        for value in line.values.values():
            yield from _within(value)
