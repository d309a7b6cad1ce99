"""Recorded requests with one node exchanged for any JSON value, or gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from .recorded import NAMES, recorded

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
GONE = object()


def paths(value: Any, *path: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    """The ways to every node of a document."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from paths(each, *path, key)


PLACES = [(name, path) for name in NAMES for path in paths(recorded(name))]


def changed(place: tuple[str, tuple[Any, ...]], value: object) -> dict[str, Any]:
    """A recorded request with another value, or none, at one place."""
    name, path = place
    envelope = recorded(name)
    holder: Any = envelope
    for key in path[:-1]:
        holder = holder[key]
    if value is GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return envelope


MUTATED = st.builds(changed, st.sampled_from(PLACES), ANY_JSON | st.just(GONE))
