"""What is under way in a conversation: one typed state, and who is speaking."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from skill.domain.booking import (
    Cancelling,
    Clash,
    EarlyHour,
    HowLong,
    OfferBooking,
    WhereTo,
    WhichDay,
    WhichOfWeekend,
    WhichOne,
    WhichTime,
    WhichTown,
    WhoseTime,
)
from skill.domain.check_in import Answering, Choosing, JustYouTwo, Whose
from skill.domain.partner import Partner
from skill.domain.place import Afterwards, AtGate, Midway, Offering, Waiting
from skill.domain.reminder_offer import OfferReminder
from skill.domain.support import Crisis
from skill.domain.welcome import Forgetting, Menu

State = (
    Menu
    | Choosing
    | Whose
    | Answering
    | JustYouTwo
    | Forgetting
    | Crisis
    | Afterwards
    | AtGate
    | Midway
    | Waiting
    | Offering
    | WhichDay
    | WhichOfWeekend
    | WhichTime
    | EarlyHour
    | HowLong
    | WhoseTime
    | WhichTown
    | Clash
    | WhereTo
    | WhichOne
    | Cancelling
    | OfferBooking
    | OfferReminder
)


class Progress(Struct, frozen=True):
    """Travels with the session: what is expected next, and what this conversation knows."""

    state: State | None = None
    here: Partner | None = None
    """Who said "it's Sam" in this conversation."""
    misheard: int = 0
    """How many turns running were not understood."""
    given_at: datetime | None = None
    """When the last answer was given, UTC."""
