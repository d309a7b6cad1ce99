"""Puts the voice together that the settings ask for, of what is installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from skill.settings import Settings
from skill.speaker.clock import Clock
from skill.speaker.voice.cache import Cache, Kept
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.online import Gtts
from skill.speaker.voice.port import Engine, Words
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.resting import Resting
from skill.speaker.voice.tunes import Tunes

_OFFLINE = ("numpy", "espeakng_loader")
_ONLINE = ("gtts", "miniaudio", "audiotsm")


def open_voice(settings: Settings, folder: Path | None, tunes: Path | None, clock: Clock) -> Voice | None:
    """The voice; None when it is off, or not installed: then the browser's own speaks."""
    if settings.voice == "off" or not _installed(_OFFLINE):
        return None
    asks = settings.voice == "online" and _installed(_ONLINE)
    online = Resting(Gtts(settings.voice_endpoint), clock) if asks else None
    return _kept(Espeak(), online, folder, Tunes(tunes))


def _kept(
    offline: Engine[Words], online: Engine[FixedText] | None, folder: Path | None, tunes: Tunes
) -> Voice:
    if folder is None:
        return Voice(offline, online, tunes)
    cache = Cache(folder)
    return Voice(Kept(offline, cache), Kept(online, cache) if online else None, tunes, cache)


def _installed(names: tuple[str, ...]) -> bool:
    return all(find_spec(name) for name in names)
