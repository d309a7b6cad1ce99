"""Small true things: none twice before all were told, and touch only where a day has room for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from random import Random

import hypothesis.strategies as st
from hypothesis import given

from skill.domain.fact import TOUCH_ONE_IN, draw, hearing
from skill.domain.ladder import Rung, Touch
from skill.library import Library

FACTS = Library.english().facts
QUIET = {fact.id for fact in FACTS if fact.touch is Touch.NONE}
HEARD = st.lists(st.sampled_from([fact.id for fact in FACTS]), unique=True, max_size=12).map(tuple)


def _falling(*falls: int) -> Callable[[int], int]:
    """Dice that fall as they are told."""
    thrown = iter(falls)
    return lambda count: next(thrown) % count


def _throws() -> Iterator[Callable[[int], int]]:
    """Every throw there is."""
    return (_falling(*falls) for falls in product(range(len(FACTS)), range(len(FACTS))))


def _told(rung: Rung, times: int, seed: int) -> list[str]:
    """The ids of so many facts, one after another."""
    dice, told = Random(seed), list[str]()
    heard: tuple[str, ...] = ()
    for _ in range(times):
        fact = draw(FACTS, heard, rung.allows, dice.randrange)
        heard = hearing(FACTS, heard, fact)
        told.append(fact.id)
    return told


@given(st.integers())
def test_on_days_for_words_none_comes_twice_before_all_without_touch_were_told(seed: int):
    told = _told(Rung.WORDS, len(QUIET) + 1, seed)
    assert set(told[:-1]) == QUIET
    assert told[-1] in QUIET - {told[-2]}


@given(st.integers())
def test_with_room_for_touch_none_comes_twice_either_and_in_the_end_all_have_come(seed: int):
    told = _told(Rung.KISS, 300, seed)
    quiet = [id_ for id_ in told if id_ in QUIET]
    assert len(set(quiet[: len(QUIET)])) == len(QUIET)
    assert set(told) == {fact.id for fact in FACTS}


@given(HEARD)
def test_whatever_is_told_on_a_day_for_words_can_be_told_on_any_day(heard: tuple[str, ...]):
    on_words = {draw(FACTS, heard, Rung.WORDS.allows, fall).id for fall in _throws()}
    on_any = {draw(FACTS, heard, Rung.KISS.allows, fall).id for fall in _throws()}
    assert on_words <= on_any
    assert on_words <= QUIET


@given(HEARD, st.integers(0, 999))
def test_three_of_four_speak_of_no_touch_however_much_room_there_is(heard: tuple[str, ...], second: int):
    came = [draw(FACTS, heard, Rung.KISS.allows, _falling(first, second)) for first in range(TOUCH_ONE_IN)]
    assert sum(fact.touch is Touch.NONE for fact in came) >= TOUCH_ONE_IN - 1
