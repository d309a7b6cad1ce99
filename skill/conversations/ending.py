"""Leaving: the same kind close, from everywhere, whatever the reason."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def stop(_turn: Turn, _desk: Desk) -> Reply:
    """Ends at once."""
    return close(EARLY_CLOSE)
