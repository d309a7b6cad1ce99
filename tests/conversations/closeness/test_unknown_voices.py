from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from skill.conversations.table import TABLE
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.turn import Slot
from tests.conversations.closeness.closeness_house import closeness, house, room, says

NAMELESS = ["WhoIntent", "CallMeIntent", "NameIntent"]
"""Without a name they introduce nobody."""
CLOSE = [
    "LessIntent",
    "MoreIntent",
    "PauseTouchIntent",
    "TouchTonightIntent",
    "TouchedOutIntent",
    "WantThisIntent",
    "LinkVoiceIntent",
    "UnlinkVoiceIntent",
    "AMAZON.YesIntent",
]
turns = st.lists(
    st.tuples(
        st.sampled_from(CLOSE) | st.sampled_from([*TABLE, *NAMELESS]),
        st.sampled_from(["words", "near", "hand", "hug", "kiss"]),
        st.sampled_from([None, "a voice", "another voice"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(st.none() | st.sampled_from(Rung), st.none() | st.sampled_from(["near", "hand"]), turns)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_unknown_voice_never_raises_anything(
    rung: Rung | None, tonight: str | None, said: list[tuple[str, str, str | None, bool]]
):
    here = house(rung)
    if tonight:
        says(here, Partner.FIRST, "TouchTonightIntent", {"touch": tonight})
        says(here, None, "AMAZON.StopIntent")
    for intent, touch, person, together in said:
        before, open_before = closeness(here), room(here)
        slots = {"touch": Slot(touch, touch)} | ({"company": Slot("us", "together")} if together else {})
        here.take(intent, slots, person=person)
        after = closeness(here)
        assert room(here).height <= open_before.height
        assert after.rung.height <= before.rung.height
        assert set(after.wanted) <= set(before.wanted)
        assert set(after.more) <= set(before.more)
