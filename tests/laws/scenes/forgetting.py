"""What is to be forgotten is asked about once, and then it is gone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from skill.domain.reply import Nothing
from skill.domain.turn import Kind, Turn
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from skill.turns import Turns
from tests.chance import First
from tests.laws.house.device import GOOD, Mood
from tests.laws.house.killed import Mortal
from tests.laws.house.life import US, Life
from tests.laws.house.memory import KeepingStore
from tests.laws.house.taken import EARS, LIBRARY
from tests.laws.scenes.answers import answers
from tests.laws.scenes.ringing import books
from tests.laws.scenes.two import Two, close_two


def forgetting_leaves_nothing() -> None:
    two = close_two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    two.wait(24 * 3600)
    books(two)
    two.say("AMAZON.YesIntent")
    two.sessions.clear()
    two.say("ForgetUsIntent")
    assert b"zq" in two.kept(), "it is asked first"
    two.say("AMAZON.YesIntent")
    assert two.kept() == Life(store=KeepingStore()).kept()
    assert not two.bench.rings


def disabling_deletes() -> None:
    two = close_two()
    answers(two, "zqaaaa")
    turn = Turn(Kind.DISABLED, US, two.now)
    assert Turns(two.store, MemoryStore(), LIBRARY, EARS, First()).take(turn, two.bench)[0] == Nothing()
    assert two.kept() == Life(store=KeepingStore()).kept()


def a_no_to_forgetting_keeps_it_all() -> None:
    two = close_two()
    two.say("ForgetUsIntent")
    two.say("AMAZON.NoIntent")
    assert two.household().closeness.decided


def nothing_is_left_on_a_disk() -> None:
    with TemporaryDirectory() as folder:
        two = Two()
        two.store = TinyDBStore(Path(folder))
        answers(two, "zqaaaa")
        two.sessions.clear()
        two.say("ForgetUsIntent")
        two.say("AMAZON.YesIntent")
        files = [file.read_bytes() for file in Path(folder).rglob("*") if file.is_file()]
        assert not any(b"zq" in each or b"Sam" in each for each in files)


def what_the_device_kept_is_owned_up_to_and_taken_away_later() -> None:
    two = Two()
    books(two)
    two.say("AMAZON.YesIntent")
    two.sessions.clear()
    two.bench.mood = Mood(("delete",))
    two.say("ForgetUsIntent")
    assert "reminder.may_still_ring" in two.say("AMAZON.YesIntent").keys
    assert two.bench.rings
    two.bench.mood = GOOD
    two.sessions.clear()
    two.say("AMAZON.HelpIntent")
    assert not two.bench.rings


def whoever_may_come_back_finds_everything() -> None:
    two = close_two()
    turn = Turn(Kind.DISABLED, US, two.now, persisted=True)
    Turns(two.store, MemoryStore(), LIBRARY, EARS, First()).take(turn, two.bench)
    assert two.household().closeness.decided


def killed_at_any_call_an_answer_is_there_or_is_not() -> None:
    seen = set()
    for call in range(1, 20):
        with TemporaryDirectory() as folder:
            two = Mortal(folder=Path(folder), share=0)
            for intent, slots in (("CheckInIntent", {}), ("KeepIntent", {}), ("NameIntent", {"name": "sam"})):
                two.say(intent, slots)
            two.dies_at = call
            two.say("AnswerIntent", {"answer": "zqaaaa"})
            seen.add(b"zqaaaa" in two.kept())
    assert seen == {True, False}


def killed_while_it_forgets_it_is_forgotten_or_is_not() -> None:
    for call in range(1, 30, 2):
        with TemporaryDirectory() as folder:
            two = Mortal(folder=Path(folder), share=0)
            for intent, slots in (
                ("CheckInIntent", {}),
                ("KeepIntent", {}),
                ("NameIntent", {"name": "sam"}),
                ("AnswerIntent", {"answer": "zqaaaa"}),
                ("ForgetUsIntent", {}),
            ):
                two.say(intent, slots)
            two.dies_at = call
            two.say("AMAZON.YesIntent")
