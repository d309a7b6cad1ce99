"""The one place that writes what is under way into a session and into the permission prompt's token.

A dataclass is written as its fields and, under "is", its class's name. What State may be is read from its own
union, so a new variant needs nothing here. What cannot be read (tampered with, or of another version) was not
under way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from skill.domain.progress import Progress

PLACE = "progress"
NAME = "is"
PLAIN = frozenset({str, int, bool, type(None)})


def attributes_of(progress: Progress) -> dict[str, Any]:
    """What is under way, as session attributes."""
    return {PLACE: _written(progress)}


def token_of(progress: Progress) -> str:
    """What is under way, as the token of a prompt."""
    return msgspec.json.encode(_written(progress)).decode()


def progress_of(attributes: object) -> Progress:
    """What was under way by the session's attributes; nothing when they cannot be read."""
    return _progress(attributes.get(PLACE)) if isinstance(attributes, dict) else Progress()


def progress_of_token(token: object) -> Progress:
    """What was under way by a prompt's token; nothing when it cannot be read."""
    try:
        return _progress(msgspec.json.decode(token)) if isinstance(token, str) else Progress()
    except (ValueError, RecursionError):
        return Progress()


def _progress(written: object) -> Progress:
    try:
        progress = _read(Progress, written)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, nothing was under way
        return Progress()
    given_at = progress.given_at
    return Progress() if given_at and given_at.tzinfo is None else progress


def _written(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    kind = type(value)
    if kind in PLAIN:
        return value
    if is_dataclass(kind):
        return {NAME: kind.__name__, **{name: _written(getattr(value, name)) for name in _hints(kind)}}
    if isinstance(value, tuple | list | frozenset | set):
        return [_written(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _written(each) for key, each in value.items()}
    return msgspec.to_builtins(value)


def _read(kind: Any, written: Any) -> Any:  # noqa: ANN401 - any type of the domain
    """A value of a type, from what `_written` made of it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_class(kind, written)
    if origin in (Union, UnionType):
        return _read_one_of(arguments, written)
    if origin is tuple and arguments[1:] != (...,):
        return tuple(_read(each, value) for each, value in zip(arguments, _list(written), strict=True))
    if origin in (tuple, frozenset):
        return origin(_read(arguments[0], value) for value in _list(written))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_read(arguments[0], key): _read(arguments[1], each) for key, each in written.items()}
    return msgspec.convert(written, kind)


def _read_class(kind: type, written: Any) -> Any:  # noqa: ANN401 - any JSON value
    if not isinstance(written, dict) or written.get(NAME) != kind.__name__:
        raise ValueError(kind.__name__)
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], value) for name, value in written.items() if name in hints})


def _read_one_of(kinds: tuple[Any, ...], written: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Dataclasses are told apart by their names, the rest by what reads: words last, as all can be words."""
    if isinstance(written, dict) and NAME in written:
        return _read(next(kind for kind in kinds if getattr(kind, "__name__", "") == written[NAME]), written)
    for kind in sorted(kinds, key=lambda each: each is str):
        try:
            return _read(kind, written)
        except (ValueError, TypeError):
            continue
    raise ValueError(NAME)


def _list(written: object) -> list[Any]:
    if not isinstance(written, list):
        raise TypeError
    return written


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of a dataclass's fields."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
