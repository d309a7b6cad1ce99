"""All the skill can answer: one table of intents, one of what may be expected, and the order of a turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from skill.conversations import (
    asking_again,
    did_you_know,
    ending,
    looking_back,
    manners,
    mood,
    privacy,
    quiet,
    rehearsing,
    room,
    safety,
    small_moments,
    support,
    welcome,
    who,
)
from skill.conversations.alone_time import (
    agenda,
    booking,
    changes,
    cover,
    keeping,
    nourishing,
    reminder,
    swapping,
)
from skill.conversations.check_in import answering, asking, deleting, hearing
from skill.conversations.closeness import deciding, ladder, tonight, voices, who_says
from skill.conversations.exercise import beginning, giving, midway, touching
from skill.domain.alone_time.changing import Cancelling, WhichOne
from skill.domain.alone_time.expectations import (
    Clash,
    EarlyHour,
    HowLong,
    HowOften,
    Instead,
    OfAloneTime,
    OfferBooking,
    OnClock,
    WhereTo,
    WhichDay,
    WhichOfWeekend,
    WhichTime,
    WhichTown,
    WhoseTime,
)
from skill.domain.alone_time.nourishing import HAND_OVER, AnotherIdea, WhatFeeds
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.alone_time.swapping import HandingOn
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
from skill.domain.distress import Distress
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, OfExercise, Offering, Waiting
from skill.domain.fact import AnotherFact
from skill.domain.forgetting import Forgetting
from skill.domain.four_o_clock import keep_four
from skill.domain.frame import WhichFrame, WhichHarderFrame
from skill.domain.naming import is_name
from skill.domain.progress import State
from skill.domain.quiet import WhisperFrom
from skill.domain.reply import Reply, nothing
from skill.domain.room import HowMuchRoom, LittleRoom, NoRoom
from skill.domain.small_moment import AnotherMoment
from skill.domain.support import Crisis, SupportList
from skill.domain.turn import Kind, Turn
from skill.domain.welcome import Menu

Conversation = Callable[[Turn, Desk], Reply | None]
"""What answers an intent; None says that it made no sense here."""


def undo(turn: Turn, desk: Desk) -> Reply:
    """Takes back what was done last today: an answer kept, or a change of time alone."""
    bookings_first = desk.household.alone_times.changed_last(desk.today)
    return (None if bookings_first else deleting.undo(turn, desk)) or changes.undo(turn, desk)


def in_no_room(turn: Turn, desk: Desk) -> Reply | None:
    """A small moment, or nothing at all."""
    wanted = turn.intent == "AMAZON.YesIntent"
    return small_moments.give(turn, desk) if wanted else room.no_room(turn, desk)


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
    "AMAZON.RepeatIntent": asking_again.repeat,
    "AMAZON.YesIntent": asking_again.misheard,
    # the two people
    "CallMeIntent": who.call_me,
    "ForgetUsIntent": privacy.forget_us,
    "PauseEverythingIntent": privacy.pause_everything,
    "WhatIsKeptIntent": privacy.what_is_kept,
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
    "HearAnswersIntent": hearing.hear_answers,
    "KeepIntent": answering.keep,
    "NumberIntent": asking.drop_words,
    "SkipIntent": asking.skip,
    "TellEachOtherIntent": asking.tell_each_other,
    # an exercise
    "AMAZON.NextIntent": midway.steer,
    "AMAZON.PauseIntent": midway.pause,
    "AMAZON.ResumeIntent": midway.go_on,
    "AMAZON.StartOverIntent": midway.steer,
    "ConsentIntent": asking_again.misheard,
    "ExerciseIntent": beginning.start,
    "NotThatOneIntent": midway.not_that_one,
    "SlowerIntent": midway.steer,
    "TooLongIntent": midway.too_long,
    # small things
    "DidYouKnowIntent": did_you_know.tell,
    "LookBackIntent": looking_back.look_back,
    "SaySomethingIntent": rehearsing.say_something,
    "SmallMomentIntent": small_moments.give,
    # how things are, and tonight's room
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
    "CallMeIntent",
    "ChildIntent",
    "DeleteAnswerIntent",
    "DontKeepIntent",
    "FamilySafeIntent",
    "ForgetAnswersIntent",
    "ForgetUsIntent",
    "GrumbleIntent",
    "KeepIntent",
    "PauseEverythingIntent",
    "PauseTouchIntent",
    "SkipIntent",
    "SupportIntent",
    "TellEachOtherIntent",
    "TouchTonightIntent",
    "TouchedOutIntent",
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
    FirstIn: Expected(touching.consenting),
    SecondIn: Expected(touching.consenting),
    # small things
    AnotherMoment: Expected(small_moments.another),
    AnotherFact: Expected(did_you_know.another),
    WhichFrame: Expected(rehearsing.which),
    WhichHarderFrame: Expected(rehearsing.which),
    # tonight's room
    HowMuchRoom: Expected(room.how_much),
    NoRoom: Expected(in_no_room),
    LittleRoom: Expected(room.little_room),
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
    WhatFeeds: Expected(nourishing.fed),
    AnotherIdea: Expected(nourishing.another),
    OfferReminder: Expected(reminder.heard),
}


def answer(turn: Turn, desk: Desk) -> Reply:
    """Answers one turn, in the order that always holds: safety, leaving, what is expected, the rest."""
    if turn.kind is Kind.DISABLED:
        return privacy.disabled(turn, desk)
    if turn.kind is Kind.EVENT:
        return nothing()
    distress = safety.distress(turn, desk.ears)
    desk.asks_device = distress is None
    turn = _left(turn, desk)
    if distress is not None and distress is not Distress.FEAR:
        return safety.crisis(turn, desk)
    if turn.kind is Kind.ENDED:
        return nothing()
    if distress is Distress.FEAR:
        return ending.stop(turn, desk)
    return _in_order(_as_skip(_read_again(_with_names(turn, desk), desk)), desk)


def _left(turn: Turn, desk: Desk) -> Turn:
    """The turn as it finds the conversation: an exercise it interrupted stands where the clock says."""
    state = turn.progress.state
    left = EXPECTED[type(state)].left if state is not None else None
    return replace(turn, progress=replace(turn.progress, state=left(turn, desk))) if left else turn


def _in_order(turn: Turn, desk: Desk) -> Reply:
    if turn.intent in AT_ONCE:
        return ending.stop(turn, desk)
    giving.settle(desk)
    keep_four(desk.home, desk.today, desk.zone)
    privacy.take_away_leftovers(turn, desk)
    keeping.catch_up(desk)
    turn = room.shaping(_as_going_on(turn, desk), desk.tonights_room)
    state = turn.progress.state
    expected = EXPECTED[type(state)].hear(turn, desk) if state is not None else None
    if expected is not None:
        return expected
    if turn.kind is Kind.LAUNCH or (turn.new and turn.intent == "AMAZON.FallbackIntent"):
        return welcome.launch(turn, desk)
    if turn.kind is Kind.PERMISSION:
        return nothing()
    answered = TABLE[turn.intent](turn, desk) if turn.intent in TABLE else None
    return answered or asking_again.misheard(turn, desk)


def _with_names(turn: Turn, desk: Desk) -> Turn:
    """The turn without what was heard as a name and cannot be one: it would be kept and spoken."""
    name = turn.words("name")
    if name is None or is_name(name, desk.library):
        return turn
    return replace(turn, slots={slot: said for slot, said in turn.slots.items() if slot != "name"})


def _as_skip(turn: Turn) -> Turn:
    """The turn with "don't keep it" as the skip it is where no answer could have been meant."""
    elsewhere = isinstance(turn.progress.state, OfAloneTime | OfExercise | OfferReminder)
    return replace(turn, intent="SkipIntent") if elsewhere and turn.intent == "DontKeepIntent" else turn


def _as_going_on(turn: Turn, desk: Desk) -> Turn:
    """The turn of whoever is back: to the exercise under way, or the one that waits if nobody was away."""
    if turn.intent != "WelcomeBackIntent":
        return turn
    place = desk.household.exercises.kept(desk.today)
    waits = place is not None and place.exercise != HAND_OVER
    was_away = desk.household.alone_times.began_today(desk.wall)
    goes_on = isinstance(turn.progress.state, OfExercise) or (waits and not was_away)
    return replace(turn, intent="AMAZON.ResumeIntent") if goes_on else turn


def _read_again(turn: Turn, desk: Desk) -> Turn:
    """Words that came in as free text are read by our own ears: "skip" is a choice, not an answer."""
    words = turn.words("answer") if turn.intent == "AnswerIntent" else None
    heard = desk.ears.whole(words, desk.locale, desk.today) if words else None
    if heard is None or heard.intent not in TABLE:
        return turn
    if isinstance(turn.progress.state, Answering) and heard.intent not in NEVER_AN_ANSWER:
        return turn
    if isinstance(turn.progress.state, Choosing) and heard.intent in MAY_BE_AN_ANSWER:
        return turn
    return replace(turn, intent=heard.intent, slots=heard.slots)
