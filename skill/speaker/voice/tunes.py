"""Sounds of our own, from the folder where they were built; one that is not there is not heard."""

from __future__ import annotations

import logging
import re
from array import array
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from skill.speaker.voice.port import RATE, Sound, Unreachable

_NAME = re.compile(r"[a-z0-9-]+\.mp3")
_LARGEST = 2 * 1024 * 1024
_SOFTER = 0.4
"""So that a chime stays some decibels under the voice beside it: as it was built it is as loud as a track."""
_log = logging.getLogger(__name__)


def decoded(mp3: bytes) -> Sound:
    """An MP3's sound.

    Raises:
        Unreachable: when it is none, or nothing here can read it.
    """
    try:
        miniaudio: Any = import_module("miniaudio")
    except ImportError as fault:
        raise Unreachable from fault
    try:
        found = miniaudio.decode(mp3, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as fault:
        raise Unreachable from fault
    return bytes(found.samples.tobytes())


def softened(sound: Sound) -> Sound:
    """The same, softer."""
    samples = array("h")
    samples.frombytes(sound)
    return array("h", (round(sample * _SOFTER) for sample in samples)).tobytes()


@dataclass(frozen=True, slots=True)
class Tunes:
    """The folder of built sounds; None has none."""

    folder: Path | None

    def find(self, file: str) -> Sound:
        """A sound by the name of its file; nothing when it is not there."""
        if self.folder is None or not _NAME.fullmatch(file):
            return b""
        try:
            with (self.folder / file).open("rb") as opened:
                return softened(decoded(opened.read(_LARGEST)))
        except (OSError, Unreachable):
            _log.debug("A sound of our own is not there.")
            return b""
