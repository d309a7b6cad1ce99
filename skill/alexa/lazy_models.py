"""Loads only those SDK models that are used, instead of all of them.

Every package of `ask_sdk_model` imports all its modules in its `__init__`, so importing `ask_sdk_core`
brings 230 of them, and the first request more than a hundred others. With this hook such a package starts
empty and finds a name when it is asked for it: `IntentRequest` stands in the module `intent_request`, as
all names of the SDK do. Where that rule does not lead to the name, and for `import *` and `dir()`, the
package's own `__init__` is run after all, so that other code sees what it would have seen without the hook,
only later.

One module needs more: `service_client_factory` imports every service client (and one of those dateutil) to
make them on demand. It gets makers under the clients' names instead, which import a client when one is
made.

The finder and its loaders are no subclasses of importlib.abc's: importing that costs as much as all we save
on them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from threading import get_ident
from types import ModuleType
from typing import Any, cast

PACKAGE = "ask_sdk_model"
FACTORY = f"{PACKAGE}.services.service_client_factory"
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def install() -> None:
    """Makes the SDK's models load when they are used; does nothing when that was done or they are loaded."""
    if PACKAGE not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, cast("Any", _Finder()))


class _Finder:
    """Finds the SDK's models and leaves every other import alone."""

    def __init__(self) -> None:
        self._in_factory: set[int] = set()
        """The threads that import the factory of service clients at this moment."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The usual spec of a module, with a lazy loader where that is worth it."""
        if fullname != PACKAGE and not fullname.startswith(f"{PACKAGE}."):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.loader and (spec.submodule_search_locations or fullname == FACTORY):
            lazy = _FactoryLoader if fullname == FACTORY else _PackageLoader
            spec.loader = cast("Any", lazy(spec.loader, self._in_factory))
        return spec


class _Loader:
    """Does what the usual loader does."""

    def __init__(self, eager: Any, in_factory: set[int]) -> None:  # noqa: ANN401 - importlib's own type misses exec_module
        self._eager = eager
        self._in_factory = in_factory

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the usual loader has
        return getattr(self._eager, name)

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leaves the making of the module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Fills the module."""
        self._eager.exec_module(module)


class _FactoryLoader(_Loader):
    """Lets the factory import makers of clients instead of the clients."""

    def exec_module(self, module: ModuleType) -> None:
        self._in_factory.add(get_ident())
        try:
            super().exec_module(module)
        finally:
            self._in_factory.discard(get_ident())


class _PackageLoader(_Loader):
    """Makes a package that fills itself name by name."""

    def exec_module(self, module: ModuleType) -> None:
        names = vars(module)
        names["__getattr__"] = lambda name: self._get(module, name)
        names["__dir__"] = lambda: sorted(self._all(module))

    def _get(self, package: ModuleType, name: str) -> Any:  # noqa: ANN401 - any name of the package
        if name == "__all__":
            return [each for each in self._all(package) if not each.startswith("_")]
        if name.startswith("__"):
            raise _missing(package, name)
        if name.endswith("ServiceClient") and get_ident() in self._in_factory:
            return _maker(package.__name__, name)
        value = _by_rule(package.__name__, name)
        if value is None:
            value = self._by_running(package, name)
        setattr(package, name, value)
        return value

    def _by_running(self, package: ModuleType, name: str) -> Any:  # noqa: ANN401 - as above
        self._all(package)
        if name not in vars(package):
            raise _missing(package, name)
        return vars(package)[name]

    def _all(self, package: ModuleType) -> list[str]:
        """Runs the package's own `__init__` and names what it has then."""
        ours = {"__getattr__", "__dir__"}
        super().exec_module(package)
        return [name for name in vars(package) if name not in ours]


def _by_rule(package: str, name: str) -> Any:  # noqa: ANN401 - a class or a module
    """What stands under a name by the SDK's own convention, or None."""
    module = f"{package}.{HUMP.sub('_', name).lower()}"
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
    return found if module == f"{package}.{name}" else getattr(found, name, None)


def _maker(package: str, name: str) -> Callable[..., Any]:
    """Makes a service client, and imports it only then."""

    def make(*configuration: Any) -> Any:  # noqa: ANN401 - as the client takes it
        return getattr(import_module(package), name)(*configuration)

    return make


def _missing(package: ModuleType, name: str) -> AttributeError:
    return AttributeError(f"module {package.__name__!r} has no attribute {name!r}")
