"""Households with something in them, for every test of the stores."""

from __future__ import annotations

import types
import typing
from collections import abc
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from skill.domain.check_in.check_ins import KeptAnswer, Pair
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.partner import Partner
from skill.domain.ports import Home, Store

DAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (date.min, date.max)
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    datetime: st.datetimes(timezones=st.sampled_from([UTC, None])),
    int: st.integers(-(2**53), 2**53),
}
State = tuple[Household, list[Entry], list[Pair]]


def entry(number: int) -> Entry:
    """The history's line of a day."""
    return Entry(DAY + timedelta(number), NOON + timedelta(number), "exercise", f"E{number}")


def pair(number: int, words: str = "your hands in the dough") -> Pair:
    """Two answers of a day."""
    answers = (KeptAnswer(Partner.FIRST, words), KeptAnswer(Partner.SECOND, f"number {number}"))
    return Pair(DAY + timedelta(number), f"Q{number}", answers)


def waiting(home: Home, words: str) -> Household:
    """The household with an answer that waits for the other's."""
    answer = KeptAnswer(Partner.FIRST, words)
    return replace(home.household, check_ins=home.household.check_ins.keeping(DAY, answer))


def count(home: Home) -> int:
    """How often `step` was done."""
    return made(home.household)


def made(household: Household) -> int:
    """How often `step` was done to a household as it was kept."""
    return household.alone_times.made


def making(household: Household, number: int) -> Household:
    """The household after `step` was done so often."""
    return replace(household, alone_times=replace(household.alone_times, made=number))


def step(store: Store, household: str, number: int | None = None) -> int:
    """A turn: changes the household and records an entry; tells how many there were."""
    with store.visit(household) as home:
        done = count(home) + 1
        home.keep(making(home.household, done))
        home.record(entry(done if number is None else number))
    return done


def state(store: Store, household: str) -> State:
    """All that is kept of a household."""
    with store.visit(household) as home:
        return home.household, list(home.entries(*ALWAYS)), list(home.pairs())


def filled(hint: object) -> st.SearchStrategy[Any]:
    """Values of a type, down to the last field of its structs."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return st.one_of([filled(a) for a in arguments])
    if typing.get_origin(hint) is tuple:
        several = st.lists(filled(arguments[0]), max_size=3).map(tuple)
        return several if arguments[-1] is Ellipsis else st.tuples(*map(filled, arguments))
    if typing.get_origin(hint) is abc.Mapping:
        return st.dictionaries(*map(filled, arguments), max_size=3)
    if typing.get_origin(hint) is typing.Annotated:
        bounds = arguments[1]
        return (
            st.integers(bounds.ge, bounds.le) if arguments[0] is int else st.datetimes(timezones=st.just(UTC))
        )
    if isinstance(hint, type) and issubclass(hint, Struct):
        hints = typing.get_type_hints(hint, include_extras=True)
        return st.builds(hint, **{name: filled(hints[name]) for name in hint.__struct_fields__})
    return PLAIN[hint] if hint in PLAIN else st.from_type(typing.cast("type", hint))


def households(name: str) -> st.SearchStrategy[Household]:
    """Households of one id with everything filled in."""
    strategy: st.SearchStrategy[Household] = filled(Household)
    return strategy.map(lambda household: replace(household, id=name))
