"""All the skill can answer: one table of intents, one of what may be expected, and the order of a turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from skill.conversations import asking_again, check_in, ending, privacy, safety, welcome, who
from skill.domain.check_in import Answering, Choosing, JustYouTwo, Whose
from skill.domain.desk import Desk
from skill.domain.four_o_clock import keep_four
from skill.domain.progress import State
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
    "AMAZON.NextIntent": asking_again.misheard,
    "AMAZON.NoIntent": ending.stop,
    "AMAZON.PauseIntent": ending.stop,
    "AMAZON.RepeatIntent": asking_again.repeat,
    "AMAZON.ResumeIntent": asking_again.misheard,
    "AMAZON.StartOverIntent": asking_again.misheard,
    "AMAZON.StopIntent": ending.stop,
    "AMAZON.YesIntent": asking_again.misheard,
    "AnotherOneIntent": check_in.another,
    "AnswerIntent": check_in.drop_words,
    "CallMeIntent": who.call_me,
    "CheckInIntent": check_in.ask,
    "DangerIntent": safety.crisis,
    "FearIntent": ending.stop,
    "ForgetUsIntent": privacy.forget_us,
    "HearAnswersIntent": check_in.hear_answers,
    "KeepIntent": check_in.keep,
    "NameIntent": who.it_is,
    "NumberIntent": check_in.drop_words,
    "SkipIntent": check_in.skip,
    "TellEachOtherIntent": check_in.tell_each_other,
    "WhoIntent": who.it_is,
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


@dataclass(frozen=True)
class Expected:
    """What a state does with the turn that follows it."""

    hear: Callable[[Turn, Desk], Reply | None]
    """The reply, or None when the turn is none of this state's business."""
    left: Callable[[Turn, Desk], None] | None = None
    """Called first with any turn that follows, silence and a closed session too: a place is kept here."""


EXPECTED: Mapping[type[State], Expected] = {
    Answering: Expected(check_in.answered),
    Choosing: Expected(check_in.chosen),
    Crisis: Expected(safety.after_crisis),
    Forgetting: Expected(privacy.confirmed),
    JustYouTwo: Expected(check_in.heard_together),
    Menu: Expected(welcome.chosen),
    Whose: Expected(check_in.whose),
}


def answer(turn: Turn, desk: Desk) -> Reply:
    """Answers one turn, in the order that always holds: safety, leaving, what is expected, the rest."""
    if turn.kind is Kind.DISABLED:
        return privacy.disabled(turn, desk)
    if turn.kind is Kind.EVENT:
        return nothing()
    alarmed = safety.alarm(turn, desk)
    if alarmed is safety.Alarm.DANGER:
        return safety.crisis(turn, desk)
    state = turn.progress.state
    if state is not None and (left := EXPECTED[type(state)].left):
        left(turn, desk)
    if turn.kind is Kind.ENDED:
        return nothing()
    if alarmed is safety.Alarm.FEAR:
        return ending.stop(turn, desk)
    return _in_order(_read_again(turn, desk), desk)


def _in_order(turn: Turn, desk: Desk) -> Reply:
    if turn.intent in AT_ONCE:
        return ending.stop(turn, desk)
    keep_four(desk.home, desk.today)
    state = turn.progress.state
    expected = EXPECTED[type(state)].hear(turn, desk) if state is not None else None
    if expected is not None:
        return expected
    if turn.kind is Kind.LAUNCH:
        return welcome.launch(turn, desk)
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
