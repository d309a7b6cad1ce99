"""Who reads: the offline voice."""

from __future__ import annotations

from enum import StrEnum

from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine


class Voice(StrEnum):
    """Whose voice a track has."""

    OFFLINE = "offline"


def reader(_voice: Voice) -> Engine[FixedText]:
    """The engine of a voice."""
    return Espeak()
