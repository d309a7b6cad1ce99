"""Taking a guard away is noticed; `make mutations` takes away all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.mutations.guards import MUTANTS
from tests.mutations.planting import misfits

ROOT = Path(__file__).parents[2]


def test_every_guard_can_still_be_taken_away():
    assert misfits(MUTANTS) == []
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 145


def test_every_sixth_guard_is_missed_when_it_is_gone():
    command = [sys.executable, "-m", "tests.mutations", "--every", "6"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "survived: none" in ran.stdout
