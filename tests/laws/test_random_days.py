"""At least twenty thousand turns of random days, and every law after every one of them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.laws.machine import LIVED, Days

TURNS = 20_000
EVENINGS = 30
"""Things that are done in one life."""
LIVES = int(os.environ.get("HOLDING_HANDS_LIVES", "150"))
"""`make soak` lives many more."""


def test_whatever_two_people_do_on_whatever_days_every_law_holds():
    LIVED.clear()
    run_state_machine_as_test(
        Days,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=EVENINGS,
            deadline=None,
            derandomize="HOLDING_HANDS_LIVES" not in os.environ,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(dict(LIVED))  # noqa: T201 - shown where the run failed, or with -s
    assert LIVED["turns"] >= TURNS
    assert LIVED["opened"] > 50, "touch was never offered: nothing was proved about it"
    assert LIVED["given"] > 10, "touch was never given: nothing was proved about it"
    assert LIVED["revealed"] > 10, "no answers were heard: nothing was proved about them"
    assert LIVED["rings agreed"] > 5, "nothing ever rang"
