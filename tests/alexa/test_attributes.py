"""What is under way survives the way through a session and a prompt."""

from __future__ import annotations

import copy
import json
from datetime import UTC, date, datetime, time
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from skill.alexa.attributes import attributes_of, progress_of, progress_of_token, token_of
from skill.domain.check_in.expectations import Answering, Choosing
from skill.domain.partner import Partner
from skill.domain.progress import Progress, State
from skill.domain.welcome import Menu

AWARE = st.datetimes(timezones=st.just(UTC))
VARIANTS = list(get_args(State))


def any_of(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a value of any type of the domain
    """Every field of every Struct in it, defaults or not."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind, include_extras=True)
        return st.builds(kind, **{name: any_of(hints[name]) for name in kind.__struct_fields__})
    arguments = get_args(kind)
    if get_origin(kind) is Annotated:
        return st.integers(arguments[1].ge, arguments[1].le) if arguments[0] is int else any_of(arguments[0])
    if get_origin(kind) is tuple and arguments[1:] == (...,):
        return st.lists(any_of(arguments[0]), max_size=3).map(tuple)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([any_of(each) for each in arguments])
    return AWARE if kind is datetime else st.from_type(kind)


def some_of(variant: type) -> st.SearchStrategy[Progress]:
    return st.builds(Progress, any_of(variant), st.sampled_from([None, *Partner]), st.integers(0, 9), AWARE)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_every_state_comes_back_as_it_went(variant: type) -> None:
    @given(some_of(variant))
    def comes_back(progress: Progress) -> None:
        assert progress_of(json.loads(json.dumps(attributes_of(progress)))) == progress
        assert progress_of_token(token_of(progress)) == progress

    comes_back()


def test_every_state_has_a_name_of_its_own() -> None:
    assert len({variant.__name__ for variant in VARIANTS}) == len(VARIANTS)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "progress",
        {},
        {"progress": None},
        {"progress": {}},
        {"progress": {"state": {"is": "Nobody"}}},
        {"progress": {"state": {"is": "Choosing"}}},
        {"progress": {"state": {"is": "Choosing", "question": 7}}},
        {"progress": {"state": {"is": "Answering", "question": "q", "partner": "third"}}},
        {"progress": {"state": {"is": ["Menu"]}}},
        {"progress": {"state": "Menu"}},
        {"progress": {"misheard": True}},
        {"progress": {"given_at": "2026-11-22T19:30:00"}},
        {"progress": {"given_at": "yesterday"}},
    ],
)
def test_what_cannot_be_read_was_not_under_way(kept: object) -> None:
    assert progress_of(kept) == Progress()


@pytest.mark.parametrize("token", [None, 7, "", "no json", "[" * 5_000, "{}", '{"is":"Progress"'])
def test_a_token_that_cannot_be_read_brings_nothing(token: object) -> None:
    assert progress_of_token(token) == Progress()


@given(
    st.sampled_from(["is", "state", "here", "misheard", "given_at"]), st.none() | st.integers() | st.text()
)
def test_a_changed_field_is_read_or_nothing_is(name: str, value: object) -> None:
    whole = attributes_of(
        Progress(Answering("q", Partner.SECOND), Partner.FIRST, 1, datetime(2026, 1, 1, tzinfo=UTC))
    )
    changed: Any = copy.deepcopy(whole)
    changed["progress"][name] = value
    assert isinstance(progress_of(changed), Progress)


def test_fields_of_another_version_do_not_matter() -> None:
    kept = attributes_of(Progress(Menu()))
    kept["progress"]["mood"] = "curious"
    kept["other"] = 1
    assert progress_of(kept) == Progress(Menu())


def test_a_field_an_older_version_did_not_write_has_its_default() -> None:
    kept = attributes_of(Progress(Choosing("q"), misheard=2))
    del kept["progress"]["misheard"]
    assert progress_of(kept) == Progress(Choosing("q"))


LONG: dict[Any, Any] = {
    str: "a-question-or-exercise-with-a-long-name-x",
    int: 999_999,
    bool: False,
    date: date(2026, 11, 22),
    time: time(19, 30),
    datetime: datetime(2026, 11, 22, 19, 30, 59, 123456, tzinfo=UTC),
    type(None): None,
}


def longest(kind: Any) -> Any:  # noqa: ANN401 - a value of any type of the domain
    """A value about as long as they get."""
    arguments = get_args(kind)
    if kind in LONG:
        return LONG[kind]
    if get_origin(kind) is tuple:
        return (longest(arguments[0]),) * 3
    if arguments:
        return max((longest(each) for each in arguments), key=lambda value: len(str(value)))
    if issubclass(kind, Enum):
        return max(kind, key=len)
    return kind(
        **{
            name: longest(each)
            for name, each in get_type_hints(kind).items()
            if name in kind.__struct_fields__
        }
    )


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_a_prompt_s_token_stays_short(variant: type) -> None:
    assert len(token_of(Progress(longest(variant), Partner.SECOND, 3, LONG[datetime]))) <= 1_000
