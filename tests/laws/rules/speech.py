"""Rules 3 and 6 of what is said: no free words, nobody counted, one question at most."""

from __future__ import annotations

import re

import msgspec

from skill.alexa.attributes import attributes_of
from skill.domain.line import Line
from skill.domain.reply import Ask, Close, HandOver, Nothing
from tests.laws.house.life import Life
from tests.laws.house.taken import LOCALE, SPEECH, Taken
from tests.laws.rules.leaving import EARLY
from tests.laws.rules.secrets import SECRET
from tests.laws.rules.witness import Witness

COUNTED = re.compile(
    r"\b(scores?|streaks?|points|rank\w*|more often than|less often than|more than (sam|alex)|record)\b",
    re.IGNORECASE,
)


def rule_3_what_is_said_freely_stays_unsaid(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Free words are not echoed, logged, shown, or carried along in the session."""
    said = {word for slot in taken.turn.slots.values() for word in SECRET.findall(slot.words)}
    if not said:
        return
    carried = msgspec.json.encode(attributes_of(taken.progress)).decode()
    for word in said:
        assert word not in taken.words, "rule 3: words were echoed at once"
        assert word not in carried, "rule 3: words travel with the session"
        assert not any(word in line for line in taken.lines), "rule 3: words were logged"


def rule_6_nobody_is_counted(_witness: Witness, _life: Life, taken: Taken) -> None:
    """No score, no streak, no comparison of the two."""
    found = COUNTED.search(taken.words)
    assert found is None, f"rule 6: {found}"
    if taken.turn.intent == "WhoseTurnIntent" and isinstance(taken.reply, Close):
        names = {name for name in (taken.after.first.name, taken.after.second.name) if name}
        said = [name for name in names if name in taken.words and EARLY not in taken.keys]
        assert not said, "rule 6: the balance names somebody"


def what_goes_out_is_whole(_witness: Witness, _life: Life, taken: Taken) -> None:
    """The microphone opens on one question and no other time."""
    if isinstance(taken.reply, HandOver | Nothing):
        return
    own = [
        line for line in taken.reply.lines if isinstance(line, Line) and not line.key.startswith("question.")
    ]
    asks = "?" in SPEECH.render(own, LOCALE)
    assert isinstance(taken.reply, Ask) or not asks, "a question to a shut microphone"


OF_SPEECH = (
    rule_3_what_is_said_freely_stays_unsaid,
    rule_6_nobody_is_counted,
    what_goes_out_is_whole,
)
