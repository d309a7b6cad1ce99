"""A house in which devices have players: what they tell comes when a test says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from skill.domain.reply import HandOver, Reply
from skill.domain.track import Hush, Now, Play, Player, Stand
from skill.domain.turn import Kind, Turn
from skill.domain.voice import mark
from tests.conversations.exercise.exercise_room import Room

INTENT = {"next": "AMAZON.NextIntent", "previous": "AMAZON.PreviousIntent"}


@dataclass
class TrackRoom(Room):
    """Plays, and tells."""

    plays: bool = True
    players: dict[str, Player] = field(default_factory=dict)
    """What the context of a request says of each device's player."""

    def tell(self, outcome: str, exercise: str, offset: int, *, on: str = "kitchen") -> Reply:
        """What a player did with a track."""
        player = Player(exercise, offset)
        turn = Turn(Kind.PLAYBACK, "us", self.now, outcome=outcome, player=player)
        return self._took(replace(turn, device=on, plays=self.plays), on)

    def press(self, intent: str, *, on: str = "kitchen") -> Reply:
        """A button of a player."""
        turn = Turn(Kind.BUTTON, "us", self.now, intent=f"AMAZON.{intent}Intent")
        return self._take(turn, on)

    def sounds(self, exercise: str, offset: int, now: Now = Now.SOUNDS, *, on: str = "kitchen") -> None:
        """What requests say of a device's player from now on."""
        self.players[on] = Player(exercise, offset, now)

    @property
    def stands(self) -> tuple[Stand, ...]:
        return self.household.tracks.stands

    def stand(self, on: str = "kitchen") -> tuple[str, int]:
        (found,) = (each for each in self.stands if each.device == mark(on))
        return found.exercise, found.offset

    def _take(self, turn: Turn, on: str) -> Reply:
        return self._took(replace(turn, device=on, plays=self.plays, player=self.players.get(on)), on)

    def _took(self, turn: Turn, on: str) -> Reply:
        return super()._take(turn, on)


def playing(reply: Reply) -> tuple[str, int]:
    """Which track a reply plays, and from where; nothing else is handed over."""
    assert isinstance(reply, HandOver)
    assert isinstance(reply.to, Play)
    return reply.to.exercise, reply.to.offset


def hushes(reply: Reply) -> bool:
    """Whether a reply only stops the player."""
    return isinstance(reply, HandOver) and reply == HandOver(Hush())
