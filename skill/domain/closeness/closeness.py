"""What two people have said about closeness, each for themselves, and how much of it a day has room for."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.ladder import Rung, lowest
from skill.domain.partner import Partner

ASKED_AGAIN_AFTER = timedelta(days=30)
WORDS_DAYS = 0.25
"""The share of days that are for words, whatever anybody said."""


class Said(Struct, frozen=True):
    """Something a partner asked for themselves, and by which voice if it was recognised."""

    voice: str | None = None
    """A mark that says no more than whether two voices are one: one voice is never two people."""


class Preference(Struct, frozen=True):
    """Touch tonight: how much is fine on a day, and no further."""

    day: date
    most: Rung


class Closeness(Struct, frozen=True):
    """What a household keeps about closeness; how a touch exercise ended is not in it."""

    wanted: Mapping[Partner, Said] = {}
    """Who has said that they want this."""
    more: Mapping[Partner, Said] = {}
    """Who has asked for one step more since the ladder last moved."""
    rung: Rung = Rung.WORDS
    tonight: Mapping[Partner, Preference] = {}
    by_anyone: Preference | None = None
    """What an unknown voice asked for: it lowers, and nobody's own word lifts it."""
    rested_on: date | None = None
    """The day on which touch rests until four, whatever had happened."""
    paused_on: date | None = None
    paused_until: date | None = None
    """When it may first be asked about, where a length was named."""
    asked_on: date | None = None
    """When the household was last asked whether it wants this again."""

    @property
    def decided(self) -> bool:
        """Whether both have said that they want this, with two voices."""
        return _two(self.wanted)

    def wanting(self, partner: Partner, voice: str | None) -> Closeness:
        """The same once a partner has said that they want this."""
        wanted = replace(self, wanted={**self.wanted, partner: Said(voice)})
        return replace(wanted, paused_on=None, paused_until=None) if wanted.decided else wanted

    def pausing(self, day: date, until: date | None = None) -> Closeness:
        """The same paused: it ends only when both have said again, separately, that they want this.

        `until` is a day that was named: it is when the pause may be asked about, and no more. Nobody's day
        brings that nearer than a pause that stands.
        """
        asked = until or day + ASKED_AGAIN_AFTER
        stands = self.asked_from
        until = max(asked, stands) if stands else until
        return replace(self, wanted={}, more={}, paused_on=day, paused_until=until, asked_on=None)

    def without(self, partner: Partner) -> Closeness:
        """The same once a partner goes by another name: whoever it is says anew what they want."""
        wanted = {who: said for who, said in self.wanted.items() if who is not partner}
        more = {who: said for who, said in self.more.items() if who is not partner}
        return replace(self, wanted=wanted, more=more)

    def may_be_asked(self, day: date) -> bool:
        """Whether a pause has lasted thirty days or as long as was named, and thirty since it was asked."""
        return self.asked_from is not None and day >= self.asked_from

    @property
    def asked_from(self) -> date | None:
        """The day from which on a pause may be asked about; None where nothing is paused."""
        if self.paused_on is None:
            return None
        first = self.paused_until or self.paused_on + ASKED_AGAIN_AFTER
        return self.asked_on + ASKED_AGAIN_AFTER if self.asked_on else first

    def asking(self, day: date) -> Closeness:
        """The same once it was asked whether they want this again."""
        return replace(self, asked_on=day)

    def asking_for_more(self, partner: Partner, voice: str | None) -> Closeness:
        """The same once a partner asked for more: the ladder rises when both have, separately."""
        if not self.decided:
            return self
        more = {**self.more, partner: Said(voice)}
        if not _two(more):
            return replace(self, more=more)
        return replace(self, more={}, rung=self.rung.above)

    def lowering(self) -> Closeness:
        """The same one step lower for both; whoever had asked for more has not any longer."""
        return replace(self, more={}, rung=self.rung.below)

    def preferring(self, partner: Partner | None, most: Rung, day: date) -> Closeness:
        """The same with somebody's touch tonight; an unknown voice can only lower what stands."""
        if partner is not None:
            return replace(self, tonight={**self.tonight, partner: Preference(day, most)})
        stands = self.by_anyone if self.by_anyone and self.by_anyone.day == day else None
        return replace(self, by_anyone=Preference(day, lowest(most, stands.most) if stands else most))

    def resting(self, day: date) -> Closeness:
        """The same with touch at rest until four: the one mark a touch exercise leaves, however it ends."""
        return replace(self, rested_on=day)

    def room(self, household: str, day: date) -> Rung:
        """How much closeness a day has room for, the mark of touch at rest left out: the lowest of all."""
        if not self.decided or is_words_day(household, day):
            return Rung.WORDS
        preferences = (*self.tonight.values(), self.by_anyone)
        return lowest(self.rung, *(p.most for p in preferences if p and p.day == day))

    def open(self, household: str, day: date) -> Rung:
        """How much closeness may be offered on a day."""
        return Rung.WORDS if self.rested_on == day else self.room(household, day)

    def settled(self, day: date) -> Closeness:
        """The same at the start of a day: what was said for the day before is gone."""
        tonight = {partner: said for partner, said in self.tonight.items() if said.day == day}
        by_anyone = self.by_anyone if self.by_anyone and self.by_anyone.day == day else None
        rested_on = self.rested_on if self.rested_on == day else None
        settled = replace(self, tonight=tonight, by_anyone=by_anyone, rested_on=rested_on)
        return self if settled == self else settled


def is_words_day(household: str, day: date) -> bool:
    """Whether a day is drawn to be for words: the same for both, and about one in four."""
    return random.Random(f"words {household} {day}").random() < WORDS_DAYS  # noqa: S311 - a day, not a secret


def _two(said: Mapping[Partner, Said]) -> bool:
    """Whether both have said something, and not one and the same voice twice."""
    voices = [each.voice for each in said.values() if each.voice is not None]
    return len(said) == len(Partner) and len(voices) == len(set(voices))
