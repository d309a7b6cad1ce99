"""The soft chime: one bowl, a C. Something begins."""

from __future__ import annotations

from audio.sources.bell import bell
from audio.waves import Wave

C5 = 523.25


def chime() -> Wave:
    """Two and a half seconds."""
    return bell(C5, ring=0.6, seconds=2.5)
