"""What is logged while something happens."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

HEARD = logging.getLogger("skill")
HOW_LONG = re.compile(r" in \d+ ms$")


@contextmanager
def log_lines() -> Iterator[list[str]]:
    """What is logged meanwhile, without its milliseconds."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(HOW_LONG.sub("", record.getMessage()))  # type: ignore[method-assign] # the smallest recorder
    before, through = HEARD.level, HEARD.propagate
    HEARD.addHandler(handler)
    HEARD.setLevel(logging.DEBUG)
    HEARD.propagate = False
    try:
        yield lines
    finally:
        HEARD.removeHandler(handler)
        HEARD.setLevel(before)
        HEARD.propagate = through
