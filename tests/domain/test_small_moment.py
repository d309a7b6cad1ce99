"""Which small moment comes: one that fits, seldom one with touch, and none that tells how a day stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import hypothesis.strategies as st
from hypothesis import given

from skill.domain.exercise.exercise import Company, Hands
from skill.domain.ladder import Rung, Touch
from skill.domain.small_moment import LATELY, Around, SmallMoment, Spot, draw, remembering
from skill.library import Library

MOMENTS = Library.english().small_moments
QUIET = {moment.id for moment in MOMENTS if moment.touch is Touch.NONE}
AROUNDS = st.builds(
    Around,
    place=st.sampled_from(Spot),
    hands=st.none() | st.sampled_from(Hands),
    company=st.none() | st.sampled_from(Company),
)
IDS = st.lists(st.sampled_from([moment.id for moment in MOMENTS]), unique=True, max_size=LATELY).map(tuple)
QUIET_IDS = st.lists(st.sampled_from(sorted(QUIET)), unique=True, max_size=LATELY).map(tuple)
RUNGS = st.sampled_from(Rung)


class Thrown:
    """Dice that fall as they are told, one after another."""

    def __init__(self, *falls: int) -> None:
        self.falls = list(falls)

    def __call__(self, count: int) -> int:
        return (self.falls.pop(0) if self.falls else 0) % count


def _fitting(around: Around) -> list[SmallMoment]:
    return [moment for moment in MOMENTS if around.has(moment)]


def _all(
    around: Around, lately: Sequence[str], given_: Sequence[str], rung: Rung
) -> Iterator[tuple[int, SmallMoment]]:
    """Every throw there is, with what it gives."""
    for first, second in product(range(16), range(16)):
        yield first, draw(_fitting(around), lately, given_, rung.allows, Thrown(first, second))


@given(AROUNDS, QUIET_IDS, IDS, RUNGS, st.integers(0, 99), st.integers(0, 99))
def test_one_always_fits_where_people_are_and_what_they_hold(  # noqa: PLR0917 - all that counts
    around: Around, lately: tuple[str, ...], before: tuple[str, ...], rung: Rung, first: int, second: int
):
    moment = draw(_fitting(around), lately, before, rung.allows, Thrown(first, second))
    assert moment.place is around.place
    assert around.hands is None or around.hands in moment.works_with
    assert moment.alone or around.company is not Company.ALONE


@given(AROUNDS, QUIET_IDS, IDS, RUNGS, st.integers(0, 99), st.integers(0, 99))
def test_none_has_more_touch_than_today_has_room_for(  # noqa: PLR0917 - all that counts
    around: Around, lately: tuple[str, ...], before: tuple[str, ...], rung: Rung, first: int, second: int
):
    assert rung.allows(draw(_fitting(around), lately, before, rung.allows, Thrown(first, second)).touch)


@given(AROUNDS, QUIET_IDS, QUIET_IDS)
def test_whatever_comes_on_a_day_for_words_can_come_on_any_day(
    around: Around, lately: tuple[str, ...], before: tuple[str, ...]
):
    on_words = {moment.id for _, moment in _all(around, lately, before, Rung.WORDS)}
    on_any = {moment.id for _, moment in _all(around, lately, before, Rung.KISS)}
    assert on_words <= on_any


@given(AROUNDS, QUIET_IDS)
def test_at_most_half_of_what_comes_has_touch_however_much_room_there_is(
    around: Around, lately: tuple[str, ...]
):
    came = [moment for _, moment in _all(around, lately, (), Rung.KISS)]
    assert sum(moment.touch is not Touch.NONE for moment in came) <= len(came) / 2


@given(AROUNDS, st.sampled_from(sorted({m.id for m in MOMENTS} - QUIET)))
def test_after_one_with_touch_comes_one_without(around: Around, before: str):
    assert all(moment.id in QUIET for _, moment in _all(around, (), (before,), Rung.KISS))


@given(AROUNDS, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=4, max_size=4))
def test_none_comes_again_soon_while_there_are_others(around: Around, throws: list[tuple[int, int]]):
    lately: tuple[str, ...] = ()
    came = []
    for throw in throws:
        moment = draw(_fitting(around), lately, (), Rung.KISS.allows, Thrown(*throw))
        lately = remembering(lately, moment)
        came += [moment.id] if moment.id in QUIET else []
    others = sum(moment.id in QUIET for moment in _fitting(around))
    assert len(set(came)) == min(len(came), others) or len(set(came)) == len(came)


def test_the_one_longest_ago_comes_when_all_were_given():
    table = [moment for moment in MOMENTS if moment.place is Spot.TABLE and moment.id in QUIET][:3]
    lately = (table[1].id, table[0].id, table[2].id)
    assert draw(table, lately, (), Rung.WORDS.allows, Thrown()) == table[1]


def test_one_with_touch_leaves_nothing_and_one_without_is_known_for_a_while():
    touch = next(moment for moment in MOMENTS if moment.touch is Touch.HUG)
    quiet = [moment for moment in MOMENTS if moment.id in QUIET]
    assert remembering(("table-01",), touch) == ("table-01",)
    lately: tuple[str, ...] = ()
    for moment in quiet:
        lately = remembering(lately, moment)
    assert lately == tuple(moment.id for moment in quiet[-LATELY:])
