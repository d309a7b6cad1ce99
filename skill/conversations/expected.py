"""What may be expected next, and what each of it does with the turn that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from skill.conversations import privacy, room, safety, welcome
from skill.conversations.check_in import asking
from skill.conversations.on_demand import Conversation, on_demand
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
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, Offering, QuietOrNothing, Waiting
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

if TYPE_CHECKING:
    from skill.conversations import (
        did_you_know,
        hard_evenings,
        quiet,
        rehearsing,
        small_moments,
        support,
    )
    from skill.conversations.alone_time import booking, changes, nourishing, reminder, swapping
    from skill.conversations.check_in import answering, deleting, hearing
    from skill.conversations.closeness import deciding, voices, who_says
    from skill.conversations.exercise import beginning, midway, touching
else:
    did_you_know = on_demand("did_you_know")
    hard_evenings = on_demand("hard_evenings")
    quiet = on_demand("quiet")
    rehearsing = on_demand("rehearsing")
    small_moments = on_demand("small_moments")
    support = on_demand("support")
    booking = on_demand("alone_time.booking")
    changes = on_demand("alone_time.changes")
    nourishing = on_demand("alone_time.nourishing")
    reminder = on_demand("alone_time.reminder")
    swapping = on_demand("alone_time.swapping")
    answering = on_demand("check_in.answering")
    deleting = on_demand("check_in.deleting")
    hearing = on_demand("check_in.hearing")
    deciding = on_demand("closeness.deciding")
    voices = on_demand("closeness.voices")
    who_says = on_demand("closeness.who_says")
    beginning = on_demand("exercise.beginning")
    midway = on_demand("exercise.midway")
    touching = on_demand("exercise.touching")


def in_no_room(turn: Turn, desk: Desk) -> Reply | None:
    """A small moment, or nothing at all."""
    wanted = turn.intent == "AMAZON.YesIntent"
    return small_moments.give(turn, desk) if wanted else room.no_room(turn, desk)


def which_was_meant(turn: Turn, desk: Desk) -> Reply | None:
    """The answers, everything, or nothing."""
    answers = turn.intent == "HearAnswersIntent"
    return deleting.forget_our_answers(turn, desk) if answers else privacy.which_was_meant(turn, desk)


def in_quiet(turn: Turn, desk: Desk) -> Reply | None:
    """Nothing at all, or the two minutes."""
    return hard_evenings.quiet_or_nothing(turn, desk) or beginning.offered(turn, desk)


class Expected(Struct, frozen=True):
    """What a state does with the turn that follows it."""

    hear: Conversation
    """The reply, or None when the turn is none of this state's business."""
    left: Callable[[Turn, Desk], State] | None = None
    """Called first with any turn that follows, silence and a closed session too: keeps a place, and says
    where the conversation stands now."""


_ARRANGED = Expected(booking.arranged)

EXPECTED: Mapping[type[State], Expected] = {
    Menu: Expected(welcome.chosen),
    Crisis: Expected(safety.after_crisis),
    SupportList: Expected(support.heard),
    Forgetting: Expected(privacy.confirmed),
    WhichToForget: Expected(which_was_meant),
    # closeness
    WhoSays: Expected(who_says.who_says),
    WhoseVoice: Expected(voices.whose_voice),
    LinkingVoice: Expected(voices.linking),
    StillPaused: Expected(deciding.still_paused),
    # the check-in
    Choosing: Expected(asking.chosen),
    Whose: Expected(answering.whose),
    Answering: Expected(answering.answered),
    JustYouTwo: Expected(hearing.heard_together),
    WhoseToDelete: Expected(deleting.whose_to_delete),
    ForgettingAnswers: Expected(deleting.forgetting_answers),
    # an exercise
    AtGate: Expected(midway.at_gate, midway.left),
    Midway: Expected(midway.midway),
    Waiting: Expected(midway.waiting),
    Afterwards: Expected(beginning.afterwards, midway.left),
    Offering: Expected(beginning.offered),
    QuietOrNothing: Expected(in_quiet),
    FirstIn: Expected(touching.consenting, touching.left),
    SecondIn: Expected(touching.consenting, touching.left),
    # small things
    AnotherMoment: Expected(small_moments.another),
    AnotherFact: Expected(did_you_know.another),
    WhichFrame: Expected(rehearsing.which),
    WhichHarderFrame: Expected(rehearsing.which),
    # tonight's room
    HowMuchRoom: Expected(room.how_much),
    NoRoom: Expected(in_no_room),
    LittleRoom: Expected(room.little_room),
    ForOne: Expected(hard_evenings.for_one),
    # quiet
    WhisperFrom: Expected(quiet.heard),
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
    WhichOne: Expected(changes.which_one),
    Cancelling: Expected(changes.cancelling),
    OfferBooking: Expected(booking.offered),
    Instead: _ARRANGED,
    HandingOn: Expected(swapping.handing_on),
    Exchanging: Expected(swapping.exchanging),
    WhatFeeds: Expected(nourishing.fed),
    AnotherIdea: Expected(nourishing.another),
    OfferReminder: Expected(reminder.heard),
}
