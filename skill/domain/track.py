"""An exercise as one sound: what a device's player says and is told, and where a track stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

DEVICES = 8
"""The tracks of more devices than this are not followed."""
RESTS = timedelta(hours=1)
"""So long after a track could not be fetched, exercises are spoken."""

Milliseconds = Annotated[int, Meta(ge=0)]


def file_of(exercise: str, locale: str) -> str:
    """The name of the file of an exercise as it is narrated in a locale."""
    return f"exercise-{exercise.lower()}-{locale.lower()}.mp3"


class Now(StrEnum):
    """What a player does with a track at a moment."""

    SOUNDS = "sounds"
    STOPPED = "stopped"
    OVER = "over"


class Player(Struct, frozen=True):
    """What a device says of the last track that it played for us."""

    exercise: str
    offset: Milliseconds
    now: Now = Now.STOPPED


class Play(Struct, frozen=True):
    """The player is to play an exercise from an offset on, in place of whatever it plays."""

    exercise: str
    title: str
    """The key of what it is called."""
    offset: Milliseconds = 0


class Hush(Struct, frozen=True):
    """The player is to stop."""


class Stand(Struct, frozen=True):
    """Where a track stands on a device: from its beginning until four in the morning."""

    device: str
    """A mark of it, as `voice.mark` has it."""
    exercise: str
    offset: Milliseconds
    at: Annotated[datetime, Meta(tz=True)]
    """When it stood there, UTC."""
    day: date
    now: Now = Now.SOUNDS

    def heard_from(self, player: Player | None) -> Stand:
        """The same; where nobody has said yet that it stopped, as the player itself says."""
        exact = player is not None and self.now is Now.SOUNDS and player.exercise == self.exercise
        return replace(self, offset=player.offset, now=player.now) if player and exact else self


class Tracks(Struct, frozen=True):
    """Where the tracks of a household stand."""

    stands: tuple[Stand, ...] = ()
    """One a device, the newest last."""
    failed_at: Annotated[datetime, Meta(tz=True)] | None = None
    """When one could not be fetched, UTC."""

    def rest(self, at: datetime) -> bool:
        """Whether exercises are spoken for now, because a track could not be fetched."""
        return self.failed_at is not None and self.failed_at <= at < self.failed_at + RESTS

    def known(self, device: str, day: date) -> Stand | None:
        """The track of a device on a day; else the household's last one."""
        today = [stand for stand in self.stands if stand.day == day]
        own = (stand for stand in today if stand.device == device)
        return next(own, today[-1] if today else None)

    def on(self, device: str, exercise: str) -> Stand | None:
        """A track where a device has it; None when another one was begun there, or none."""
        here = (each for each in self.stands if (each.device, each.exercise) == (device, exercise))
        return next(here, None)

    def playing(self, stand: Stand, taken_up: Stand | None = None) -> Tracks:
        """The same with a track begun on a device, or taken up from where it stood elsewhere."""
        before = self.without(taken_up) if taken_up else self
        others = (each for each in before.stands if each.device != stand.device)
        return replace(self, stands=(*others, stand)[-DEVICES:])

    def moved(self, stand: Stand) -> Tracks:
        """The same with a device's track where it stands now; what a device says late changes nothing."""
        before = self.on(stand.device, stand.exercise)
        if before is None or stand.at < before.at:
            return self
        return replace(self, stands=tuple(stand if each == before else each for each in self.stands))

    def without(self, stand: Stand) -> Tracks:
        """The same without a track of a device, wherever it stands now."""
        gone = self.on(stand.device, stand.exercise)
        return replace(self, stands=tuple(each for each in self.stands if each != gone))

    def failing(self, at: datetime) -> Tracks:
        """The same once a track could not be fetched."""
        return replace(self, failed_at=at)

    def settled(self, day: date) -> Tracks:
        """The same at the start of a day: the places of earlier days are gone, and what failed then."""
        settled = Tracks(tuple(stand for stand in self.stands if stand.day == day))
        return self if settled == self else settled
