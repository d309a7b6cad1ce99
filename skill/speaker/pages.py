"""The open pages: what rings, rings on each of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, Full, Queue
from threading import Event, Lock

MOST = 12
"""Pages at a time; a newer one takes the place of the oldest."""
_HEARTBEAT = 15
"""Seconds without news."""
_LOOK = 1.0
"""Seconds between two looks whether the page is still there."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened on the device."""

    name: str
    row: dict[str, object] = field(default_factory=dict)

    def frame(self) -> bytes:
        """As server-sent events carry it."""
        return f"event: {self.name}\ndata: {json.dumps(self.row)}\n\n".encode()


RETIRED = News("retired")


@dataclass(slots=True, eq=False)
class Page:
    """One open page and what it was not yet told."""

    waiting: Queue[News] = field(default_factory=lambda: Queue(64))

    def tell(self, news: News) -> bool:
        """Lets the page know; a page that takes nothing any more is not told."""
        try:
            self.waiting.put_nowait(news)
        except Full:
            return False
        return True


class Pages:
    """All open pages of this speaker."""

    def __init__(self) -> None:
        self.ended = Event()
        self._open: list[Page] = []
        self._lock = Lock()

    def join(self) -> Page:
        """A page opens."""
        page = Page()
        with self._lock:
            self._open.append(page)
            retired = self._open.pop(0) if len(self._open) > MOST else None
        if retired:
            retired.tell(RETIRED)
        return page

    def leave(self, page: Page) -> None:
        """A page closes."""
        with self._lock:
            self._open = [other for other in self._open if other is not page]

    def tell(self, news: News) -> int:
        """Lets every page know; how many could be told."""
        with self._lock:
            pages = list(self._open)
        return sum(page.tell(news) for page in pages)

    def stream(self, page: Page, gone: Callable[[], bool]) -> Iterator[bytes]:
        """What a page is told, with a heartbeat, until it is gone or retired."""
        try:
            yield b"retry: 2000\n\n"
            quiet = 0.0
            while not (self.ended.is_set() or gone()):
                try:
                    news = page.waiting.get(timeout=_LOOK)
                except Empty:
                    quiet += _LOOK
                    if quiet >= _HEARTBEAT:
                        quiet = 0.0
                        yield b": here\n\n"
                    continue
                yield news.frame()
                if news is RETIRED:
                    return
        finally:
            self.leave(page)
