"""Planting a fault: a few words of one function are changed, in this process and nowhere else."""

from __future__ import annotations
import __future__

import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from importlib import import_module
from types import FunctionType
from typing import Any

from msgspec import Struct


class Edit(Struct, frozen=True):
    """Words of a function, and what stands in their place."""

    where: str
    """module:function, or module:Class.method."""
    old: str
    new: str


class Swap(Struct, frozen=True):
    """A name of a module, and what it stands for instead."""

    where: str
    value: Any


class Mutant(Struct, frozen=True):
    """One guard taken away."""

    name: str
    edits: tuple[Edit | Swap, ...]


def without(name: str, where: str, old: str, new: str) -> Mutant:
    """A mutant of one edit."""
    return Mutant(name, (Edit(where, old, new),))


class DoesNotFitError(Exception):
    """The words to change are no longer there: the mutant has to follow the code."""


def plant(mutant: Mutant) -> None:
    """Takes the guard away in this process.

    Raises:
        DoesNotFitError: when its words stand nowhere, or twice.
    """
    for edit in mutant.edits:
        if isinstance(edit, Swap):
            module, name = edit.where.split(":")
            if not hasattr(import_module(module), name):
                raise DoesNotFitError(f"{mutant.name}: there is no {edit.where}")
            setattr(import_module(module), name, edit.value)
        else:
            _edit(edit)


def misfits(mutants: Iterable[Mutant]) -> list[str]:
    """What cannot be planted any more, and why; nothing is planted."""
    edits = ((mutant.name, edit) for mutant in mutants for edit in mutant.edits if isinstance(edit, Edit))
    return [wrong for name, edit in edits for wrong in _misfit(name, edit)]


def _misfit(name: str, edit: Edit) -> Iterator[str]:
    try:
        _edited(edit)
    except (DoesNotFitError, AttributeError, ImportError) as fault:
        yield f"{name}: {fault}"


def _edit(edit: Edit) -> None:
    function, source = _edited(edit)
    namespace: dict[str, Any] = {}
    flags = __future__.annotations.compiler_flag
    code = compile(source, function.__code__.co_filename, "exec", flags=flags)
    exec(code, {**function.__globals__}, namespace)  # a fault in our own code, on purpose
    changed: FunctionType = namespace[function.__name__]
    function.__code__ = changed.__code__


def _edited(edit: Edit) -> tuple[FunctionType, str]:
    function = _function(edit.where)
    source = textwrap.dedent(inspect.getsource(function))
    source = source[source.index("def ") :]
    if source.count(edit.old) != 1:
        raise DoesNotFitError(f"{edit.old!r} stands {source.count(edit.old)} times in {edit.where}")
    return function, source.replace(edit.old, edit.new)


def _function(where: str) -> FunctionType:
    module, path = where.split(":")
    found: Any = import_module(module)
    for part in path.split("."):
        found = inspect.getattr_static(found, part)
    return _bare(found)


def _bare(found: Any) -> FunctionType:  # noqa: ANN401 - whatever stands under a name in a class
    if isinstance(found, property):
        getter: Callable[..., Any] | None = found.fget
        return _bare(getter)
    if isinstance(found, cached_property):
        return _bare(found.func)
    bare = inspect.unwrap(found)
    assert isinstance(bare, FunctionType)
    return bare
