"""Two people and one speaker over several days: no way around what always holds."""

from __future__ import annotations

import re
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from skill.alexa.attributes import attributes_of
from skill.conversations.expected import EXPECTED
from skill.conversations.table import TABLE
from skill.domain.distress import Distress
from skill.domain.ending import EARLY_CLOSE
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, HandOver, Nothing, Reply
from skill.domain.support import Crisis
from skill.domain.turn import Kind, Slot, Turn
from tests.house import Bench, House, spoken
from tests.what_always_holds.saying import DANGERS, SECRET, slots_of_a_turn

CLOSE = re.compile(
    r"\b(hugs?|kiss|cuddle|lean on|hold hands|(each other's|your partner's) (hand|hands|shoulder|back))\b",
    re.IGNORECASE,
)
"""Words of touch between the two; "no touching" is none of them."""


class Evenings(RuleBasedStateMachine):
    """Two people and one speaker, over several days."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.said: list[str] = []

    def heard(self, reply: Reply) -> None:
        assert isinstance(reply, Ask | Close | HandOver | Nothing)
        words = spoken(reply)
        assert not CLOSE.search(words)
        self.said.append(words)

    @rule(intent=st.sampled_from(sorted(TABLE)), slots=slots_of_a_turn())
    def somebody_says_something(self, intent: str, slots: dict[str, Slot]) -> None:
        reply = self.house.take(intent, slots)
        self.heard(reply)
        if SECRET in self.said[-1]:
            assert isinstance(reply, Close), "kept words are only read out in a reveal, which ends"

    @rule()
    def the_skill_is_opened(self) -> None:
        self.house.progress = Progress()
        self.heard(self.house.take("", kind=Kind.LAUNCH))

    @rule(minutes=st.sampled_from([0, 1, 5, 90, 60 * 12, 60 * 24, 60 * 24 * 9]))
    def time_passes(self, minutes: int) -> None:
        self.house.now += timedelta(minutes=minutes)

    @rule(reason=st.sampled_from(["USER_INITIATED", "ERROR", "EXCEEDED_MAX_REPROMPTS"]))
    def the_session_ends(self, reason: str) -> None:
        turn = Turn(Kind.ENDED, "us", self.house.now, progress=self.house.progress, outcome=reason)
        assert self.house.turns().take(turn, Bench())[0] == Nothing()
        self.house.progress = Progress()

    @rule(outcome=st.sampled_from(["ACCEPTED", "DENIED", "NOT_ANSWERED", "ERROR"]))
    @precondition(lambda self: self.house.progress.state is not None)
    def a_permission_is_answered(self, outcome: str) -> None:
        turn = Turn(
            Kind.PERMISSION, "us", self.house.now, "en-GB", progress=self.house.progress, outcome=outcome
        )
        reply, _ = self.house.turns().take(turn, Bench())
        self.house.progress = Progress()
        self.heard(reply)

    @rule(
        intent=st.sampled_from(["AnswerIntent", "NameIntent", "WhoIntent", "CallMeIntent"]),
        about=st.sampled_from(sorted(DANGERS)),
    )
    def danger_is_met_at_once_from_everywhere(self, intent: str, about: Distress) -> None:
        slot = "answer" if intent == "AnswerIntent" else "name"
        reply = self.house.take(intent, {slot: Slot(f"well {DANGERS[about][1]} you know")})
        assert isinstance(reply, Ask)
        assert isinstance(reply.state, Crisis)
        assert reply.state.about is about
        assert "999" in spoken(reply) or "emergency number" in spoken(reply)

    @rule(about=st.sampled_from(sorted(DANGERS)))
    def danger_is_met_as_an_intent_too(self, about: Distress) -> None:
        reply = self.house.take(DANGERS[about][0])
        assert isinstance(reply, Ask)
        assert isinstance(reply.state, Crisis)
        assert reply.state.about is about

    @rule(intent=st.sampled_from(["AMAZON.StopIntent", "AMAZON.CancelIntent", "FearIntent"]))
    def leaving_takes_one_turn(self, intent: str) -> None:
        assert self.house.take(intent) == Close((EARLY_CLOSE,))

    @invariant()
    def what_is_expected_is_known(self) -> None:
        state = self.house.progress.state
        assert state is None or type(state) in EXPECTED

    @invariant()
    def nothing_said_travels_with_the_session(self) -> None:
        assert SECRET not in repr(attributes_of(self.house.progress))


Evenings.TestCase.settings = settings(
    max_examples=60, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEvenings = Evenings.TestCase
