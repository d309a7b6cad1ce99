"""What may be expected next, and what each of it does with the turn that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from skill.conversations import on_demand, privacy, room, safety, welcome
from skill.conversations.check_in import asking
from skill.conversations.on_demand import Conversation
from skill.domain.alone_time.changing import Cancelling, WhichOne
from skill.domain.alone_time.expectations import (
    Clash,
    EarlyHour,
    HowLong,
    HowOften,
    Instead,
    OfferBooking,
    OnClock,
    WhereTo,
    WhichDay,
    WhichOfWeekend,
    WhichTime,
    WhichTown,
    WhoseTime,
)
from skill.domain.alone_time.nourishing import AnotherIdea, WhatFeeds
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.alone_time.swapping import Exchanging, HandingOn
from skill.domain.check_in.expectations import (
    Answering,
    Choosing,
    ForgettingAnswers,
    JustYouTwo,
    Whose,
    WhoseToDelete,
)
from skill.domain.closeness.consent import FirstIn, SecondIn
from skill.domain.closeness.expectations import LinkingVoice, StillPaused, WhoSays, WhoseVoice
from skill.domain.desk import Desk
from skill.domain.exercise.expectations import (
    Afterwards,
    AtGate,
    Midway,
    Offering,
    QuietOrNothing,
    QuietOrWords,
    Waiting,
)
from skill.domain.fact import AnotherFact
from skill.domain.for_one import ForOne
from skill.domain.forgetting import Forgetting, WhichToForget
from skill.domain.frame import WhichFrame, WhichHarderFrame
from skill.domain.progress import State
from skill.domain.quiet import WhisperFrom
from skill.domain.reply import Reply
from skill.domain.room import HowMuchRoom, LittleRoom, NoRoom
from skill.domain.small_moment import AnotherMoment
from skill.domain.support import Crisis, SupportList
from skill.domain.turn import Turn
from skill.domain.welcome import Menu


def in_no_room(turn: Turn, desk: Desk) -> Reply | None:
    """A small moment, or nothing at all."""
    wanted = turn.intent == "AMAZON.YesIntent"
    return on_demand.small_moments.give(turn, desk) if wanted else room.no_room(turn, desk)


def which_was_meant(turn: Turn, desk: Desk) -> Reply | None:
    """The answers, everything, or nothing."""
    answers = turn.intent == "HearAnswersIntent"
    return (
        on_demand.deleting.forget_our_answers(turn, desk) if answers else privacy.which_was_meant(turn, desk)
    )


def in_quiet(turn: Turn, desk: Desk) -> Reply | None:
    """Nothing at all, or the two minutes."""
    return on_demand.hard_evenings.quiet_or_nothing(turn, desk) or on_demand.beginning.offered(turn, desk)


def in_quiet_or_words(turn: Turn, desk: Desk) -> Reply | None:
    """The two minutes, or the words; which of them is answered by the table."""
    return on_demand.hard_evenings.quiet_or_words(turn, desk) or on_demand.beginning.offered(turn, desk)


class Expected(Struct, frozen=True):
    """What a state does with the turn that follows it."""

    hear: Conversation
    """The reply, or None when the turn is none of this state's business."""
    left: Callable[[Turn, Desk], State] | None = None
    """Called first with any turn that follows, silence and a closed session too: keeps a place, and says
    where the conversation stands now."""


_ARRANGED = Expected(on_demand.booking.arranged)

EXPECTED: Mapping[type[State], Expected] = {
    Menu: Expected(welcome.chosen),
    Crisis: Expected(safety.after_crisis),
    SupportList: Expected(on_demand.support.heard),
    Forgetting: Expected(privacy.confirmed),
    WhichToForget: Expected(which_was_meant),
    # closeness
    WhoSays: Expected(on_demand.who_says.who_says),
    WhoseVoice: Expected(on_demand.voices.whose_voice),
    LinkingVoice: Expected(on_demand.voices.linking),
    StillPaused: Expected(on_demand.deciding.still_paused),
    # the check-in
    Choosing: Expected(asking.chosen),
    Whose: Expected(on_demand.answering.whose),
    Answering: Expected(on_demand.answering.answered),
    JustYouTwo: Expected(on_demand.hearing.heard_together),
    WhoseToDelete: Expected(on_demand.deleting.whose_to_delete),
    ForgettingAnswers: Expected(on_demand.deleting.forgetting_answers),
    # an exercise
    AtGate: Expected(on_demand.midway.at_gate, on_demand.midway.left),
    Midway: Expected(on_demand.midway.midway),
    Waiting: Expected(on_demand.midway.waiting),
    Afterwards: Expected(on_demand.beginning.afterwards, on_demand.midway.left),
    Offering: Expected(on_demand.beginning.offered),
    QuietOrNothing: Expected(in_quiet),
    QuietOrWords: Expected(in_quiet_or_words),
    FirstIn: Expected(on_demand.touching.consenting, on_demand.touching.left),
    SecondIn: Expected(on_demand.touching.consenting, on_demand.touching.left),
    # small things
    AnotherMoment: Expected(on_demand.small_moments.another),
    AnotherFact: Expected(on_demand.did_you_know.another),
    WhichFrame: Expected(on_demand.rehearsing.which),
    WhichHarderFrame: Expected(on_demand.rehearsing.which),
    # tonight's room
    HowMuchRoom: Expected(room.how_much),
    NoRoom: Expected(in_no_room),
    LittleRoom: Expected(room.little_room),
    ForOne: Expected(on_demand.hard_evenings.for_one),
    # quiet
    WhisperFrom: Expected(on_demand.quiet.heard),
    # time alone
    WhichDay: _ARRANGED,
    WhichOfWeekend: _ARRANGED,
    WhichTime: _ARRANGED,
    EarlyHour: _ARRANGED,
    HowLong: _ARRANGED,
    WhoseTime: _ARRANGED,
    WhichTown: _ARRANGED,
    OnClock: _ARRANGED,
    HowOften: _ARRANGED,
    Clash: _ARRANGED,
    WhereTo: _ARRANGED,
    WhichOne: Expected(on_demand.changes.which_one),
    Cancelling: Expected(on_demand.changes.cancelling),
    OfferBooking: Expected(on_demand.booking.offered),
    Instead: _ARRANGED,
    HandingOn: Expected(on_demand.swapping.handing_on),
    Exchanging: Expected(on_demand.swapping.exchanging),
    WhatFeeds: Expected(on_demand.nourishing.fed),
    AnotherIdea: Expected(on_demand.nourishing.another),
    OfferReminder: Expected(on_demand.reminder.heard),
}
