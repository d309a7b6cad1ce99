"""All the skill can answer: one table of intents, and one of what may be expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from skill.conversations import asking_again, ending, privacy, room, safety, welcome
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
from skill.domain.turn import Slot, Turn
from skill.domain.welcome import Menu

if TYPE_CHECKING:
    from skill.conversations import (
        did_you_know,
        hard_evenings,
        looking_back,
        manners,
        mood,
        quiet,
        rehearsing,
        small_moments,
        support,
        who,
    )
    from skill.conversations.alone_time import agenda, booking, changes, cover, nourishing, reminder, swapping
    from skill.conversations.check_in import answering, deleting, hearing
    from skill.conversations.closeness import deciding, ladder, tonight, voices, who_says
    from skill.conversations.exercise import beginning, midway, playing, touching
else:
    did_you_know = on_demand("did_you_know")
    hard_evenings = on_demand("hard_evenings")
    looking_back = on_demand("looking_back")
    manners = on_demand("manners")
    mood = on_demand("mood")
    quiet = on_demand("quiet")
    rehearsing = on_demand("rehearsing")
    small_moments = on_demand("small_moments")
    support = on_demand("support")
    who = on_demand("who")
    agenda = on_demand("alone_time.agenda")
    booking = on_demand("alone_time.booking")
    changes = on_demand("alone_time.changes")
    cover = on_demand("alone_time.cover")
    nourishing = on_demand("alone_time.nourishing")
    reminder = on_demand("alone_time.reminder")
    swapping = on_demand("alone_time.swapping")
    answering = on_demand("check_in.answering")
    deleting = on_demand("check_in.deleting")
    hearing = on_demand("check_in.hearing")
    deciding = on_demand("closeness.deciding")
    ladder = on_demand("closeness.ladder")
    tonight = on_demand("closeness.tonight")
    voices = on_demand("closeness.voices")
    who_says = on_demand("closeness.who_says")
    beginning = on_demand("exercise.beginning")
    midway = on_demand("exercise.midway")
    playing = on_demand("exercise.playing")
    touching = on_demand("exercise.touching")


def undo(turn: Turn, desk: Desk) -> Reply:
    """Takes back what was done last today: an answer kept, or a change of time alone."""
    return deleting.undo(turn, desk) or changes.undo(turn, desk)


def track_or(track: Conversation, spoken: Conversation) -> Conversation:
    """A track that was begun on this device or in this house, and otherwise what is spoken."""

    def either(turn: Turn, desk: Desk) -> Reply | None:
        begun = turn.player is not None or desk.household.tracks.stands
        return (track(turn, desk) if begun else None) or spoken(turn, desk)

    return either


def in_no_room(turn: Turn, desk: Desk) -> Reply | None:
    """A small moment, or nothing at all."""
    wanted = turn.intent == "AMAZON.YesIntent"
    return small_moments.give(turn, desk) if wanted else room.no_room(turn, desk)


def which_was_meant(turn: Turn, desk: Desk) -> Reply | None:
    """The answers, everything, or nothing."""
    answers = turn.intent == "HearAnswersIntent"
    return deleting.forget_our_answers(turn, desk) if answers else privacy.which_was_meant(turn, desk)


def hard_evening(turn: Turn, desk: Desk) -> Reply | None:
    """The evening is hard: as if somebody had said that they are low."""
    return mood.how_things_are(replace(turn, slots={"mood": Slot("low", "low")}), desk)


def in_quiet(turn: Turn, desk: Desk) -> Reply | None:
    """Nothing at all, or the two minutes."""
    return hard_evenings.quiet_or_nothing(turn, desk) or beginning.offered(turn, desk)


TABLE: Mapping[str, Conversation] = {
    # leaving, and what comes before everything else
    "AMAZON.CancelIntent": ending.stop,
    "AMAZON.NavigateHomeIntent": ending.stop,
    "AMAZON.NoIntent": ending.stop,
    "AMAZON.StopIntent": ending.stop,
    "FearIntent": ending.stop,
    "DangerIntent": safety.crisis,
    "EmergencyIntent": safety.crisis,
    "PsychosisIntent": safety.crisis,
    "RageIntent": safety.crisis,
    "ScaryThoughtIntent": safety.crisis,
    "WorriedForAnotherIntent": safety.crisis,
    # who or what it is not for
    "ChildIntent": manners.child,
    "FamilySafeIntent": manners.family_safe,
    "GrumbleIntent": manners.grumble,
    # saying it again
    "AMAZON.FallbackIntent": asking_again.misheard,
    "AMAZON.HelpIntent": asking_again.explain,
    "AMAZON.RepeatIntent": track_or(playing.again, asking_again.repeat),
    "AMAZON.YesIntent": asking_again.misheard,
    # the two people
    "CallMeIntent": who.call_me,
    "EverythingIntent": privacy.everything,
    "ForgetUsIntent": privacy.forget_us,
    "IsItPrivateIntent": privacy.who_hears,
    "PauseEverythingIntent": privacy.pause_everything,
    "WhatIsKeptIntent": privacy.what_is_kept,
    "WhichToForgetIntent": privacy.which_to_forget,
    "NameIntent": who.a_name,
    "WhoIntent": who.it_is,
    # quiet
    "StopWhisperingIntent": quiet.speak_up,
    "WhisperFromIntent": quiet.whisper_from,
    "WhisperIntent": quiet.whisper,
    # who else helps
    "CountryIntent": support.we_live_in,
    "SupportIntent": support.the_list,
    # closeness
    "LessIntent": ladder.less,
    "LinkVoiceIntent": voices.link,
    "MoreIntent": ladder.more,
    "PauseTouchIntent": deciding.pause,
    "TouchTonightIntent": tonight.touch_tonight,
    "TouchedOutIntent": tonight.touched_out,
    "UnlinkVoiceIntent": voices.unlink,
    "WantThisIntent": deciding.want_this,
    "WhereAreWeIntent": ladder.where_are_we,
    # the check-in
    "AnotherOneIntent": asking.another,
    "AnswerIntent": asking.drop_words,
    "CheckInIntent": asking.ask,
    "DeleteAnswerIntent": deleting.delete_answer,
    "DontKeepIntent": deleting.dont_keep,
    "ForgetAnswersIntent": deleting.forget_answers,
    "ForgetOurAnswersIntent": deleting.forget_our_answers,
    "HearAnswersIntent": hearing.hear_answers,
    "KeepIntent": answering.keep,
    "NumberIntent": asking.drop_words,
    "SkipIntent": asking.skip,
    "TellEachOtherIntent": asking.tell_each_other,
    # an exercise
    "AMAZON.NextIntent": track_or(playing.walk, midway.steer),
    "AMAZON.PauseIntent": track_or(playing.pause, midway.pause),
    "AMAZON.PreviousIntent": track_or(playing.walk, midway.steer),
    "AMAZON.ResumeIntent": track_or(playing.go_on, midway.go_on),
    "AMAZON.StartOverIntent": track_or(playing.over, midway.steer),
    "ConsentIntent": who.with_a_yes,
    "ExerciseIntent": beginning.start,
    "NotThatOneIntent": midway.not_that_one,
    "SlowerIntent": midway.steer,
    "TooLongIntent": midway.too_long,
    # an exercise as a track
    "AMAZON.LoopOffIntent": playing.once,
    "AMAZON.LoopOnIntent": playing.once,
    "AMAZON.ShuffleOffIntent": playing.once,
    "AMAZON.ShuffleOnIntent": playing.once,
    "AsTrackIntent": playing.as_a_track,
    "TrackIntent": playing.a_track,
    # small things
    "DidYouKnowIntent": did_you_know.tell,
    "LookBackIntent": looking_back.look_back,
    "SaySomethingIntent": rehearsing.say_something,
    "SmallMomentIntent": small_moments.give,
    # how things are, and tonight's room
    "HardEveningIntent": hard_evening,
    "JustMeIntent": hard_evenings.just_me,
    "LossIntent": hard_evenings.loss,
    "TooTiredIntent": hard_evenings.too_tired,
    "MoodIntent": mood.how_things_are,
    "AskRoomIntent": room.what_fits,
    "RoomIntent": room.so_much,
    # time alone
    "BookAloneTimeIntent": booking.book,
    "CancelAloneTimeIntent": changes.cancel,
    "ChoreIntent": nourishing.chore,
    "CoverIntent": cover.cover,
    "DontRemindIntent": reminder.dont_remind,
    "GiveIntent": swapping.give,
    "IdeaIntent": nourishing.idea,
    "MoveAloneTimeIntent": changes.move,
    "NextAloneTimeIntent": agenda.next_time,
    "RemindMeIntent": reminder.remind_me,
    "SkipAloneTimeIntent": changes.skip,
    "StartSmallIntent": booking.start_small,
    "SwapIntent": swapping.swap,
    "UndoIntent": undo,
    "WelcomeBackIntent": nourishing.welcome_back,
    "WhatCountsIntent": nourishing.what_counts,
    "WhoseTurnIntent": agenda.whose_turn,
}

AT_ONCE = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "FearIntent"})
"""What ends a conversation from everywhere, in one turn."""

NEVER_AN_ANSWER = AT_ONCE | {
    "AMAZON.HelpIntent",
    "AMAZON.PauseIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.NextIntent",
    "AMAZON.NoIntent",
    "AMAZON.PreviousIntent",
    "CallMeIntent",
    "ChildIntent",
    "DeleteAnswerIntent",
    "DontKeepIntent",
    "FamilySafeIntent",
    "ForgetAnswersIntent",
    "ForgetOurAnswersIntent",
    "ForgetUsIntent",
    "GrumbleIntent",
    "IsItPrivateIntent",
    "KeepIntent",
    "PauseEverythingIntent",
    "PauseTouchIntent",
    "SkipIntent",
    "SupportIntent",
    "TellEachOtherIntent",
    "TooTiredIntent",
    "TouchTonightIntent",
    "TouchedOutIntent",
    "WhichToForgetIntent",
    "WhoIntent",
}
"""What is never somebody's answer when it is all that was said."""


MAY_BE_AN_ANSWER = frozenset({"ChoreIntent", "IdeaIntent"})
"""What is a wish elsewhere, and words like any others when a question of the day was asked."""


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
