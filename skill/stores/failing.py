"""What a disk refuses, told in one sentence without anybody's words in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from skill.domain.ports import StoreError

UNREADABLE = "What is kept of a household could not be read"
UNKEPT = "What a household wanted kept could not be written"
LOCKLESS = f"{UNKEPT} (its folder cannot be written in)."


@contextmanager
def failing(sentence: str) -> Iterator[None]:
    """Turns what the disk says into the store's own error.

    Raises:
        StoreError: with the sentence and the disk's reason.
    """
    try:
        yield
    except OSError as problem:
        raise StoreError(f"{sentence} ({problem.strerror}).") from None
    except UnicodeError:
        raise StoreError(f"{sentence} (it cannot be written as text).") from None
