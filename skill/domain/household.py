"""Two parents under one roof and what the product keeps for them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.check_in.check_ins import CheckIns
from skill.domain.closeness.closeness import Closeness
from skill.domain.exercise.exercises import Exercises
from skill.domain.forgetting import Leftover
from skill.domain.partner import Partner, Person
from skill.domain.quiet import Quiet
from skill.domain.track import Tracks
from skill.domain.voice import mark


class Zone(Struct, frozen=True):
    """Where the household's clocks stand."""

    name: str
    """IANA, like Europe/London."""
    learned_at: datetime
    """UTC; older than a day is asked again."""


def spelled(name: str) -> str:
    """A first name as it is written, however it was heard."""
    return " ".join(part[:1].upper() + part[1:] for part in name.split())


class Household(Struct, frozen=True):
    """All that is kept about two people between their conversations, apart from history and pairs."""

    id: str
    welcomed: date | None = None
    settled_on: date | None = None
    """The day whose four o'clock was last kept."""
    first_day: date | None = None
    """The day on which somebody first spoke here."""
    begun: datetime | None = None
    """When that was, UTC: conversations know their household by it, and no other under the same id."""
    first: Person = Person()
    second: Person = Person()
    zone: Zone | None = None
    country: str | None = None
    """ISO alpha-2, once somebody said it."""
    all_paused_on: date | None = None
    """When everything was paused, and not only touch; it ends as that does."""
    all_paused_until: date | None = None
    """When things may be offered again, where a length was named; touch waits for both all the same."""
    support_named_on: date | None = None
    """When everybody here last heard that there is a support list."""
    quiet: Quiet = Quiet()
    clock: str | None = None
    """IANA: what the last turn went by while nobody knew the zone."""
    check_ins: CheckIns = CheckIns()
    exercises: Exercises = Exercises()
    tracks: Tracks = Tracks()
    alone_times: AloneTimes = AloneTimes()
    closeness: Closeness = Closeness()
    small_moments: tuple[str, ...] = ()
    """Ids of the last few given, newest last; those with touch leave nothing."""
    facts_heard: tuple[str, ...] = ()
    """Ids of the small true things told, until all were."""
    leftovers: tuple[Leftover, ...] = ()
    """Reminders of those who were forgotten here, to be taken off the device when it can be reached."""

    @property
    def night(self) -> str:
        """The zone whose four o'clock counts where nobody speaks: the one that turns go by."""
        return self.zone.name if self.zone else self.clock or "UTC"

    def is_quiet(self, at: datetime) -> bool:
        """Whether the household is whispered to at a moment (UTC); asks no device for its clock."""
        return self.quiet.holds(at.astimezone(ZoneInfo(self.night)).replace(tzinfo=None))

    @property
    def offers_by_itself(self) -> bool:
        """Whether the product may offer or mention what nobody asked for: not while everything is paused."""
        return self.closeness.paused_on is None or self.closeness.paused_on != self.all_paused_on

    @property
    def forgotten(self) -> bool:
        """Whether nobody lives here any more: there is nothing but what a forgetting has left."""
        return replace(self, settled_on=None, first_day=None, begun=None, leftovers=()) == Household(self.id)

    def beginning(self, at: datetime) -> Household:
        """The same, knowing since when somebody lives here; itself where that is known, or nobody does."""
        return self if self.begun or self.forgotten else replace(self, begun=at)

    def name(self, partner: Partner) -> str | None:
        """The first name a partner gave, or None."""
        return self.person(partner).name

    def person(self, partner: Partner) -> Person:
        """What is known of a partner."""
        return self.first if partner is Partner.FIRST else self.second

    def naming(self, partner: Partner, name: str) -> Household:
        """The same with a partner's name; what was wanted under another one is not theirs any longer."""
        before = self.name(partner)
        renamed = before is not None and before != spelled(name)
        closeness = self.closeness.without(partner) if renamed else self.closeness
        named = replace(self.person(partner), name=spelled(name))
        return replace(_knowing(self, partner, named), closeness=closeness)

    def linking(self, partner: Partner, voice: str | None) -> Household:
        """The same knowing a partner by a voice, which is then nobody else's; None forgets it."""
        linked = _knowing(self, partner, replace(self.person(partner), voice=voice))
        other = self.person(partner.other)
        taken = voice is not None and other.voice == voice
        return _knowing(linked, partner.other, replace(other, voice=None)) if taken else linked

    def speaking(self, person: str | None) -> Partner | None:
        """Whose linked voice this is; None for any other, and where none was recognised.

        `person` is the id that the platform gave.
        """
        linked = [partner for partner in Partner if self.person(partner).voice]
        voice = mark(person) if linked else None
        return next((partner for partner in linked if self.person(partner).voice == voice), None)

    def called(self, name: str) -> Partner | None:
        """Which partner goes by a name, or None."""
        matches = (p for p in Partner if (self.name(p) or "").casefold() == name.casefold())
        return next(matches, None)

    def introducing(self, name: str) -> tuple[Household, Partner | None]:
        """The same knowing a name, and whose it is; None for a third name when both are known."""
        known = self.called(name)
        if known:
            return self, known
        free = self.unnamed()
        return (self.naming(free, name), free) if free else (self, None)

    def going_by(self, zone: str) -> Household:
        """The same, knowing by which zone its turns go."""
        clock = None if self.zone else zone
        return self if clock == self.clock else replace(self, clock=clock)

    def settled(self, today: date) -> Household:
        """The same at the start of a day: what was kept until four is gone."""
        if self.settled_on == today:
            return self
        return replace(
            self,
            settled_on=today,
            all_paused_on=self.all_paused_on if self._pause_lasts(today) else None,
            all_paused_until=self.all_paused_until if self._pause_lasts(today) else None,
            first_day=self.first_day if self.settled_on else today,
            check_ins=self.check_ins.settled(today),
            exercises=self.exercises.settled(today),
            tracks=self.tracks.settled(today),
            alone_times=self.alone_times.settled(today),
            closeness=self.closeness.settled(today),
            leftovers=tuple(left for left in self.leftovers if left.until >= today),
        )

    def _pause_lasts(self, today: date) -> bool:
        return self.all_paused_until is None or today < self.all_paused_until

    def unnamed(self) -> Partner | None:
        """The first partner without a name, or None when both have one."""
        return next((p for p in Partner if self.name(p) is None), None)


def _knowing(household: Household, partner: Partner, person: Person) -> Household:
    return replace(household, first=person) if partner is Partner.FIRST else replace(household, second=person)
