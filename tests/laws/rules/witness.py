"""Somebody who heard all of it, knows docs/rules.md, and has never seen the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from skill.domain.partner import Partner
from skill.domain.turn import Kind
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.openings import Openings
from tests.laws.touch_keys import RUNGS

UNSPOKEN = frozenset({Kind.BUTTON, Kind.DISABLED, Kind.EVENT, Kind.PLAYBACK})
"""Nobody says anything in them, and no conversation hears of them."""


def two(said: Mapping[Partner, str | None]) -> bool:
    """Whether two people said it: both of them, and not in one and the same recognised voice."""
    voices = [voice for voice in said.values() if voice is not None]
    return len(said) == 2 and len(voices) == len(set(voices))


@dataclass
class Witness:
    """What two people have said, and what follows from it by the rules alone."""

    wants: dict[Partner, str | None] = field(default_factory=dict)
    more: dict[Partner, str | None] = field(default_factory=dict)
    rung: int = 0
    day: date = date.min
    tonight: dict[Partner, int] = field(default_factory=dict)
    anyone: int | None = None
    rests: bool = False
    words_days: dict[date, bool] = field(default_factory=dict)
    """What the days turned out to be, as far as somebody noticed."""
    voices: dict[Partner, str] = field(default_factory=dict)
    agreed: set[tuple[int, int]] = field(default_factory=set)
    """Bookings and leads whose reminder got its own yes."""
    openings: Openings = field(default_factory=Openings)
    """Touch as it is under way."""

    @property
    def opened(self) -> int:
        """How often touch was opened."""
        return self.openings.opened

    @property
    def given(self) -> int:
        """How many exercises with touch were done to their end."""
        return self.openings.given

    def settle(self, day: date) -> None:
        """A new day: what was said for the day before is over."""
        if day != self.day:
            self.day, self.tonight, self.anyone, self.rests = day, {}, None, False

    @property
    def room(self) -> int:
        """How much closeness today has room for, were no day for words and no touch at rest."""
        if not two(self.wants):
            return 0
        return min([self.rung, *self.tonight.values(), *([] if self.anyone is None else [self.anyone])])

    def is_open(self, height: int) -> bool:
        """Whether touch of a height may begin today, as far as anybody can know."""
        return height <= self.room and not self.rests and not self.words_days.get(self.day, False)

    def speaker(self, taken: Taken) -> Partner | None:
        """Who spoke, as far as the household was told: a voice that is known, else the name said last."""
        known = [partner for partner, voice in self.voices.items() if voice == taken.turn.person]
        return known[0] if known else taken.progress.here

    def hear(self, life: Life, taken: Taken) -> None:
        """Takes in one turn: what the skill says it has understood counts as said."""
        for key in taken.keys:
            said = SAID.get(key)
            if said:
                said(self, taken)
        if taken.forgets:
            self.forgotten()
        if taken.turn.kind not in UNSPOKEN:
            self.rests |= self.openings.follow(life, taken)

    def wanted(self, taken: Taken) -> None:
        """One of them said that they want this."""
        who = self.speaker(taken)
        assert who is not None, "rule 1: nobody in particular can't be one of two who decide"
        self.wants[who] = taken.turn.person

    def paused(self, _taken: Taken) -> None:
        """One of them paused it."""
        self.wants, self.more = {}, {}

    def asked_for_more(self, taken: Taken) -> None:
        """One of them asked for one step more; both did, so it is there."""
        who = self.speaker(taken)
        assert who is not None, "rule 1: an unknown voice never raises the ladder"
        assert two(self.wants), "step 1: until both have said they want this, there is no ladder to climb"
        self.more[who] = taken.turn.person
        if two(self.more):
            self.rung, self.more = min(self.rung + 1, len(RUNGS) - 1), {}

    def asked_for_less(self, _taken: Taken) -> None:
        """One of them asked for less: at once, for both."""
        self.rung, self.more = max(self.rung - 1, 0), {}

    def tonight_is(self, taken: Taken) -> None:
        """Somebody said how much is fine today."""
        slot, company = taken.turn.slots.get("touch"), taken.turn.slots.get("company")
        height = RUNGS.index(slot.id) if slot and slot.id in RUNGS else 0
        who = self.speaker(taken)
        if company and company.id == "alone" and who:
            height = min(height, self.tonight.get(who, height))
        self._prefer(taken, height)
        if company and company.id == "together":
            self._lower(height)

    def touched_out(self, taken: Taken) -> None:
        """Somebody is touched out."""
        self._prefer(taken, 0)

    def linked(self, taken: Taken) -> None:
        """A voice is known from now on."""
        partner, person = taken.turn.progress.here, taken.turn.person
        assert taken.turn.intent == "AMAZON.YesIntent", "a voice is linked after its own yes and no other"
        assert partner is not None
        assert person is not None
        self.voices = {who: voice for who, voice in self.voices.items() if voice != person} | {
            partner: person
        }

    def unlinked(self, taken: Taken) -> None:
        """A voice is no longer known."""
        self.voices = {who: voice for who, voice in self.voices.items() if taken.after.person(who).voice}

    def forgotten(self) -> None:
        """Everything is forgotten; the days stay what they are."""
        counted = Openings(given=self.openings.given, opened=self.openings.opened)
        self.__init__(words_days=self.words_days, day=self.day, openings=counted)  # type: ignore[misc] # nothing of before is left

    def greeted(self, taken: Taken) -> None:
        """Somebody who goes by another name from now on says anew what they want."""
        for who in Partner:
            if taken.before.name(who) not in (None, taken.after.name(who)):
                self.wants.pop(who, None)
                self.more.pop(who, None)

    def _prefer(self, taken: Taken, height: int) -> None:
        who = self.speaker(taken)
        if who is None:
            self._lower(height)
        else:
            self.tonight[who] = height

    def _lower(self, height: int) -> None:
        self.anyone = height if self.anyone is None else min(self.anyone, height)


SAID = {
    "deciding.one": Witness.wanted,
    "deciding.both": Witness.wanted,
    "deciding.both_again": Witness.wanted,
    "deciding.paused": Witness.paused,
    "deciding.paused_until": Witness.paused,
    "privacy.paused": Witness.paused,
    "privacy.paused_until": Witness.paused,
    "ladder.asked": Witness.asked_for_more,
    "ladder.up": Witness.asked_for_more,
    "ladder.down": Witness.asked_for_less,
    "tonight.noted": Witness.tonight_is,
    "tonight.touched_out": Witness.touched_out,
    "who.hello": Witness.greeted,
    "voice.linked": Witness.linked,
    "voice.forgotten": Witness.unlinked,
}
