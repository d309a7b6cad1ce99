"""The online voice: gTTS makes the questions, Google Translate answers with MP3. Fixed sentences only."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from queue import Empty, Queue
from threading import Thread
from types import MappingProxyType
from typing import Any

from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import RATE, Sound, Style, Unreachable
from skill.speaker.voice.together import LIMIT
from skill.speaker.voice.tunes import decoded

_DOMAINS: Mapping[str, str] = MappingProxyType(
    {"en-US": "com", "en-GB": "co.uk", "en-AU": "com.au", "en-CA": "ca", "en-IN": "co.in"}
)
"""Which Google speaks with the accent of a locale."""
_PATH = "/_/TranslateWebserverUi/data/batchexecute"
_SOUND = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"')
_LARGEST = 2 * 1024 * 1024
_PIECE = 16 * 1024
_SHORTEST, _LONGEST = 0.02, 0.4
"""Seconds a letter may take; anything else is no speech."""


@dataclass(frozen=True, slots=True)
class Gtts:
    """Speaks what may leave this machine; knows neither whisper nor stress, and is never asked for them.

    gTTS's own sending is not used: it checks no certificate and waits as long as it takes.
    """

    endpoint: str = ""
    """Where to ask instead of Google, such as http://127.0.0.1:8000: a stand-in, or a mirror."""
    limit: float = LIMIT
    """Seconds."""

    @property
    def name(self) -> str:
        """A stand-in's sounds are not Google's."""
        return f"gtts-1 {self.endpoint}".strip()

    def speak(self, words: FixedText, style: Style) -> Iterator[Sound]:
        """The whole sentence, at its pace.

        Raises:
            Unreachable: when no speech comes in time, whatever comes instead.
        """
        answers: Queue[bytes | None] = Queue()
        Thread(target=self._ask, args=(words, style, answers), daemon=True).start()
        try:
            mp3 = answers.get(timeout=self.limit)
        except Empty:
            raise Unreachable from None
        if mp3 is None:
            raise Unreachable
        yield paced(_speech(mp3, words), style.rate)

    def _ask(self, words: FixedText, style: Style, answers: Queue[bytes | None]) -> None:
        """In a thread of its own: a name server can't be told how long to take."""
        try:
            answers.put(self._fetched(words, style))
        except (ImportError, OSError, ValueError):
            answers.put(None)

    def _fetched(self, words: FixedText, style: Style) -> bytes:
        gtts: Any = import_module("gtts.tts")
        domain = _DOMAINS.get(style.locale, "com")
        where = (self.endpoint or f"https://translate.google.{domain}") + _PATH
        asked = gtts.gTTS(words.words, tld=domain, lang="en", lang_check=False)
        until = time.monotonic() + self.limit
        bodies = asked.get_bodies()
        return b"".join(_sent(where, body, asked.GOOGLE_TTS_HEADERS, until) for body in bodies)


def _sent(where: str, body: str, headers: Mapping[str, str], until: float) -> bytes:
    """One question and the MP3 in its answer.

    Raises:
        OSError: when it can't be had; `requests` makes all its faults of it.
        ValueError: when the answer holds none.
    """
    requests: Any = import_module("requests")
    left = max(0.01, until - time.monotonic())
    with requests.post(
        where, data=body, headers=headers, timeout=left, stream=True, allow_redirects=False
    ) as answer:
        if answer.status_code != 200:
            raise ValueError("no speech")
        read = bytearray()
        for piece in answer.iter_content(_PIECE):
            read += piece
            if len(read) > _LARGEST or time.monotonic() > until:
                raise ValueError("too much, or too late")
    found = _SOUND.search(bytes(read))
    if not found:
        raise ValueError("no speech")
    return base64.b64decode(found[1], validate=True)


def _speech(mp3: bytes, words: FixedText) -> Sound:
    """The sound, without the quiet around it.

    Raises:
        Unreachable: when it can't be read, or can't be these words.
    """
    from skill.speaker.voice import samples

    spoken = samples.trimmed(samples.read(decoded(mp3)))
    letters = len(words.words)
    if not _SHORTEST * letters < len(spoken) / RATE < _LONGEST * letters + 2:
        raise Unreachable
    return samples.written(spoken)


def paced(sound: Sound, rate: float) -> Sound:
    """Slower or faster at the same pitch."""
    if rate == 1:
        return sound
    from skill.speaker.voice.pace import stretched

    return stretched(sound, rate)
