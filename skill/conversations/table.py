"""All the skill can answer: one table of intents."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.conversations import asking_again, ending, on_demand, privacy, room, safety
from skill.conversations.check_in import asking
from skill.conversations.on_demand import Conversation
from skill.domain.desk import Desk
from skill.domain.reply import Reply
from skill.domain.turn import Slot, Turn


def undo(turn: Turn, desk: Desk) -> Reply:
    """Takes back what was done last today: an answer kept, or a change of time alone."""
    return on_demand.deleting.undo(turn, desk) or on_demand.changes.undo(turn, desk)


def track_or(track: Conversation, spoken: Conversation) -> Conversation:
    """A track that was begun on this device or in this house, and otherwise what is spoken."""

    def either(turn: Turn, desk: Desk) -> Reply | None:
        begun = turn.player is not None or desk.household.tracks.stands
        return (track(turn, desk) if begun else None) or spoken(turn, desk)

    return either


def hard_evening(turn: Turn, desk: Desk) -> Reply | None:
    """The evening is hard: as if somebody had said that they are low."""
    return on_demand.mood.how_things_are(replace(turn, slots={"mood": Slot("low", "low")}), desk)


TABLE: Mapping[str, Conversation] = {
    # leaving, and what comes before everything else
    "AMAZON.CancelIntent": ending.stop,
    "AMAZON.NavigateHomeIntent": ending.stop,
    "AMAZON.NoIntent": ending.stop,
    "AMAZON.StopIntent": ending.stop,
    "GoodnightIntent": ending.stop,
    "FearIntent": ending.stop,
    "DangerIntent": safety.crisis,
    "EmergencyIntent": safety.crisis,
    "PsychosisIntent": safety.crisis,
    "RageIntent": safety.crisis,
    "ScaryThoughtIntent": safety.crisis,
    "WorriedForAnotherIntent": safety.crisis,
    "PutDownIntent": on_demand.manners.well,
    # who or what it is not for
    "ChildIntent": on_demand.manners.child,
    "FamilySafeIntent": on_demand.manners.family_safe,
    "GrumbleIntent": on_demand.manners.grumble,
    "WhoAreYouIntent": on_demand.manners.who_i_am,
    # saying it again
    "AMAZON.FallbackIntent": asking_again.misheard,
    "AMAZON.HelpIntent": asking_again.explain,
    "AMAZON.RepeatIntent": track_or(on_demand.steering.again, asking_again.repeat),
    "AMAZON.YesIntent": asking_again.misheard,
    # the two people
    "CallMeIntent": on_demand.who.call_me,
    "DeleteItAllIntent": privacy.which_to_forget,
    "EverythingIntent": privacy.everything,
    "ForgetUsIntent": privacy.forget_us,
    "IsItPrivateIntent": privacy.who_hears,
    "PauseEverythingIntent": privacy.pause_everything,
    "WhatIsKeptIntent": privacy.what_is_kept,
    "WhichToForgetIntent": privacy.which_to_forget,
    "NameIntent": on_demand.who.a_name,
    "OtherNameIntent": on_demand.who.it_is,
    "WhichOfUsIntent": asking_again.misheard,
    "WhoIntent": on_demand.who.it_is,
    # quiet
    "StopWhisperingIntent": on_demand.quiet.speak_up,
    "WhisperFromIntent": on_demand.quiet.whisper_from,
    "WhisperIntent": on_demand.quiet.whisper,
    # who else helps
    "CallIntent": on_demand.support.no_calls,
    "CountryIntent": on_demand.support.we_live_in,
    "SupportIntent": on_demand.support.the_list,
    # closeness
    "LessIntent": on_demand.ladder.less,
    "LinkVoiceIntent": on_demand.voices.link,
    "MoreIntent": on_demand.ladder.more,
    "PauseTouchIntent": on_demand.deciding.pause,
    "TouchTonightIntent": on_demand.tonight.touch_tonight,
    "TouchedOutIntent": on_demand.tonight.touched_out,
    "UnlinkVoiceIntent": on_demand.voices.unlink,
    "WantThisIntent": on_demand.deciding.want_this,
    "WhereAreWeIntent": on_demand.ladder.where_are_we,
    # the check-in
    "AnotherOneIntent": asking.another,
    "AnswerIntent": asking.drop_words,
    "CheckInIntent": asking.ask,
    "DeleteAnswerIntent": on_demand.deleting.delete_answer,
    "DontKeepIntent": on_demand.deleting.dont_keep,
    "ForgetAnswersIntent": on_demand.deleting.forget_answers,
    "ForgetOurAnswersIntent": on_demand.deleting.forget_our_answers,
    "HearAnswersIntent": on_demand.hearing.hear_answers,
    "KeepIntent": on_demand.answering.keep,
    "NumberIntent": asking.drop_words,
    "SkipIntent": asking.skip,
    "TellEachOtherIntent": asking.tell_each_other,
    # an exercise
    "AMAZON.NextIntent": track_or(on_demand.steering.walk, on_demand.midway.steer),
    "AMAZON.PauseIntent": track_or(on_demand.steering.pause, on_demand.midway.pause),
    "AMAZON.PreviousIntent": track_or(on_demand.steering.walk, on_demand.midway.steer),
    "AMAZON.ResumeIntent": track_or(on_demand.steering.go_on, on_demand.midway.go_on),
    "AMAZON.StartOverIntent": track_or(on_demand.steering.over, on_demand.midway.steer),
    "ConsentIntent": on_demand.who.with_a_yes,
    "ExerciseIntent": on_demand.beginning.start,
    "NotThatOneIntent": on_demand.midway.not_that_one,
    "SlowerIntent": on_demand.midway.steer,
    "TooLongIntent": on_demand.midway.too_long,
    # an exercise as a track
    "AMAZON.LoopOffIntent": on_demand.steering.once,
    "AMAZON.LoopOnIntent": on_demand.steering.once,
    "AMAZON.ShuffleOffIntent": on_demand.steering.once,
    "AMAZON.ShuffleOnIntent": on_demand.steering.once,
    "AsTrackIntent": on_demand.playing.as_a_track,
    "TrackIntent": on_demand.playing.a_track,
    # small things
    "DidYouKnowIntent": on_demand.did_you_know.tell,
    "LookBackIntent": on_demand.looking_back.look_back,
    "SaySomethingIntent": on_demand.rehearsing.say_something,
    "SayThisIntent": on_demand.rehearsing.say_this,
    "SmallMomentIntent": on_demand.small_moments.give,
    "SorryIntent": on_demand.rehearsing.sorry,
    "WordsIntent": on_demand.rehearsing.say_something,
    # how things are, and tonight's room
    "CryingIntent": on_demand.hard_evenings.crying,
    "HardEveningIntent": hard_evening,
    "JustMeIntent": on_demand.hard_evenings.just_me,
    "LongingIntent": on_demand.hard_evenings.longing,
    "LossAndMoreIntent": on_demand.hard_evenings.loss,
    "LossIntent": on_demand.hard_evenings.loss,
    "OverwhelmedIntent": on_demand.hard_evenings.overwhelmed,
    "PersuadeIntent": on_demand.hard_evenings.freely,
    "TooTiredIntent": on_demand.hard_evenings.too_tired,
    "WhatTheySaidIntent": on_demand.hard_evenings.stays_with_me,
    "MoodIntent": on_demand.mood.how_things_are,
    "AskRoomIntent": room.what_fits,
    "RoomIntent": room.so_much,
    # time alone
    "BookAloneTimeIntent": on_demand.booking.book,
    "CancelAloneTimeIntent": on_demand.changes.cancel,
    "ChoreIntent": on_demand.nourishing.chore,
    "CoverIntent": on_demand.cover.cover,
    "DontRemindIntent": on_demand.reminder.dont_remind,
    "GiveIntent": on_demand.swapping.give,
    "IdeaIntent": on_demand.nourishing.idea,
    "MoveAloneTimeIntent": on_demand.changes.move,
    "NextAloneTimeIntent": on_demand.agenda.next_time,
    "RemindMeIntent": on_demand.reminder.remind_me,
    "SkipAloneTimeIntent": on_demand.changes.skip,
    "StartSmallIntent": on_demand.booking.start_small,
    "SwapIntent": on_demand.swapping.swap,
    "UndoIntent": undo,
    "WelcomeBackIntent": on_demand.nourishing.welcome_back,
    "WhatCountsIntent": on_demand.nourishing.what_counts,
    "WhoseTurnIntent": on_demand.agenda.whose_turn,
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
    "CallIntent",
    "CallMeIntent",
    "ChildIntent",
    "DeleteAnswerIntent",
    "DeleteItAllIntent",
    "DontKeepIntent",
    "FamilySafeIntent",
    "ForgetAnswersIntent",
    "ForgetOurAnswersIntent",
    "ForgetUsIntent",
    "GoodnightIntent",
    "GrumbleIntent",
    "IsItPrivateIntent",
    "KeepIntent",
    "LossAndMoreIntent",
    "LossIntent",
    "OtherNameIntent",
    "OverwhelmedIntent",
    "PauseEverythingIntent",
    "PauseTouchIntent",
    "PersuadeIntent",
    "SkipIntent",
    "SupportIntent",
    "TellEachOtherIntent",
    "TooTiredIntent",
    "TouchTonightIntent",
    "TouchedOutIntent",
    "WhatTheySaidIntent",
    "WhichToForgetIntent",
    "WhoIntent",
}
"""What is never somebody's answer when it is all that was said."""


MAY_BE_AN_ANSWER = frozenset({"ChoreIntent", "IdeaIntent", "LongingIntent", "PutDownIntent", "WordsIntent"})
"""What is a wish elsewhere, and words like any others when a question of the day was asked."""

LIGHTER = frozenset({"AnotherOneIntent", "CheckInIntent", "DidYouKnowIntent", "SmallMomentIntent"})
"""Wishes for what may be merry, or speak of children: they wait where somebody told of a loss."""
