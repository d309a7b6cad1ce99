"""Writes and is killed: at every call that reaches the disk, or at any moment. Run as a program.

Forks, so that a death costs milliseconds; a program of its own, because a process with threads may not fork.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from skill.stores.tinydb import TinyDBStore
from tests.stores.disk import Disk
from tests.stores.families import made, state, step
from tests.stores.turns import HOUSEHOLD, TURNS, Act

KILLED, DONE = 77, 0


def at_every_call(folder: Path) -> None:
    """Leaves folder/turn/before, and for the n-th call folder/turn/n, killed there; the last one is done."""
    for turn, (prepare, act) in TURNS.items():
        before = folder / turn / "before"
        before.mkdir(parents=True)
        prepare(TinyDBStore(before))
        number, end = 0, KILLED
        while end == KILLED:
            number += 1
            here = folder / turn / str(number)
            shutil.copytree(before, here)
            end = _end_of_child(here, act, number)
        if end != DONE:
            sys.exit(f"{turn} ended with {end} at call {number}")


def at_any_moment(folder: Path, times: int) -> None:
    """Prints for every death how many turns were answered before it, how many are kept, and their entries."""
    deaths = []
    answered = 0
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _write_until_killed(folder, writing)
        os.close(writing)
        time.sleep(random.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as answers:
            answered = max(answered, *map(int, answers.read().split()), 0)
        household, entries, _ = state(TinyDBStore(folder), HOUSEHOLD)
        deaths.append((answered, made(household), len(entries)))
        answered = deaths[-1][1]
    sys.stdout.write(json.dumps(deaths))


def _end_of_child(folder: Path, act: Act, number: int) -> int:
    child = os.fork()
    if child == 0:
        store = TinyDBStore(folder)
        disk = Disk(pytest.MonkeyPatch(), _die)
        disk.fails_at = lambda call, _name: call == number
        act(store)
        os._exit(DONE)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die(name: str, arguments: tuple[Any, ...]) -> None:
    if name == "write":  # half of it arrives
        handle, data = arguments
        os.pwrite(handle, data[: len(data) // 2], 0)
    os._exit(KILLED)


def _write_until_killed(folder: Path, answers: int) -> None:
    store = TinyDBStore(folder)
    while True:
        os.write(answers, b"%d " % step(store, HOUSEHOLD))


if __name__ == "__main__":
    if sys.argv[1] == "at_every_call":
        at_every_call(Path(sys.argv[2]))
    else:
        at_any_moment(Path(sys.argv[2]), 40)
