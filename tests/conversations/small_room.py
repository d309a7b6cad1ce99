"""A house in which small things are asked for: as a household has it whose day is for words, or open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from msgspec.structs import replace

from skill.alexa.attributes import attributes_of, progress_of
from skill.domain.closeness.closeness import Closeness, Said, is_words_day
from skill.domain.household import Household
from skill.domain.ladder import Rung
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, Reply
from skill.domain.today import day_of
from skill.domain.turn import Kind, Slot, Turn
from skill.library import Library
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.house import Bench, Keeping, PlainEars

LIBRARY = Library.english()
MONDAY = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)


class Dice:
    """Chance, from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def pick(self, count: int) -> int:
        return self.random.randrange(count)


@dataclass
class Room:
    """Says intents, keeps the session, and lets time pass."""

    seed: int = 1
    rung: Rung | None = None
    """How much closeness both have said yes to; None when nobody has."""
    now: datetime = MONDAY
    store: MemoryStore = field(default_factory=Keeping)
    progress: Progress = field(default_factory=Progress)

    def __post_init__(self) -> None:
        self.dice = Dice(self.seed)
        while is_words_day("us", day_of(self.now)):
            self.now += timedelta(days=1)
        if self.rung:
            self.become(self.rung)

    def become(self, rung: Rung) -> None:
        """Both have said yes to so much."""
        wanted = {partner: Said(str(partner)) for partner in Partner}
        with self.store.visit("us") as home:
            home.keep(replace(home.household, closeness=Closeness(wanted=wanted, rung=rung)))

    def say(
        self, intent: str, slots: Mapping[str, str] | None = None, *, new: bool = False, **named: str
    ) -> Reply:
        """One intent; slots are given by their ids, and `new` says that it opened the session."""
        progress = Progress() if new else self.progress
        heard = {name: Slot(id_, id_) for name, id_ in {**(slots or {}), **named}.items()}
        turn = Turn(Kind.INTENT, "us", self.now, "en-GB", intent, heard, progress=progress, new=new)
        reply, after = Turns(self.store, MemoryStore(), LIBRARY, PlainEars(), self.dice).take(turn, Bench())
        self.progress = progress_of(attributes_of(after)) if isinstance(reply, Ask) else Progress()
        return reply

    @property
    def household(self) -> Household:
        with self.store.visit("us") as home:
            return home.household

    def kept(self) -> str:
        """All that is kept, to compare."""
        with self.store.visit("us") as home:
            return repr((home.household, list(home.pairs()), home.entries(date.min, date.max)))


def key(reply: Reply) -> str:
    """The key of what is said first."""
    lines = reply.lines if isinstance(reply, Ask | Close) else ()
    first = lines[0] if lines else None
    assert isinstance(first, Line)
    return first.key
