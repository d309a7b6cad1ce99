"""A household as a test lives in it: a store, a clock, what a session carries, and ears for danger alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from skill.alexa.attributes import attributes_of, progress_of
from skill.domain.distress import Distress
from skill.domain.partner import Partner
from skill.domain.ports import Home, Store, StoreError
from skill.domain.progress import Progress
from skill.domain.reminder import Refusal, Ring
from skill.domain.reply import Ask, Close, HandOver, Reply
from skill.domain.turn import Heard, Kind, Slot, Turn
from skill.ears.danger import distress, phrases
from skill.library import Library
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)


class PlainEars:
    """The real ears for danger; free text is never anything but itself."""

    def distress(self, words: str) -> Distress | None:
        return distress(words, phrases())

    def whole(self, _words: str, _locale: str, _today: date) -> Heard | None:
        return None


@dataclass
class Bench:
    """Reminders and settings of a device that always answers."""

    tokens: int = 0
    zone: str | None = "Europe/London"

    @property
    def reminders(self) -> Bench:
        return self

    @property
    def device(self) -> Bench:
        return self

    def time_zone(self) -> str | None:
        return self.zone

    def create(self, _ring: Ring) -> str | Refusal:
        self.tokens += 1
        return f"t{self.tokens}"

    def update(self, token: str, _ring: Ring) -> str | Refusal:
        return token

    def delete(self, _token: str) -> Refusal | None:
        return None


@dataclass
class House:
    """A household as a test lives in it."""

    store: Store = field(default_factory=MemoryStore)
    now: datetime = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    progress: Progress = field(default_factory=Progress)

    def turns(self) -> Turns:
        return Turns(self.store, MemoryStore(), LIBRARY, PlainEars(), First())

    def take(
        self,
        intent: str,
        slots: Mapping[str, Slot] | None = None,
        *,
        kind: Kind = Kind.INTENT,
        person: str | None = None,
    ) -> Reply:
        turn = Turn(kind, "us", self.now, "en-GB", intent, slots or {}, person, self.progress)
        reply, progress = self.turns().take(turn, Bench())
        self.progress = (
            progress_of(attributes_of(progress)) if isinstance(reply, Ask | HandOver) else Progress()
        )
        return reply

    def kept(self) -> str:
        with self.store.visit("us") as home:
            return repr((home.household, list(home.pairs()), home.entries(date.min, date.max)))


def spoken(reply: Reply) -> str:
    match reply:
        case Ask(lines, question, reprompt):
            return SPEECH.render((*lines, question, reprompt), "en-GB")
        case Close(lines):
            return SPEECH.render(lines, "en-GB")
        case _:
            return ""


class Keeping(MemoryStore):
    """A memory that says it keeps: what is tested is what the conversations ask of it."""

    keeps = True

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with super().visit(household) as home:
            home._keeps = True  # type: ignore[attr-defined] # as above
            yield home


class Full(Keeping):
    """A disk with no room left."""

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with super().visit(household) as home:
            yield home
        raise StoreError("No room.")


def about_to_answer() -> House:
    house = House(store=Keeping())
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot("sam")})
    assert house.progress.here is Partner.FIRST
    return house
