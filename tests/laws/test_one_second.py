"""Two people, two devices, one second: what both said stands, and the lower rules."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest

from skill.domain.partner import Partner
from skill.stores.tinydb import TinyDBStore
from tests.laws.house.device import Bench
from tests.laws.house.life import Life
from tests.laws.scenes.two import HUG, OPENED, Two, close_two

SAID = (("sam", "kitchen", "hug"), ("alex", "bedroom", "words"))


def at_once(life: Life, *said: tuple[str, str, dict[str, str]]) -> None:
    """Each on a device of its own, in the same second, in threads of their own."""
    begin = Barrier(len(said))

    def speak(device: str, intent: str, slots: dict[str, str]) -> None:
        own = Life(store=life.store, now=life.now, sessions=life.sessions, bench=Bench())
        begin.wait()
        own.say(intent, slots, device=device)

    threads = [Thread(target=speak, args=each) for each in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def on_disk(folder: Path, two: Two) -> Two:
    """The same household on a disk."""
    kept = two.household()
    two.store = TinyDBStore(folder)
    two.watchers.clear()
    with two.store.visit("us") as home:
        home.keep(kept)
    two.sessions.clear()
    return two


@pytest.mark.parametrize("turn", range(5))
def test_both_preferences_stand_and_the_lower_rules(tmp_path: Path, turn: int):
    two = on_disk(tmp_path, close_two())
    for name, device, _ in SAID:
        two.say("WhoIntent", {"name": name}, device=device)
    order = SAID if turn % 2 else SAID[::-1]
    at_once(two, *((device, "TouchTonightIntent", {"touch": most}) for _, device, most in order))
    tonight = two.household().closeness.tonight
    assert {partner: said.most for partner, said in tonight.items()} == {
        Partner.FIRST: "hug",
        Partner.SECOND: "words",
    }
    assert OPENED[HUG] not in two.asks().keys


def test_two_who_ask_for_more_at_once_climb_one_step(tmp_path: Path):
    two = on_disk(tmp_path, close_two(2))
    for name, device, _ in SAID:
        two.say("WhoIntent", {"name": name}, device=device)
    at_once(two, ("kitchen", "MoreIntent", {}), ("bedroom", "MoreIntent", {}))
    assert two.household().closeness.rung == "hug"


def test_a_less_in_the_second_of_a_more_is_heard(tmp_path: Path):
    two = on_disk(tmp_path, close_two(2))
    two.say("WhoIntent", {"name": "sam"}, device="kitchen")
    at_once(two, ("kitchen", "MoreIntent", {}), ("bedroom", "LessIntent", {}))
    assert two.household().closeness.rung == "near"
