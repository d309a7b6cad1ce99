"""A household as it is lived: devices with sessions and players of their own, a clock, and who watches."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import msgspec

from skill.domain.household import Household
from skill.domain.ports import Chance, Store
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.laws.house.device import LONDON, Bench
from tests.laws.house.log import log_lines
from tests.laws.house.memory import KeepingStore
from tests.laws.house.player import Player
from tests.laws.house.taken import EARS, LIBRARY, LOCALE, SPEECH, Json, Taken
from tests.laws.house.wire import Edge, Session, envelope_of, unspoken

US = "us"
Watch = Callable[["Life", Taken], None]


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
    players: dict[str, Player] = field(default_factory=dict)
    """By their devices; one that is not here has none, and speaks what others play."""

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

    def stored(self) -> bytes:
        """The same as it lies there, with whatever else does."""
        return self.kept()

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
        envelope = envelope_of(turn, self.sessions.get(device, Session()))
        return self._take(device, self._from(device, envelope))

    def tell(self, kind: str, request: Json | None = None, *, device: str = "kitchen") -> Taken:
        """What a device or the platform tells by itself, in a request of a type: nobody speaks."""
        return self._take(device, self._from(device, unspoken(kind, US, self.now, LOCALE, request or {})))

    def _from(self, device: str, envelope: Json) -> Json:
        """A request with what it says of its device."""
        player = self.players.get(device)
        interfaces: Json = {"AudioPlayer": {}} if player else {}
        envelope["context"]["System"]["device"] = {"deviceId": device, "supportedInterfaces": interfaces}
        if player:
            envelope["context"]["AudioPlayer"] = player.context(self.now)
        return envelope

    def _take(self, device: str, envelope: Json) -> Taken:
        before, rings = self.household(), dict(self.bench.rings)
        turns = Turns(self.store, MemoryStore(), LIBRARY, EARS, self.chance)
        with log_lines() as lines:
            passed = self.edge.send(envelope, lambda turn: turns.take(turn, self.bench))
        self.turns += 1
        if "session" in envelope:
            self.sessions.pop(device, None)
            if passed.session:
                self.sessions[device] = passed.session
        player = self.players.get(device)
        if player:
            player.obey(passed.orders, self.now)
        taken = Taken(
            device, passed.turn, passed.reply, passed.progress, before, self.household(), tuple(lines),
            passed.out, envelope, player is not None and player.sounds, self.bench.rings != rings,
        )  # fmt: skip
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
            players=copy.deepcopy(self.players),
        )


def _slot(said: str | Slot) -> Slot:
    return said if isinstance(said, Slot) else Slot(said, said)
