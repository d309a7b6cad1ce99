"""What is under way in a conversation: one typed state, and who is speaking."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from skill.domain.alone_time.expectations import OfAloneTime
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.check_in.expectations import OfCheckIn
from skill.domain.closeness.consent import OfConsent
from skill.domain.closeness.expectations import OfCloseness
from skill.domain.exercise.expectations import OfExercise
from skill.domain.fact import AnotherFact
from skill.domain.for_one import ForOne
from skill.domain.forgetting import Forgetting, WhichToForget
from skill.domain.frame import WhichFrame, WhichHarderFrame
from skill.domain.partner import Partner
from skill.domain.quiet import WhisperFrom
from skill.domain.room import OfRoom, Room
from skill.domain.small_moment import AnotherMoment
from skill.domain.support import Crisis, SupportList
from skill.domain.welcome import Menu

State = (
    Menu
    | Forgetting
    | WhichToForget
    | Crisis
    | SupportList
    | OfCheckIn
    | OfExercise
    | OfConsent
    | OfAloneTime
    | OfferReminder
    | OfCloseness
    | AnotherMoment
    | AnotherFact
    | WhichFrame
    | WhichHarderFrame
    | OfRoom
    | ForOne
    | WhisperFrom
)
"""All that may be expected next."""


class Progress(Struct, frozen=True, omit_defaults=True):
    """Travels with the session: what is expected next, and what this conversation knows."""

    state: State | None = None
    here: Partner | None = None
    """Who said "it's Sam" in this conversation."""
    misheard: int = 0
    """How many turns running were not understood."""
    given_at: Annotated[datetime, Meta(tz=True)] | None = None
    """When the last answer was given, UTC."""
    room: Room | None = None
    """How much room there is tonight, if somebody said so: it ends with the conversation."""
    softly: bool = False
    """Whether the last answer was whispered: it was quiet in the house."""
    alone: bool = False
    """Whether somebody said that they are on their own: it ends with the conversation."""
    grieving: bool = False
    """Whether somebody told of a loss: the same."""
    begun: Annotated[datetime, Meta(tz=True)] | None = None
    """Since when its household is there, UTC; None where that is not known."""

    def within(self, begun: datetime | None) -> Progress:
        """What of it counts in a household that is there since then.

        Of one that was forgotten meanwhile nothing is under way any more, but for help.
        """
        if self.begun in (None, begun):
            return self
        helps = isinstance(self.state, Crisis)
        kept = replace(self, here=None, begun=begun)
        return kept if helps else replace(kept, state=None, misheard=0)
