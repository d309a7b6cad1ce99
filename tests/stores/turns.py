"""Turns at which the disk is tried: what was there before, and what is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from skill.domain.forgetting import Leftover
from skill.domain.ports import Store
from tests.stores.families import DAY, entry, pair, step, waiting

HOUSEHOLD = "secret-household"
WORDS = "secret-words"
LEFTOVER = Leftover("secret-token", DAY)


def _nobody(_store: Store) -> None:
    pass


def _some_days(store: Store) -> None:
    for number in range(3):
        step(store, HOUSEHOLD, number)


def _a_full_document(store: Store) -> None:
    for number in range(20, 52):
        step(store, HOUSEHOLD, number)
    with store.visit(HOUSEHOLD) as home:
        home.keep_pair(pair(1))
        home.keep_pair(pair(2))


def _words_that_wait(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        home.keep(waiting(home, WORDS))
    with store.visit(HOUSEHOLD) as home:
        home.keep(replace(home.household, clock="Europe/London"))


def _pairs(store: Store) -> None:
    for number in range(4):
        with store.visit(HOUSEHOLD) as home:
            home.keep_pair(pair(number, WORDS if number < 2 else "staying"))


def _everything(store: Store) -> None:
    _a_full_document(store)
    _pairs(store)
    _words_that_wait(store)


def _turn(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        home.keep(replace(home.household, clock="Europe/Dublin"))
        home.record(entry(60))
        home.keep_pair(pair(60))


def _scrub(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        check_ins = home.household.check_ins.settled(DAY.replace(year=2027))
        home.keep(replace(home.household, check_ins=check_ins), scrub=True)


def _drop(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        home.record(entry(61))
        home.drop_pairs(pair(2).day)


def _forget(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        home.forget()


def _forget_but_for_a_reminder(store: Store) -> None:
    with store.visit(HOUSEHOLD) as home:
        home.forget(leaving=(LEFTOVER,))


def files(folder: Path) -> list[Path]:
    """Everything under a folder that is not a folder."""
    return [path for path in folder.rglob("*") if not path.is_dir()]


def found(folder: Path, words: str) -> list[Path]:
    """The files under a folder in which there are some words."""
    return [path for path in files(folder) if words.encode() in path.read_bytes()]


Act = Callable[[Store], None]
TURNS: dict[str, tuple[Act, Act]] = {
    "the_first_turn": (_nobody, _turn),
    "a_turn": (_some_days, _turn),
    "a_turn_that_moves_out_what_has_gathered": (_a_full_document, _turn),
    "a_scrub": (_words_that_wait, _scrub),
    "a_drop_of_pairs": (_pairs, _drop),
    "forgetting": (_everything, _forget),
    "forgetting_nobody": (_nobody, _forget),
    "leaving_a_reminder": (_everything, _forget_but_for_a_reminder),
}
FORGETTING = ("forgetting", "forgetting_nobody", "leaving_a_reminder")
