"""Room for a few at a time, so that the device services always have somebody to answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore


class RoomFull(Exception):  # noqa: N818 - it is an answer, not a fault
    """Too many are speaking at once."""


class Room:
    """Lets in so many; who comes then is told to come again, and waits for nothing."""

    def __init__(self, places: int) -> None:
        self._places = BoundedSemaphore(places)

    @contextmanager
    def place(self) -> Iterator[None]:
        """One place, for the length of the block.

        Raises:
            RoomFull: when there is none.
        """
        if not self._places.acquire(blocking=False):
            raise RoomFull
        try:
            yield
        finally:
            self._places.release()
