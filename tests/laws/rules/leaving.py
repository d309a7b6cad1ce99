"""Rule 8: stop ends at once."""

from __future__ import annotations

from skill.domain.reply import Close, Nothing
from skill.domain.turn import Kind
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.witness import Witness

STOPS = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "FearIntent"})
EARLY = "ending.early"


def rule_8_stop_ends_at_once(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Stop, cancel, silence and fear end things in one turn from everywhere, in the same words."""
    if taken.turn.kind is Kind.ENDED:
        assert taken.reply == Nothing(), "rule 8: silence is not answered"
    elif taken.turn.intent in STOPS and not taken.turn.slots:
        assert isinstance(taken.reply, Close), "rule 8: it goes on after a stop"
        assert taken.keys == {EARLY}, f"rule 8: a stop is met with {sorted(taken.keys)}"


OF_LEAVING = (rule_8_stop_ends_at_once,)
