"""A room in which both have decided, and what is heard there of touch."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from skill.conversations.exercise.touching import LISTENING
from skill.domain.closeness.closeness import Closeness, is_words_day
from skill.domain.closeness.consent import FirstIn
from skill.domain.ladder import Rung, Touch
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Reply
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from tests.conversations.exercise.exercise_room import BY_SLUG, LIBRARY, KeepingStore, Room, keys

WITH_TOUCH = sorted(e.slug for e in LIBRARY.exercises if e.touch is not Touch.NONE)
HUG = BY_SLUG["twenty-second-hug"]
IN = "i'm in"


def open_day(start: date) -> date:
    """The first day from one on that was not drawn to be for words."""
    return next(d for n in range(99) if not is_words_day("us", d := start + timedelta(n)))


class Evening(Room):
    """A room in which both have decided and the ladder stands at its top."""

    def __init__(self, rung: Rung = Rung.KISS, store: MemoryStore | None = None) -> None:
        super().__init__(store=store or KeepingStore())
        self.now += open_day(self.now.date()) - self.now.date()
        both = Closeness().wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
        self.closeness = replace(both, rung=rung)

    @property
    def closeness(self) -> Closeness:
        return self.household.closeness

    @closeness.setter
    def closeness(self, closeness: Closeness) -> None:
        with self.store.visit("us") as home:
            home.keep(replace(home.household, closeness=closeness))

    def hear(
        self, words: str, *, person: str | None = None, intent: str = "ConsentIntent", after: float = 4
    ) -> Reply:
        """Raw words in the consent slot, some seconds after the question was over."""
        open_ = self.sessions.get("kitchen", Progress())
        if isinstance(open_.state, FirstIn):
            self.now = open_.state.heard_by + timedelta(seconds=after - LISTENING)
        slots = {"consent": Slot(words)} if intent == "ConsentIntent" else {}
        return self._take(Turn(Kind.INTENT, "us", self.now, "en-GB", intent, slots, person, open_), "kitchen")

    def both_in(self) -> Reply:
        assert "second_in." in keys(self.hear(IN))[-1]
        return self.hear("count me in")

    @property
    def asked(self) -> FirstIn | None:
        state = self.sessions.get("kitchen", Progress()).state
        return state if isinstance(state, FirstIn) else None


def opened(slug: str = HUG.slug, **of_evening: object) -> tuple[Evening, Reply]:
    room = Evening(**of_evening)  # type: ignore[arg-type] # as Evening takes them
    return room, room.say("ExerciseIntent", exercise=BY_SLUG[slug].id)


def touched(reply: Reply) -> bool:
    """Whether any step of one with touch is said."""
    return any(f"exercise.{BY_SLUG[s].id}.step" in key for s in WITH_TOUCH for key in keys(reply))
