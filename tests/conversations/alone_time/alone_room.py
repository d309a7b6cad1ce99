"""A house with one device that rings, in which time alone is booked by intents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from skill.alexa.attributes import attributes_of, progress_of
from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking
from skill.domain.distress import Distress
from skill.domain.household import Household
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, HandOver, Reply
from skill.domain.turn import Heard, Kind, Slot, Turn
from skill.library import Library
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.domain.alone_time.ringing_device import RingingDevice

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
IDS = frozenset(
    {
        "whose",
        "weekday",
        "helper",
        "town",
        "moment",
        "company",
        "rhythm",
        "need",
        "chore",
        "exercise",
        "room",
        "mood",
        "role",
    }
)
"""Slots whose values are listed."""


class KeepingStore(MemoryStore):
    """A memory that says it keeps, as the one on disk does."""

    keeps = True


class PlainEars:
    def distress(self, _words: str) -> Distress | None:
        return None

    def whole(self, _words: str, _locale: str, _today: date) -> Heard | None:
        return None


class InTurn:
    """Walks through the wordings."""

    turn = 0

    def pick(self, count: int) -> int:
        self.turn += 1
        return self.turn % count


@dataclass
class Settings:
    zone: str | None = "Europe/London"

    def time_zone(self) -> str | None:
        return self.zone


@dataclass
class Around:
    reminders: RingingDevice
    device: Settings


@dataclass
class House:
    """Says intents, keeps the session, and lets time pass."""

    now: datetime = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    granted: bool = True
    store: MemoryStore = field(default_factory=KeepingStore)
    device: RingingDevice = field(default_factory=RingingDevice)
    settings: Settings = field(default_factory=Settings)
    progress: Progress = field(default_factory=Progress)
    chance: InTurn = field(default_factory=InTurn)

    def say(self, intent: str, **slots: str) -> Reply:
        heard = {name: Slot(words, words if name in IDS else None) for name, words in slots.items()}
        return self._send(Kind.INTENT, intent, heard, "")

    def _send(self, kind: Kind, intent: str, heard: dict[str, Slot], outcome: str) -> Reply:
        turn = Turn(
            kind,
            "us",
            self.now,
            "en-GB",
            intent,
            heard,
            progress=self.progress,
            may_remind=self.granted,
            outcome=outcome,
        )
        turns = Turns(self.store, MemoryStore(), LIBRARY, PlainEars(), self.chance)
        reply, progress = turns.take(turn, Around(self.device, self.settings))
        open_ = isinstance(reply, Ask | HandOver)
        self.progress = progress_of(attributes_of(progress)) if open_ else Progress()
        return reply

    def yes(self) -> Reply:
        return self.say("AMAZON.YesIntent")

    def no(self) -> Reply:
        return self.say("AMAZON.NoIntent")

    def book(self, **slots: str) -> Reply:
        said = {"name": "sam", "day": "2026-11-28", "time": "10:00", "length": "PT1H"} | slots
        return self.say("BookAloneTimeIntent", **{name: words for name, words in said.items() if words})

    def platform(self, outcome: str) -> Reply:
        return self._send(Kind.PERMISSION, "", {}, outcome)

    def later(self, **much: float) -> None:
        self.now += timedelta(**much)

    @property
    def household(self) -> Household:
        with self.store.visit("us") as home:
            return home.household

    @property
    def times(self) -> AloneTimes:
        return self.household.alone_times

    @property
    def booked(self) -> list[Booking]:
        return [b for _, b in self.times.ahead(self.now.replace(tzinfo=None))]

    def put(self, times: AloneTimes) -> None:
        with self.store.visit("us") as home:
            home.keep(replace(home.household, alone_times=times))


def asked(reply: Reply) -> str:
    """The key of what is asked; empty when nothing is."""
    return reply.state.KEY if isinstance(reply, Ask) else ""


def keys(reply: Reply) -> list[str]:
    """The keys of the lines before the question."""
    assert isinstance(reply, Ask | Close)
    return [getattr(line, "key", "") for line in reply.lines]


def words(reply: Reply) -> str:
    assert isinstance(reply, Ask | Close)
    question = (reply.question,) if isinstance(reply, Ask) else ()
    return SPEECH.render((*reply.lines, *question), "en-GB")
