"""All the skill can answer: one table of intents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from skill.conversations import asking_again, ending, privacy, room, safety
from skill.conversations.check_in import asking
from skill.conversations.on_demand import Conversation, on_demand
from skill.domain.desk import Desk
from skill.domain.reply import Reply
from skill.domain.turn import Slot, Turn

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
    from skill.conversations.closeness import deciding, ladder, tonight, voices
    from skill.conversations.exercise import beginning, midway, playing, steering
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
    beginning = on_demand("exercise.beginning")
    midway = on_demand("exercise.midway")
    playing = on_demand("exercise.playing")
    steering = on_demand("exercise.steering")


def undo(turn: Turn, desk: Desk) -> Reply:
    """Takes back what was done last today: an answer kept, or a change of time alone."""
    return deleting.undo(turn, desk) or changes.undo(turn, desk)


def track_or(track: Conversation, spoken: Conversation) -> Conversation:
    """A track that was begun on this device or in this house, and otherwise what is spoken."""

    def either(turn: Turn, desk: Desk) -> Reply | None:
        begun = turn.player is not None or desk.household.tracks.stands
        return (track(turn, desk) if begun else None) or spoken(turn, desk)

    return either


def hard_evening(turn: Turn, desk: Desk) -> Reply | None:
    """The evening is hard: as if somebody had said that they are low."""
    return mood.how_things_are(replace(turn, slots={"mood": Slot("low", "low")}), desk)


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
    "AMAZON.RepeatIntent": track_or(steering.again, asking_again.repeat),
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
    "OtherNameIntent": who.it_is,
    "WhichOfUsIntent": asking_again.misheard,
    "WhoIntent": who.it_is,
    # quiet
    "StopWhisperingIntent": quiet.speak_up,
    "WhisperFromIntent": quiet.whisper_from,
    "WhisperIntent": quiet.whisper,
    # who else helps
    "CallIntent": support.no_calls,
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
    "AMAZON.NextIntent": track_or(steering.walk, midway.steer),
    "AMAZON.PauseIntent": track_or(steering.pause, midway.pause),
    "AMAZON.PreviousIntent": track_or(steering.walk, midway.steer),
    "AMAZON.ResumeIntent": track_or(steering.go_on, midway.go_on),
    "AMAZON.StartOverIntent": track_or(steering.over, midway.steer),
    "ConsentIntent": who.with_a_yes,
    "ExerciseIntent": beginning.start,
    "NotThatOneIntent": midway.not_that_one,
    "SlowerIntent": midway.steer,
    "TooLongIntent": midway.too_long,
    # an exercise as a track
    "AMAZON.LoopOffIntent": steering.once,
    "AMAZON.LoopOnIntent": steering.once,
    "AMAZON.ShuffleOffIntent": steering.once,
    "AMAZON.ShuffleOnIntent": steering.once,
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
    "CallIntent",
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
    "OtherNameIntent",
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

LIGHTER = frozenset({"AnotherOneIntent", "CheckInIntent", "DidYouKnowIntent", "SmallMomentIntent"})
"""Wishes for what may be merry, or speak of children: they wait where somebody told of a loss."""
