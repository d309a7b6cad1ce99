"""What was forgotten stays so: a conversation that was open meanwhile brings nothing of it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill.domain.check_in.expectations import Answering
from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.partner import Partner
from skill.domain.ports import Store
from skill.domain.progress import Progress, State
from skill.domain.reply import Ask, Close, Reply
from skill.domain.support import Crisis
from skill.domain.track import Now, Player
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from tests.house import Bench, Full, House, Keeping
from tests.test_every_state import STATES, Walked, _ways
from tests.what_always_holds.saying import SECRET

SILENT = (
    *((Kind.ENDED, "", reason) for reason in ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR")),
    *((Kind.PLAYBACK, "", told) for told in ("STARTED", "STOPPED", "FINISHED", "FAILED", "NEARLY_FINISHED")),
    *((Kind.BUTTON, f"AMAZON.{button}Intent", "") for button in ("Next", "Previous", "Resume", "Pause")),
    *((Kind.PERMISSION, "", answer) for answer in ("ACCEPTED", "DENIED", "NOT_ANSWERED", "ERROR")),
    (Kind.EVENT, "", ""),
    (Kind.DISABLED, "", ""),
)
"""All that comes without anybody speaking: its kind, its intent, what it tells."""
LEAVING = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "FearIntent")
SAID: tuple[tuple[str, dict[str, str]], ...] = (
    ("AMAZON.YesIntent", {}),
    ("AMAZON.NoIntent", {}),
    ("AMAZON.FallbackIntent", {}),
    ("AMAZON.ResumeIntent", {}),
    ("AMAZON.HelpIntent", {}),
    ("AnswerIntent", {"answer": SECRET}),
    ("ConsentIntent", {"consent": "i'm in"}),
    ("NameIntent", {"name": "sam"}),
)
SOON = timedelta(seconds=3)


@pytest.fixture(params=STATES, ids=lambda state: state.KEY)
def way(request: pytest.FixtureRequest) -> Walked:
    state: type[State] = request.param
    return _ways()[state][0]


@pytest.fixture(params=["memory", "forgetful", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    stores: dict[str, Callable[[], Store]] = {
        "memory": Keeping,
        "forgetful": MemoryStore,
        "disk": lambda: TinyDBStore(tmp_path),
    }
    return stores[request.param]()


def moved_in(way: Walked, store: Store) -> None:
    """The household of a walk in another store, as it stands there."""
    with way.store.visit("us") as before, store.visit("us") as home:
        home.keep(before.household)
        for entry in before.entries(date.min, date.max):
            home.record(entry)
        for pair in before.pairs():
            home.keep_pair(pair)


def take(store: Store, turn: Turn) -> tuple[Reply, Progress]:
    return House(store=store).turns().take(turn, Bench())


def forget(store: Store, way: Walked) -> None:
    take(store, Turn(Kind.DISABLED, "us", way.now))


def lies(store: Store, folder: Path) -> list[tuple[Path, bytes]] | list[str]:
    """Every file that lies there, and every household that is remembered."""
    if isinstance(store, MemoryStore):
        return list(store.households())
    return [(file, file.read_bytes()) for file in folder.rglob("*") if file.is_file()]


def unspoken(way: Walked, kind: Kind, intent: str, outcome: str) -> Iterator[Turn]:
    """What comes without a word, from a conversation that knows its household and from one that does not."""
    for progress in (way.progress, replace(way.progress, begun=None)):
        yield Turn(
            kind, "us", way.now + SOON, "en-GB", intent, progress=progress, outcome=outcome, plays=True,
            player=Player("P23", 42_170, Now.SOUNDS), may_remind=True, persisted=kind is Kind.DISABLED,
        )  # fmt: skip


def test_no_byte_comes_back_by_what_nobody_said(way: Walked, store: Store, tmp_path: Path):
    moved_in(way, store)
    forget(store, way)
    assert lies(store, tmp_path) == []
    for silent in SILENT:
        for turn in unspoken(way, *silent):
            take(store, turn)
            assert lies(store, tmp_path) == [], silent


def test_no_byte_comes_back_by_leaving(way: Walked, store: Store, tmp_path: Path):
    moved_in(way, store)
    forget(store, way)
    for intent in LEAVING:
        turn = Turn(Kind.INTENT, "us", way.now + SOON, "en-GB", intent, progress=way.progress)
        assert isinstance(take(store, turn)[0], Close)
        assert lies(store, tmp_path) == [], intent


def test_what_still_rings_stays_the_only_thing_that_is_left(way: Walked, store: Store):
    left = (Leftover("t1", date(2027, 1, 1)),)
    with store.visit("us") as home:
        home.forget(leaving=left)
    for silent in SILENT:
        for turn in unspoken(way, *silent):
            take(store, turn)
    with store.visit("us") as home:
        assert home.household == Household("us", leftovers=left)


def test_disabling_takes_what_still_rings_with_it(store: Store, tmp_path: Path):
    with store.visit("us") as home:
        home.forget(leaving=(Leftover("t1", date(2027, 1, 1)),))
    take(store, Turn(Kind.DISABLED, "us", House().now))
    assert lies(store, tmp_path) == []


def test_where_somebody_lives_a_silence_keeps_the_place_as_ever():
    house = House(store=Keeping())
    house.take("ExerciseIntent")
    house.now += timedelta(seconds=40)
    house.take("", kind=Kind.ENDED)
    assert "running=False" in house.kept()


@pytest.mark.parametrize("begins", [True, False], ids=["anew", "nobody"])
def test_what_is_said_in_a_conversation_of_before_is_heard_as_at_the_door(way: Walked, *, begins: bool):
    before = way.progress
    if isinstance(before.state, Crisis):
        return
    assert before.begun is not None
    at_the_door = Progress(room=before.room, alone=before.alone, grieving=before.grieving)
    for intent, said in SAID:
        slots = {name: Slot(words, words) for name, words in said.items()}
        turn = Turn(Kind.INTENT, "us", way.now + 2 * SOON, "en-GB", intent, slots, progress=before)
        heard = take(forgotten(way, begins=begins), turn)
        new = replace(turn, progress=at_the_door, new=True)
        assert heard == take(forgotten(way, begins=begins), new), intent


def forgotten(way: Walked, *, begins: bool) -> Store:
    """A store in which the household of a walk was forgotten, and may have begun anew."""
    store = Keeping()
    moved_in(way, store)
    forget(store, way)
    if begins:
        take(store, Turn(Kind.INTENT, "us", way.now + SOON, "en-GB", "CheckInIntent", new=True))
    return store


def test_help_is_said_again_whoever_was_forgotten_meanwhile():
    house = House(store=Keeping())
    house.take("CheckInIntent")
    house.take("DangerIntent")
    assert house.progress.begun is not None
    house.store = Keeping()
    again = house.take("AMAZON.YesIntent")
    assert isinstance(again, Ask)
    assert isinstance(again.state, Crisis)


def test_an_answer_that_was_being_given_is_not_kept_in_a_new_household():
    store = Keeping()
    kitchen, bedroom = House(store=store), House(store=store)
    for house, intent, slots in (
        (kitchen, "CheckInIntent", {}),
        (kitchen, "KeepIntent", {}),
        (kitchen, "NameIntent", {"name": Slot("sam")}),
        (bedroom, "ForgetUsIntent", {}),
        (bedroom, "AMAZON.YesIntent", {}),
        (bedroom, "CheckInIntent", {}),
    ):
        house.now = kitchen.now + SOON
        kitchen.now = house.now
        house.take(intent, slots)
    assert isinstance(kitchen.progress.state, Answering)
    kitchen.now += SOON
    kitchen.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET not in kitchen.kept()
    assert "Sam" not in kitchen.kept()


def test_who_spoke_before_the_forgetting_is_nobody_afterwards():
    now = House().now
    said = Progress(here=Partner.SECOND, begun=now)
    turn = Turn(Kind.INTENT, "us", now + SOON, "en-GB", "CheckInIntent", progress=said)
    reply, progress = take(Keeping(), turn)
    assert isinstance(reply, Ask)
    assert (progress.here, progress.begun) == (None, now + SOON)


def test_a_disk_that_fails_in_between_ends_no_conversation():
    house = House(store=Full())
    house.take("CheckInIntent")
    assert house.progress.begun is None
    house.take("KeepIntent")
    assert house.progress.state is not None


def test_a_store_that_forgets_with_its_process_ends_no_conversation():
    house = House()
    house.take("CheckInIntent")
    before = house.progress.state
    house.store = MemoryStore()
    house.take("AMAZON.HelpIntent")
    assert before is not None
    assert house.progress.state == before
