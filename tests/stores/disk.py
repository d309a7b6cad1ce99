"""A disk that fails when told to: the calls that reach it are counted, and one of them goes wrong."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "link", "replace", "rename", "mkdir", "unlink", "rmdir")
READING = ("read", "listdir", "stat")
CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Disk:
    """Stands before the calls that change something on the disk."""

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        fault: Callable[[str, tuple[Any, ...]], None],
        *,
        reading: bool = False,
    ) -> None:
        """Takes what happens at the call that goes wrong, and whether calls that only read count as well."""
        self._fault = fault
        self._reading = reading
        self.fails_at: Callable[[int, str], bool] = lambda _number, _name: False
        self.calls: list[str] = []
        for name in CALLS + READING * reading:
            patch.setattr(os, name, self._watched(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", self._watched("flock", fcntl.flock))

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the real one takes
            if self._reading or name != "open" or arguments[1] & CHANGING:
                self.calls.append(name)
                if self.fails_at(len(self.calls), name):
                    self._fault(name, arguments)
            return real(*arguments, **options)

        return call
