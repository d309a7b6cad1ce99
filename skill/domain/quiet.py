"""Quiet: from when on a household is whispered to, and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.expectation import Expectation
from skill.domain.notation import Part
from skill.domain.reminder import Once, Refusal, Reminders, Ring

MORNING = time(6)
"""Quiet ends here, unless another end was named."""
LATEST_MORNING = time(10)
"""Up to here a bare hour at which quiet ends is one of the morning."""
SMALL_HOURS = 4
"""A bare hour from this one on is one of the afternoon or evening: nobody whispers from breakfast on."""
BEGINS = {Part.AFTERNOON: time(15), Part.EVENING: time(18), Part.NIGHT: time(21)}
"""What "from the evening on" means, as it is read back."""


class Quiet(Struct, frozen=True):
    """When a household wants to be whispered to, by its own wall clock."""

    since: time | None = None
    """Every evening from then on."""
    ends: time = MORNING
    """Every morning until then."""
    until: datetime | None = None
    """Whispering was asked for at once: until then, on the wall clock."""

    def holds(self, wall: datetime) -> bool:
        """Whether it is quiet at a moment of the wall clock."""
        if self.until and wall < self.until:
            return True
        return self.every_evening(wall)

    def every_evening(self, wall: datetime) -> bool:
        """Whether a moment of the wall clock lies in the quiet of every evening."""
        return self.since is not None and _within(self.since, self.ends, wall.time())

    def ringing(self, ring: Ring) -> Ring:
        """A reminder as it rings: whispered where it is quiet every evening."""
        trigger = ring.trigger
        rings = trigger.at if isinstance(trigger, Once) else datetime.combine(trigger.starts, trigger.at)
        return replace(ring, softly=self.every_evening(rings))

    def tonight(self, wall: datetime) -> Quiet:
        """The same, and quiet now until the next morning."""
        return replace(self, until=next_morning(wall))


class InQuiet:
    """The Reminders of a turn; what they ring in quiet hours is whispered."""

    def __init__(self, reminders: Reminders, quiet: Callable[[], Quiet]) -> None:
        """Asks for the quiet hours when something is set: the turn may have changed them."""
        self._reminders = reminders
        self._quiet = quiet

    def create(self, ring: Ring) -> str | Refusal:
        """Creates a reminder: its token, or why not."""
        return self._reminders.create(self._quiet().ringing(ring))

    def update(self, token: str, ring: Ring) -> str | Refusal:
        """Changes a reminder in place: its token, or why not."""
        return self._reminders.update(token, self._quiet().ringing(ring))

    def delete(self, token: str) -> Refusal | None:
        """Deletes a reminder: None when it is gone now, also when it was gone before."""
        return self._reminders.delete(token)


class WhisperFrom(Expectation, frozen=True):
    """Whispering every evening was asked for; from when on is expected."""

    KEY: ClassVar[str] = "whisper_from"


def next_morning(wall: datetime) -> datetime:
    """The next six in the morning after a moment of the wall clock."""
    today = datetime.combine(wall.date(), MORNING)
    return today if wall < today else today + timedelta(days=1)


def evening_meant(said: time | Part | None) -> time | None:
    """The hour of the evening that somebody meant: "seven" is seven in the evening; None for no such hour."""
    if said is Part.MORNING or said is None:
        return None
    if isinstance(said, Part):
        return BEGINS[said]
    if said.hour == 12:
        return time(0, said.minute)
    return said.replace(hour=said.hour + 12) if SMALL_HOURS <= said.hour < 12 else said


def morning_meant(said: time | Part | None) -> time | None:
    """The end of the quiet that somebody meant: up to ten it is an hour of the morning; None for no hour."""
    if not isinstance(said, time):
        return MORNING if said is Part.MORNING else None
    bare = said.replace(hour=said.hour % 12)
    return bare if bare <= LATEST_MORNING else said


def _within(since: time, ends: time, now: time) -> bool:
    if since < ends:
        return since <= now < ends
    return now >= since or now < ends
