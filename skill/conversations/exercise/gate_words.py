"""What is said where each of the two is asked for a yes, and what it is taken for."""

from __future__ import annotations

from skill.domain.ending import EARLY_CLOSE
from skill.domain.turn import BARE

ENDS = {
    "AMAZON.NoIntent": "first_in.thanked",
    "AMAZON.PauseIntent": EARLY_CLOSE.key,
    "NotThatOneIntent": "first_in.thanked",
    "RatherNotIntent": "first_in.thanked",
    "SkipIntent": "first_in.thanked",
    "TooLongIntent": "first_in.thanked",
}
"""What ends it, and the line that is said: a no is thanked, and nobody asks why."""
NO_YES = BARE | frozenset(
    {
        "AMAZON.FallbackIntent",
        "AMAZON.HelpIntent",
        "AMAZON.LoopOffIntent",
        "AMAZON.LoopOnIntent",
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.RepeatIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.ShuffleOffIntent",
        "AMAZON.ShuffleOnIntent",
        "AMAZON.StartOverIntent",
        "AMAZON.YesIntent",
        "ConsentIntent",
    }
)
"""Words that are neither the yes that was asked for nor a no: a toddler says most of them."""
ELSEWHERE = frozenset(
    {
        "CallIntent",
        "CheckInIntent",
        "ForgetUsIntent",
        "LessIntent",
        "PauseEverythingIntent",
        "PauseTouchIntent",
        "SupportIntent",
        "TouchTonightIntent",
        "TouchedOutIntent",
        "WhereAreWeIntent",
        "WhoIntent",
    }
)
"""What is answered as it always is; whatever else is said here is taken for a way out, and never for more."""
