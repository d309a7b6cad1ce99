"""What a conversation works with during one turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.household import Household, Zone
from skill.domain.ladder import Rung, Touch
from skill.domain.line import Line, Spoken, Value
from skill.domain.partner import Partner
from skill.domain.ports import Chance, Device, Ears, Home, Library
from skill.domain.progress import Progress, State
from skill.domain.reminder import Reminders
from skill.domain.reply import Ask, HandOver, Reply
from skill.domain.room import Room
from skill.domain.today import day_of

ZONE_GROWS_OLD = timedelta(days=1)
ZONE_OF_LOCALE = {
    "en-US": "America/New_York",
    "en-GB": "Europe/London",
    "en-AU": "Australia/Sydney",
    "en-CA": "America/Toronto",
    "en-IN": "Asia/Kolkata",
}


def is_zone(name: str) -> bool:
    """Whether a name is one of IANA's zones."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def country_of(household: Household, library: Library, locale: str) -> str:
    """Where a household lives: the country it said, else the kept zone's, else the locale's; ISO alpha-2."""
    of_zone = library.zones.get(household.zone.name) if household.zone else None
    return household.country or of_zone or locale.rpartition("-")[2]


class Desk(Struct, dict=True):
    """The ports of one turn, its clock, and who is speaking."""

    home: Home
    library: Library
    ears: Ears
    device: Device
    reminders: Reminders
    chance: Chance
    at: datetime
    """The request's own time, UTC."""
    locale: str
    named: Partner | None = None
    """Who said "it's Sam" in this conversation."""
    by_voice: Partner | None = None
    """Whose linked voice this turn was recognised by: it wins over a name, and for this turn only."""
    tonights_room: Room | None = None
    """How much room there is tonight, as far as this conversation knows."""
    alone: bool = False
    """Whether somebody said in this conversation that they are on their own."""
    grieving: bool = False
    """Whether somebody told of a loss in this conversation."""
    asks_device: bool = True
    """False where a reply may wait for nobody."""
    misheard: int = 0
    """How many turns running were not understood, this one included."""

    @property
    def here(self) -> Partner | None:
        """Who is speaking, as far as that is known."""
        return self.by_voice or self.named

    @here.setter
    def here(self, partner: Partner) -> None:
        self.named = partner

    @property
    def household(self) -> Household:
        """The household as this turn has it now."""
        return self.home.household

    @property
    def wall(self) -> datetime:
        """The wall clock where the household lives, without a zone."""
        return self.at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The product's day: it begins at four."""
        return day_of(self.wall)

    @property
    def likely_today(self) -> date:
        """The same by the zone that is known, however old; asks no device."""
        known = self.household.zone
        zone = ZoneInfo(known.name if known else self.zone_of_locale)
        return day_of(self.at.astimezone(zone).replace(tzinfo=None))

    @cached_property
    def zone(self) -> str:
        """The household's zone: kept for a day, then asked of the device, once a turn; else the locale's."""
        known = self.household.zone
        if known and self.at - known.learned_at < ZONE_GROWS_OLD:
            return known.name
        return self.ask_zone() or (known.name if known else self.zone_of_locale)

    @property
    def zone_of_locale(self) -> str:
        """Where most people of a locale live."""
        return ZONE_OF_LOCALE.get(self.locale, "America/New_York")

    @property
    def room(self) -> Rung:
        """How much closeness may be offered now; where nothing is kept, no consent is remembered either."""
        household = self.household
        return household.closeness.open(household.id, self.today) if self.home.keeps else Rung.WORDS

    def allows(self, touch: Touch) -> bool:
        """Whether a kind of touch may be offered now."""
        return self.room.allows(touch)

    @property
    def country(self) -> str:
        """Whose numbers to speak: the one said, else of the kept zone, else of the locale; asks nobody."""
        return country_of(self.household, self.library, self.locale)

    def ask_zone(self) -> str | None:
        """Asks the device for its zone and keeps it; None when it cannot be had now."""
        name = self.device.time_zone() if self.asks_device else None
        if name is None or not is_zone(name):
            return None
        self.learn_zone(name)
        return name

    def learn_zone(self, name: str) -> None:
        """Keeps a zone as the household's; its clock counts from now on."""
        self.home.keep(replace(self.household, zone=Zone(name, self.at.astimezone(UTC))))
        self.zone = name

    def introduce(self, name: str) -> Partner | None:
        """Learns who speaks by a first name, known or new; None for a third name, which is not learned."""
        household, partner = self.household.introducing(name)
        if partner is not None:
            self.home.keep(household)
            self.here = partner
        return partner

    def line(self, key: str, **values: Value) -> Line:
        """A phrase in one of its wordings."""
        return Line(key, values, self.chance.pick(max(self.library.variants(key), 1)))

    def ask(self, state: State, *lines: Spoken, question: str = "") -> Ask:
        """Speaks the lines, then asks the state's own question."""
        values = state.values()
        return Ask(
            lines,
            self.line(f"{state.KEY}.{question or state.form}", **values),
            self.line(f"{state.KEY}.reprompt", **values),
            state,
        )

    def progress(self, reply: Reply) -> Progress:
        """What travels on with the session after a reply."""
        state = reply.state if isinstance(reply, Ask | HandOver) else None
        softly = self.household.is_quiet(self.at)
        return Progress(
            state=state,
            here=self.named,
            misheard=self.misheard,
            given_at=self.at,
            room=self.tonights_room,
            softly=softly,
            alone=self.alone,
            grieving=self.grieving,
            begun=self.household.begun,
        )
