"""A house with two devices and a stopped clock, in which exercises are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from skill.alexa.attributes import attributes_of, progress_of
from skill.domain.distress import Distress
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.place import Place
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.ladder import Touch
from skill.domain.line import Line, Spoken
from skill.domain.progress import Progress
from skill.domain.reminder import Refusal, Ring
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Heard, Kind, Slot, Turn
from skill.ears.danger import distress, phrases
from skill.library import Library
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.turns import Turns

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
BY_SLUG = {exercise.slug: exercise for exercise in LIBRARY.exercises}
WITHOUT_TOUCH = tuple(exercise for exercise in LIBRARY.exercises if exercise.touch is Touch.NONE)


class KeepingStore(MemoryStore):
    """A memory that says it keeps, as the one on disk does."""

    keeps = True


class PlainEars:
    def distress(self, words: str) -> Distress | None:
        return distress(words, phrases())

    def whole(self, _words: str, _locale: str, _today: date) -> Heard | None:
        return None


class InTurn:
    """Walks through the wordings."""

    def __init__(self) -> None:
        self.turn = 0

    def pick(self, count: int) -> int:
        self.turn += 1
        return self.turn % count


class NoReminders:
    def create(self, _ring: Ring) -> str | Refusal:
        return Refusal.NO_PERMISSION

    def update(self, _token: str, _ring: Ring) -> str | Refusal:
        return Refusal.NO_PERMISSION

    def delete(self, _token: str) -> Refusal | None:
        return None


class Greenwich:
    def time_zone(self) -> str | None:
        return "Etc/GMT"


@dataclass
class Around:
    reminders: NoReminders = field(default_factory=NoReminders)
    device: Greenwich = field(default_factory=Greenwich)


@dataclass
class Room:
    """Says intents on devices, keeps their sessions, and lets time pass."""

    now: datetime = EVENING
    store: MemoryStore = field(default_factory=KeepingStore)
    sessions: dict[str, Progress] = field(default_factory=dict)

    def say(self, intent: str, *, on: str = "kitchen", **slots: str) -> Reply:
        """One intent; slots are given by their ids."""
        heard = {name: Slot(id_, id_) for name, id_ in slots.items()}
        return self._take(
            Turn(Kind.INTENT, "us", self.now, intent=intent, slots=heard, progress=self._open(on)), on
        )

    def words(self, intent: str, slot: str, words: str) -> Reply:
        """One intent with a slot that matched nothing."""
        heard = {slot: Slot(words)}
        turn = Turn(Kind.INTENT, "us", self.now, intent=intent, slots=heard, progress=self._open("kitchen"))
        return self._take(turn, "kitchen")

    def launch(self, on: str = "kitchen") -> Reply:
        self.sessions.pop(on, None)
        return self._take(Turn(Kind.LAUNCH, "us", self.now, new=True), on)

    def silence(self, on: str = "kitchen") -> Reply:
        """The reprompt goes unanswered and the platform ends the session."""
        return self._take(Turn(Kind.ENDED, "us", self.now, progress=self._open(on)), on)

    def give(self, slug: str, *, on: str = "kitchen") -> Exercise:
        """Asks until an exercise is given; its clock starts now."""
        exercise = BY_SLUG[slug]
        with self.store.visit("us") as home:
            others = tuple(e.id for e in LIBRARY.exercises if e.id != exercise.id)
            kept = home.household.exercises
            home.keep(_with(home.household, set_aside=others))
        self.sessions.pop(on, None)
        self.say("ExerciseIntent", on=on, company=exercise.company)
        with self.store.visit("us") as home:
            home.keep(_with(home.household, set_aside=kept.set_aside))
        return exercise

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    @property
    def household(self) -> Household:
        with self.store.visit("us") as home:
            return home.household

    @property
    def place(self) -> Place | None:
        return self.household.exercises.place

    @property
    def history(self) -> Sequence[Entry]:
        with self.store.visit("us") as home:
            return home.entries(date(2026, 1, 1), date(2027, 1, 1))

    @property
    def done(self) -> list[str]:
        return [entry.which for entry in self.history if entry.what == "exercise"]

    def _open(self, on: str) -> Progress:
        return self.sessions.get(on, Progress())

    def _take(self, turn: Turn, on: str) -> Reply:
        turns = Turns(self.store, MemoryStore(), LIBRARY, PlainEars(), InTurn())
        reply, progress = turns.take(turn, Around())
        if isinstance(reply, Ask):
            self.sessions[on] = progress_of(attributes_of(progress))
            assert self.sessions[on] == progress, "what is under way does not come back from the session"
        else:
            self.sessions.pop(on, None)
        return reply


def _with(household: Household, *, set_aside: tuple[str, ...]) -> Household:
    return replace(household, exercises=replace(household.exercises, set_aside=set_aside))


def keys(reply: Reply) -> list[str]:
    """What is said, by its keys, the question included."""
    lines = [line.key for line in spoken(reply) if isinstance(line, Line)]
    return [*lines, reply.question.key] if isinstance(reply, Ask) else lines


def steps(reply: Reply) -> list[str]:
    """The parts of an exercise that are said: opening, needs, step.1 and so on."""
    return [key.split(".", 2)[2] for key in keys(reply) if key.startswith("exercise.P")]


def given(reply: Reply) -> str:
    """The slug of the exercise that is said."""
    ids = {key.split(".")[1] for key in keys(reply) if key.startswith("exercise.P")}
    (id_,) = ids
    return next(e.slug for e in LIBRARY.exercises if e.id == id_)


def spoken(reply: Reply) -> Sequence[Spoken]:
    return reply.lines if isinstance(reply, Ask | Close) else ()
