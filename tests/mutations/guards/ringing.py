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
)
