"""Whether a folder can hold anything: tried once, when a door opens."""

from __future__ import annotations

import os
from pathlib import Path

from skill.stores import beside, durable


def can_keep(folder: Path) -> bool:
    """Whether a file can be made in a folder, or where it would be made itself; leaves nothing there."""
    try:
        standing = next(place for place in (folder, *folder.parents) if place.exists())
        beside.remove(durable.written(standing / f"holding-hands-trial-{os.getpid()}", b""))
    except OSError:
        return False
    return True
