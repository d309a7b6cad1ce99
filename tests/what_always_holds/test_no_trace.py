"""Neither what was said nor why somebody left can be told from what stays."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from skill.conversations.table import TABLE
from skill.domain.turn import Kind, Slot, Turn
from tests.house import Bench, House
from tests.what_always_holds.saying import FEAR, SECRET, SLOTS, slots_of_a_turn


@given(st.lists(st.tuples(st.sampled_from(sorted(TABLE)), slots_of_a_turn()), max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_fear_leaves_what_any_early_end_leaves(turns: list[tuple[str, dict[str, Slot]]]):
    left = []
    for ending, slots in (
        ("FearIntent", {}),
        ("AMAZON.StopIntent", {}),
        ("AnswerIntent", {"answer": Slot(FEAR)}),
    ):
        house = House()
        for intent, said in turns:
            house.take(intent, said)
        with _log_lines() as lines:
            reply = house.take(ending, slots)
        left.append((reply, house.progress, house.kept(), lines))
    assert left[0] == left[1] == left[2]


@contextmanager
def _log_lines() -> Iterator[list[str]]:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage().rpartition(" in ")[0])  # type: ignore[method-assign] # the smallest recorder
    log = logging.getLogger("skill")
    log.addHandler(handler)
    before = log.level
    log.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


@given(st.sampled_from(sorted(TABLE)), st.sampled_from(sorted(SLOTS)))
@settings(max_examples=80, deadline=None)
def test_words_in_any_slot_of_any_intent_are_never_logged(intent: str, slot: str):
    house = House()
    house.take("CheckInIntent")
    with _log_lines() as lines:
        house.take(intent, {slot: Slot(SECRET)})
    assert lines or (house.progress.state and house.progress.state.UNTOLD)
    assert not any(word in line for line in lines for word in SECRET.split())


def test_requests_without_a_household_share_nothing():
    house = House()
    turn = Turn(Kind.INTENT, "", house.now, "en-GB", "WhoIntent", {"name": Slot("sam")})
    house.turns().take(turn, Bench())
    with house.store.visit("") as home:
        assert home.household.first.name is None
