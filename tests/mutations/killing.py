"""Every mutant lives in a process of its own until a law notices it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, json

from tests.chance import Dice
from tests.laws import test_forgotten_for_good as forgotten
from tests.laws import test_rule_13 as twins
from tests.laws.endings import every_ending_leaves_the_same, fear_is_any_early_end
from tests.laws.evenings import DOINGS, closeness, tracks
from tests.laws.evenings.evening import VOICES, Evening
from tests.laws.house.life import Life
from tests.laws.rules.court import Court
from tests.laws.scenes import SCENES
from tests.mutations.planting import Mutant, plant

LIVES = 40
EVENINGS = 40
LONGEST = 120
"""Seconds: a mutant that hangs has been noticed, too."""


class Fate(Struct, frozen=True):
    """What became of a mutant; nobody noticed it where `noticed` is empty."""

    name: str
    noticed: str = ""
    by: str = ""
    seconds: float = 0.0


def random_lives() -> None:
    """Some random days, always the same ones, with every law after every turn."""
    for seed in range(LIVES):
        dice = random.Random(seed)
        evening = Evening(Life(watchers=[Court()], chance=Dice(seed)), dice.choice(VOICES), dice)
        tracks.with_players(evening)
        closeness.settled_in(evening)
        for _ in range(EVENINGS):
            dice.choice(DOINGS)(evening)
        every_ending_leaves_the_same(evening.life, dice)
        fear_is_any_early_end(evening.life, dice)


def rule_13() -> None:
    """Two worlds beside each other."""
    twins.replies.cache_clear()
    twins.test_what_somebody_says_about_tonight_gets_the_same_reply_whatever_the_other_said()
    twins.test_on_the_first_evening_the_same_is_said_whatever_the_other_said()
    twins.test_about_one_day_in_four_is_for_words_and_it_is_the_household_s_own()
    twins.test_at_least_half_of_all_offers_have_no_touch_anyway()
    for request in twins.REQUESTS:
        twins.test_when_one_says_words_no_touch_is_offered_all_day(request)
        twins.test_whatever_is_said_when_one_says_words_is_also_said_when_both_say_a_hug(request)
    twins.test_the_same_is_said_whatever_keeps_touch_shut(twins.ONE_SAYS_WORDS)


def forgotten_for_good() -> None:
    """Conversations that outlive their household, or break under somebody."""
    forgotten.test_a_gate_that_was_open_brings_no_household_back_without_a_word()
    forgotten.test_an_answer_that_was_being_given_is_kept_by_nobody_who_begins_anew()
    forgotten.test_whatever_breaks_fear_is_any_early_end()


LAWS: tuple[Callable[[], None], ...] = (*SCENES, forgotten_for_good, rule_13, random_lives)


def noticed() -> tuple[str, str]:
    """The first law that is broken now, and what it says; both empty when all hold."""
    for law in LAWS:
        try:
            law()
        except Exception as broken:  # noqa: BLE001 - whatever a fault does, it was noticed
            return law.__name__, f"{type(broken).__name__}: {str(broken).partition(chr(10))[0]}"
    return "", ""


def fates(mutants: Sequence[Mutant], at_once: int = 2) -> Iterator[Fate]:
    """What becomes of each, as soon as it is known."""
    waiting = list(mutants)
    living: dict[int, int] = {}
    while waiting or living:
        while waiting and len(living) < at_once:
            reads, child = _release(waiting.pop(0))
            living[child] = reads
        child, _ = os.wait()
        with os.fdopen(living.pop(child), "rb") as told:
            words = told.read()
            yield json.decode(words, type=Fate) if words else Fate("a mutant", "it hung", "the clock")


def _release(mutant: Mutant) -> tuple[int, int]:
    reads, writes = os.pipe()
    child = os.fork()
    if child:
        os.close(writes)
        return reads, child
    os.close(reads)
    signal.alarm(LONGEST)
    fate = Fate(mutant.name, "the process broke", "nobody")
    try:
        fate = _fate(mutant)
    finally:
        os.write(writes, json.encode(fate))
        os._exit(0)


def _fate(mutant: Mutant) -> Fate:
    began = time.perf_counter()
    plant(mutant)
    by, what = noticed()
    return Fate(mutant.name, what, by, time.perf_counter() - began)
