"""At least twenty thousand turns of random days (a million in a soak), and every law after each of them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.laws.machine import LIVED, Days

SOAK = "HOLDING_HANDS_SOAK" in os.environ
"""`make soak` lives many more, and other ones each time."""
TURNS = 1_000_000 if SOAK else 20_000
EVENINGS = 30
"""Things that are done in one life."""
LIVES = 2300 if SOAK else 56


def test_whatever_two_people_do_on_whatever_days_every_law_holds():
    LIVED.clear()
    run_state_machine_as_test(
        Days,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=EVENINGS,
            deadline=None,
            derandomize=not SOAK,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(dict(LIVED))  # noqa: T201 - shown where the run failed, or with -s
    assert LIVED["turns"] >= TURNS
    assert LIVED["endings compared"] > 20, "the ways in which touch ends were never compared"
    assert LIVED["opened"] > 20, "touch was never offered: nothing was proved about it"
    assert LIVED["given"] > 3, "touch was never given: nothing was proved about it"
    assert LIVED["revealed"] > 3, "no answers were heard: nothing was proved about them"
    assert LIVED["rings agreed"] > 5, "nothing ever rang"
    assert LIVED["rings promised"] > 500, "nothing was promised to ring: nothing was proved about it"
    assert LIVED["refused"] > 50, "no device ever refused"
    assert LIVED["tracks played"] > 100, "hardly a track was played: nothing was proved about them"
    assert LIVED["tracks taken up"] > 50, "hardly a track was taken up where it stood"
    assert LIVED["exactly where they stopped"] > 20, "hardly a place was held against what a player told"
    assert LIVED["told by players"] > 500, "players told next to nothing"
    assert LIVED["forgotten with a track"] > 10, "nobody was forgotten who had a track"
    assert LIVED["killed"] > 20, "nobody was ever killed"
    assert LIVED["kept by the killed"] > 1, "nobody was killed after the turn was kept"
