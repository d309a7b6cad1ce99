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
EARLIEST_NAP, LATEST_NAP = time(9), time(18)
"""Within these hours of a day somebody sleeps while others are up."""
LONGEST_NAP = 4 * 60
"""Minutes; what would be longer is a night."""
AFTERNOON = 7
"""A bare hour before this one is one of the afternoon, where it is one of the day."""
SMALL_HOURS = 4
"""A bare hour from this one on is one of the afternoon or evening: nobody whispers from breakfast on."""
BEGINS = {Part.AFTERNOON: time(15), Part.EVENING: time(18), Part.NIGHT: time(21)}
"""What "from the evening on" means, as it is read back."""


class Nap(Struct, frozen=True):
    """Quiet within a day, from its first minute up to its last."""

    since: time
    ends: time


class Quiet(Struct, frozen=True):
    """When a household wants to be whispered to, by its own wall clock."""

    since: time | None = None
    """Every evening from then on."""
    ends: time = MORNING
    """Every morning until then."""
    until: datetime | None = None
    """Whispering was asked for at once: until then, on the wall clock."""
    nap: Nap | None = None
    """Every day, beside the evenings."""

    def holds(self, wall: datetime) -> bool:
        """Whether it is quiet at a moment of the wall clock."""
        if self.until and wall < self.until:
            return True
        return self.every_day(wall)

    def every_day(self, wall: datetime) -> bool:
        """Whether a moment of the wall clock lies in the quiet of every evening, or of every nap."""
        napping = self.nap is not None and _within(self.nap.since, self.nap.ends, wall.time())
        return napping or (self.since is not None and _within(self.since, self.ends, wall.time()))

    def ringing(self, ring: Ring) -> Ring:
        """A reminder as it rings: whispered where it is quiet every day."""
        trigger = ring.trigger
        rings = trigger.at if isinstance(trigger, Once) else datetime.combine(trigger.starts, trigger.at)
        return replace(ring, softly=self.every_day(rings))

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


def evenings_end_meant(since: time, ends: time | Part | None) -> time:
    """Where the quiet that somebody named ends; as usual where no end was named, or the very same hour.

    `since` is the platform's hour at which it begins, not yet read as one of the evening.
    """
    same_evening = isinstance(ends, time) and since.hour >= LATEST_NAP.hour and ends > since
    meant = ends if same_evening else morning_meant(ends)
    return MORNING if not isinstance(meant, time) or meant == evening_meant(since) else meant


def morning_meant(said: time | Part | None) -> time | None:
    """The end of the quiet that somebody meant: up to ten it is an hour of the morning; None for no hour."""
    if not isinstance(said, time):
        return MORNING if said is Part.MORNING else None
    bare = said.replace(hour=said.hour % 12)
    return bare if bare <= LATEST_MORNING else bare.replace(hour=bare.hour + 12)


def nap_meant(since: time | Part | None, ends: time | Part | None) -> Nap | None:
    """The nap that somebody meant: both hours lie in one day, and not far apart; None for a night.

    An hour comes without its part of the day, or with one that the platform made up: "from one to three" is
    one of the afternoon. What begins in the afternoon and ends in the morning was said to.
    """
    if not (isinstance(since, time) and isinstance(ends, time)) or (since.hour > 12 > ends.hour):
        return None
    begins, over = _by_day(since), _by_day(ends)
    lasts = (over.hour - begins.hour) * 60 + over.minute - begins.minute
    within = begins >= EARLIEST_NAP and over <= LATEST_NAP
    return Nap(begins, over) if within and 0 < lasts <= LONGEST_NAP else None


def _by_day(said: time) -> time:
    return said.replace(hour=said.hour + 12) if 0 < said.hour < AFTERNOON else said


def _within(since: time, ends: time, now: time) -> bool:
    if since < ends:
        return since <= now < ends
    return now >= since or now < ends
