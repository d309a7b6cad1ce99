"""Who reads: Google's voice where it can be had and is wanted, else the one on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from skill import settings
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.online import Gtts
from skill.speaker.voice.pace import stretched
from skill.speaker.voice.port import Engine, Sound, Style, Unreachable


class Voice(StrEnum):
    """Whose voice a track has."""

    OFFLINE = "offline"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Once:
    """An engine that is asked once for each sentence; every pace is made of that one sound."""

    engine: Engine[FixedText]
    _heard: dict[tuple[str, Style], Sound] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As the engine's own."""
        return self.engine.name

    def speak(self, words: FixedText, style: Style) -> Iterator[Sound]:
        """The words at a pace.

        Raises:
            Unreachable: when the engine cannot speak now.
        """
        usual = replace(style, rate=1.0)
        key = (words.words, usual)
        if key not in self._heard:
            self._heard[key] = b"".join(self.engine.speak(words, usual))
        yield stretched(self._heard[key], style.rate)


def reader(voice: Voice) -> Engine[FixedText]:
    """The engine of a voice."""
    return Once(Gtts(_settings().voice_endpoint)) if voice is Voice.ONLINE else Espeak()


def wanted() -> Voice:
    """The voice that the speaker's own setting asks for."""
    return Voice.ONLINE if _settings().voice == "online" else Voice.OFFLINE


def reachable(voice: Voice, words: str) -> bool:
    """Whether a voice speaks some fixed words just now."""
    try:
        return any(reader(voice).speak(FixedText(words), Style()))
    except Unreachable:
        return False


def _settings() -> settings.Settings:
    return settings.read(os.environ, port=settings.SPEAKER_PORT, data=None)
