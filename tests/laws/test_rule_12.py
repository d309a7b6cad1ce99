"""Rule 12: what is forgotten is nowhere, not in a copy and not in a file set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.domain.reply import Nothing
from skill.domain.turn import Kind, Turn
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from skill.turns import Turns
from tests.chance import First
from tests.laws.evenings import alone_time, answers, closeness, nights, touching
from tests.laws.evenings.evening import Evening
from tests.laws.house.device import GOOD
from tests.laws.house.life import US, Life
from tests.laws.house.memory import KeepingStore
from tests.laws.house.taken import EARS, LIBRARY
from tests.laws.rules.secrets import SECRET

NAMED = (b"Sam", b"Alex", b"sam", b"alex")


def lived(folder: Path) -> Life:
    """A household with names, answers met and unmet, bookings, reminders, closeness and a history."""
    import random

    evening = Evening(
        Life(store=TinyDBStore(folder)), {"sam": "voice-a", "alex": "voice-b"}, random.Random(3)
    )
    closeness.settled_in(evening)
    for doing in (
        answers.both_answer,
        nights.time_passes,
        alone_time.books,
        answers.an_answer,
        touching.touch,
    ):
        doing(evening)
    evening.life.bench.mood = GOOD
    return evening.life


def left(folder: Path) -> bytes:
    """All bytes of all files, and their names."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return b"\n".join(str(file.relative_to(folder)).encode() + b" " + file.read_bytes() for file in files)


def is_clean(folder: Path) -> bool:
    found = left(folder)
    return not any(name in found for name in NAMED) and not SECRET.search(found.decode("utf-8", "replace"))


def test_after_forget_us_and_a_yes_nothing_is_left_in_any_file(tmp_path: Path):
    life = lived(tmp_path)
    assert not is_clean(tmp_path), "nothing was there to be forgotten"
    life.say("ForgetUsIntent")
    assert not is_clean(tmp_path), "it is asked first"
    life.say("AMAZON.YesIntent")
    assert is_clean(tmp_path)
    assert life.kept() == Life(store=KeepingStore()).kept()
    assert not life.bench.rings, "a reminder still rings"


def test_after_a_no_everything_is_as_it_was(tmp_path: Path):
    life = lived(tmp_path)
    life.say("CheckInIntent")
    life.sessions.clear()
    before = life.kept()
    life.say("ForgetUsIntent")
    life.say("AMAZON.NoIntent")
    assert life.kept() == before


def test_a_restart_brings_nothing_back(tmp_path: Path):
    life = lived(tmp_path)
    life.say("ForgetUsIntent")
    life.say("AMAZON.YesIntent")
    life.store = TinyDBStore(tmp_path)
    life.say("", kind=Kind.LAUNCH)
    assert life.household().first.name is None
    assert is_clean(tmp_path)


@pytest.mark.parametrize("persisted", [True, False])
def test_disabling_the_skill_deletes_unless_it_may_come_back(tmp_path: Path, persisted: bool):  # noqa: FBT001 - the case
    life = lived(tmp_path)
    turn = Turn(Kind.DISABLED, US, life.now, persisted=persisted)
    reply, _ = Turns(life.store, MemoryStore(), LIBRARY, EARS, First()).take(turn, life.bench)
    assert reply == Nothing()
    assert is_clean(tmp_path) is not persisted


def test_forgetting_leaves_other_households_alone(tmp_path: Path):
    life = lived(tmp_path)
    other = Turn(Kind.INTENT, "others", life.now, "en-GB", "CheckInIntent")
    Turns(life.store, MemoryStore(), LIBRARY, EARS, First()).take(other, life.bench)
    life.say("ForgetUsIntent")
    life.say("AMAZON.YesIntent")
    assert tuple(life.store.households()) == ("others",)
