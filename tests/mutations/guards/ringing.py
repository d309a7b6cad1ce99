"""Rules 8 and 10: silence, and what may ring."""

from __future__ import annotations

from datetime import timedelta

from tests.mutations.planting import Mutant, Swap, without

TIMES = "skill.domain.alone_time.alone_times"
TURN = "skill.conversations"

GUARDS = (
    without(
        "what two began is pressed on one",
        "skill.conversations.exercise.beginning:_waiting_for_one",
        " or exercise.company is Company.TOGETHER",
        "",
    ),
    without(
        "a booking rings unasked",
        f"{TIMES}:AloneTimes.adding",
        "replace(booking, id=self.made + 1)",
        "replace(booking, id=self.made + 1, leads=(15,))",
    ),
    without(
        "a no is asked again the same day",
        f"{TIMES}:AloneTimes.may_offer",
        "return all(",
        "return True or all(",
    ),
    without(
        "a denied permission is asked for again",
        f"{TIMES}:AloneTimes.denied_lately",
        "return ",
        "return False and ",
    ),
    without(
        "a no to a reminder sets it",
        "skill.conversations.alone_time.reminder:heard",
        'if turn.intent == "AMAZON.YesIntent":',
        'if turn.intent in ("AMAZON.YesIntent", "AMAZON.NoIntent"):',
    ),
    Mutant("the day begins at midnight", (Swap("skill.domain.today:DAY_BEGINS", timedelta()),)),
    without(
        "silence is answered",
        f"{TURN}:answer",
        "    if turn.kind is Kind.ENDED:\n        return nothing()\n",
        "",
    ),
    without(
        "a refusal is called set",
        "skill.conversations.alone_time.reminder:_set",
        "if booking is None or followed.refusal or not there:",
        "if booking is None:",
    ),
    without(
        "what was refused stays promised",
        "skill.domain.alone_time.ringing:follow",
        "_still_wanted(b, lost) for b",
        "b for b",
    ),
    without(
        "a reminder that is lost by a move is not spoken of",
        "skill.conversations.alone_time.keeping:told",
        "if followed.refusal:",
        "if False:",
    ),
    without(
        "nobody hears that one may still ring",
        "skill.conversations.alone_time.keeping:told",
        "if followed.may_still_ring:",
        "if False:",
    ),
    without(
        "what is no longer wanted stays on the device",
        "skill.domain.alone_time.ringing:follow",
        "    work.clear()\n",
        "",
    ),
    without(
        "what could not be taken away is never tried again",
        "skill.domain.alone_time.ringing:_Work.clear",
        " + [alarm] * kept",
        "",
    ),
    without(
        "a missing permission is a refusal",
        "skill.conversations.alone_time.reminder:_set",
        "if followed.refusal is Refusal.NO_PERMISSION:",
        "if False:",
    ),
)
