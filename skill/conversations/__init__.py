"""All the skill can answer: one table of intents, one of what may be expected, and the order of a turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from skill.conversations import (
    agenda,
    alone_time,
    alone_time_changes,
    asking_again,
    check_in,
    cover,
    ending,
    exercise,
    place,
    privacy,
    reminder,
    safety,
    welcome,
    who,
)
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
from skill.domain.desk import Desk
from skill.domain.four_o_clock import keep_four
from skill.domain.giving import settle
from skill.domain.place import Afterwards, AtGate, Midway, Offering, Waiting
from skill.domain.progress import State
from skill.domain.reminder_offer import OfferReminder
from skill.domain.reply import Reply, nothing
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Turn
from skill.domain.welcome import Forgetting, Menu

Conversation = Callable[[Turn, Desk], Reply | None]
"""What answers an intent; None says that it made no sense here."""

TABLE: Mapping[str, Conversation] = {
    "AMAZON.CancelIntent": ending.stop,
    "AMAZON.FallbackIntent": asking_again.misheard,
    "AMAZON.HelpIntent": asking_again.explain,
    "AMAZON.NavigateHomeIntent": ending.stop,
    "AMAZON.NextIntent": place.steer,
    "AMAZON.NoIntent": ending.stop,
    "AMAZON.PauseIntent": place.pause,
    "AMAZON.RepeatIntent": asking_again.repeat,
    "AMAZON.ResumeIntent": place.go_on,
    "AMAZON.StartOverIntent": place.steer,
    "AMAZON.StopIntent": ending.stop,
    "AMAZON.YesIntent": asking_again.misheard,
    "AnotherOneIntent": check_in.another,
    "AnswerIntent": check_in.drop_words,
    "BookAloneTimeIntent": alone_time.book,
    "CallMeIntent": who.call_me,
    "CancelAloneTimeIntent": alone_time_changes.cancel,
    "CheckInIntent": check_in.ask,
    "CoverIntent": cover.cover,
    "DangerIntent": safety.crisis,
    "DontRemindIntent": reminder.dont_remind,
    "ExerciseIntent": exercise.start,
    "FearIntent": ending.stop,
    "ForgetUsIntent": privacy.forget_us,
    "HearAnswersIntent": check_in.hear_answers,
    "KeepIntent": check_in.keep,
    "MoveAloneTimeIntent": alone_time_changes.move,
    "NameIntent": who.a_name,
    "NextAloneTimeIntent": agenda.next_time,
    "NotThatOneIntent": place.not_that_one,
    "NumberIntent": check_in.drop_words,
    "RemindMeIntent": reminder.remind_me,
    "SkipAloneTimeIntent": alone_time_changes.skip,
    "SkipIntent": check_in.skip,
    "SlowerIntent": place.steer,
    "TellEachOtherIntent": check_in.tell_each_other,
    "TooLongIntent": place.too_long,
    "UndoIntent": alone_time_changes.undo,
    "WhoIntent": who.it_is,
    "WhoseTurnIntent": agenda.whose_turn,
}

AT_ONCE = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "FearIntent"})
"""What ends a conversation from everywhere, in one turn."""

NEVER_AN_ANSWER = AT_ONCE | {
    "AMAZON.HelpIntent",
    "AMAZON.PauseIntent",
    "AMAZON.RepeatIntent",
    "KeepIntent",
    "SkipIntent",
    "TellEachOtherIntent",
}
"""What is never somebody's answer when it is all that was said."""


class Expected(Struct, frozen=True):
    """What a state does with the turn that follows it."""

    hear: Callable[[Turn, Desk], Reply | None]
    """The reply, or None when the turn is none of this state's business."""
    left: Callable[[Turn, Desk], State] | None = None
    """Called first with any turn that follows, silence and a closed session too: keeps a place, and says
    where the conversation stands now."""


_ARRANGED = Expected(alone_time.arranged)

EXPECTED: Mapping[type[State], Expected] = {
    Afterwards: Expected(exercise.afterwards, place.left),
    Answering: Expected(check_in.answered),
    AtGate: Expected(place.at_gate, place.left),
    Cancelling: Expected(alone_time_changes.cancelling),
    Choosing: Expected(check_in.chosen),
    Clash: _ARRANGED,
    Crisis: Expected(safety.after_crisis),
    EarlyHour: _ARRANGED,
    Forgetting: Expected(privacy.confirmed),
    HowLong: _ARRANGED,
    JustYouTwo: Expected(check_in.heard_together),
    Menu: Expected(welcome.chosen),
    Midway: Expected(place.midway),
    Offering: Expected(exercise.offered),
    Waiting: Expected(place.waiting),
    OfferBooking: Expected(alone_time.offered),
    OfferReminder: Expected(reminder.heard),
    WhereTo: _ARRANGED,
    WhichDay: _ARRANGED,
    WhichOfWeekend: _ARRANGED,
    WhichOne: Expected(alone_time_changes.which_one),
    WhichTime: _ARRANGED,
    WhichTown: _ARRANGED,
    Whose: Expected(check_in.whose),
    WhoseTime: _ARRANGED,
}


def answer(turn: Turn, desk: Desk) -> Reply:
    """Answers one turn, in the order that always holds: safety, leaving, what is expected, the rest."""
    if turn.kind is Kind.DISABLED:
        return privacy.disabled(turn, desk)
    if turn.kind is Kind.EVENT:
        return nothing()
    alarmed = safety.alarm(turn, desk)
    turn = _left(turn, desk)
    if alarmed is safety.Alarm.DANGER:
        return safety.crisis(turn, desk)
    if turn.kind is Kind.ENDED:
        return nothing()
    if alarmed is safety.Alarm.FEAR:
        return ending.stop(turn, desk)
    return _in_order(_read_again(turn, desk), desk)


def _left(turn: Turn, desk: Desk) -> Turn:
    """The turn as it finds the conversation: an exercise it interrupted stands where the clock says."""
    state = turn.progress.state
    left = EXPECTED[type(state)].left if state is not None else None
    return replace(turn, progress=replace(turn.progress, state=left(turn, desk))) if left else turn


def _in_order(turn: Turn, desk: Desk) -> Reply:
    if turn.intent in AT_ONCE:
        return ending.stop(turn, desk)
    settle(desk)
    keep_four(desk.home, desk.today)
    state = turn.progress.state
    expected = EXPECTED[type(state)].hear(turn, desk) if state is not None else None
    if expected is not None:
        return expected
    if turn.kind is Kind.LAUNCH:
        return welcome.launch(turn, desk)
    if turn.kind is Kind.PERMISSION:
        return nothing()
    answered = TABLE[turn.intent](turn, desk) if turn.intent in TABLE else None
    return answered or asking_again.misheard(turn, desk)


def _read_again(turn: Turn, desk: Desk) -> Turn:
    """Words that came in as free text are read by our own ears: "skip" is a choice, not an answer."""
    words = turn.words("answer") if turn.intent == "AnswerIntent" else None
    heard = desk.ears.whole(words, desk.locale, desk.today) if words else None
    if heard is None or heard.intent not in TABLE:
        return turn
    if isinstance(turn.progress.state, Answering) and heard.intent not in NEVER_AN_ANSWER:
        return turn
    return replace(turn, intent=heard.intent, slots=heard.slots)
