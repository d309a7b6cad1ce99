"""Killed in the middle: nothing answered is lost, nothing is unreadable, nothing is half."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from skill.domain.household import Household
from skill.stores.tinydb import TinyDBStore
from tests.stores.families import State, state, step
from tests.stores.turns import FORGETTING, HOUSEHOLD, LEFTOVER, TURNS, WORDS, files, found

BLANK: State = (Household(HOUSEHOLD), [], [])
LEFT: State = (Household(HOUSEHOLD, leftovers=(LEFTOVER,)), [], [])


def killing(how: str, folder: Path) -> str:
    command = [sys.executable, "-m", "tests.stores.killing", how, str(folder)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each turn: as it was before, killed at each of its calls, and done."""
    folder = tmp_path_factory.mktemp("killed")
    killing("at_every_call", folder)
    return folder


@pytest.mark.parametrize("turn", TURNS)
def test_killed_at_any_call_a_turn_is_there_or_is_not_and_can_be_done_again(killed: Path, turn: str):
    before = state(TinyDBStore(killed / turn / "before"), HOUSEHOLD)
    ways = sorted(int(f.name) for f in (killed / turn).iterdir() if f.name != "before")
    expected = state(TinyDBStore(killed / turn / str(ways[-1])), HOUSEHOLD)
    seen = [after_death(killed / turn / str(way), turn) for way in ways]
    assert len(ways) > 5
    assert [s for s in seen if s not in (before, expected)] == []
    changes = sum(one != other for one, other in pairwise(seen))
    assert changes <= 1, "there is one moment at which a turn is kept"


def after_death(folder: Path, turn: str) -> State:
    store = TinyDBStore(folder)
    found_state = state(store, HOUSEHOLD)
    if turn in FORGETTING and found_state in (BLANK, LEFT):
        assert not left_behind(folder, turn), (
            "a forgetting that was begun is finished before anything is read"
        )
    TURNS[turn][1](store)
    if turn in FORGETTING:
        assert not left_behind(folder, turn)
        assert step(store, HOUSEHOLD) == 1
    if turn in ("a_scrub", "a_drop_of_pairs"):
        assert not found(folder, WORDS)
    state(store, HOUSEHOLD)
    assert not [f for f in files(folder) if f.suffix in (".new", ".spare")]
    return found_state


def left_behind(folder: Path, turn: str) -> list[Path]:
    """Files that should be gone once a household is forgotten."""
    return found(folder, WORDS) if turn == "leaving_a_reminder" else files(folder)


def test_killed_at_any_moment_no_answered_turn_is_lost_or_doubled(tmp_path: Path):
    deaths = json.loads(killing("at_any_moment", tmp_path))
    assert len(deaths) == 40
    for answered, kept, entries in deaths:
        assert answered <= kept <= answered + 1
        assert entries == kept
    assert deaths[-1][1] > 10
