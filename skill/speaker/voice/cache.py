"""Sound kept on disk: of fixed sentences only, so many bytes and no more."""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Sound, Style, Words

_DIGEST = hashlib.sha256().digest_size
_EVERY = 16
"""One writing in so many looks whether there is too much."""
_log = logging.getLogger(__name__)


@dataclass
class Cache:
    """Files named by what they sound like; several processes may share the folder."""

    folder: Path
    most: int = 64 * 1024 * 1024
    """Bytes: some twenty minutes of sound."""
    _written: int = 0

    def find(self, key: str) -> Sound | None:
        """What is kept under a key; a damaged file is as good as none."""
        try:
            kept = self._file(key).read_bytes()
        except OSError:
            return None
        sound = kept[_DIGEST:]
        return sound if hashlib.sha256(sound).digest() == kept[:_DIGEST] else None

    def keep(self, key: str, sound: Sound) -> None:
        """Keeps a sound, whole or not at all; where that can't be done, it is made anew next time."""
        spare = self.folder / f".{secrets.token_hex(8)}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            spare.write_bytes(hashlib.sha256(sound).digest() + sound)
            spare.replace(self._file(key))
        except OSError:
            _log.debug("A sound could not be kept.")
            with suppress(OSError):
                spare.unlink(missing_ok=True)
        self._written += 1
        if self._written % _EVERY == 1:
            self.tidy()

    def tidy(self) -> None:
        """Takes the oldest away until what is left fits."""
        with suppress(OSError):
            seen = sorted(self._sizes(), reverse=True)
            total = 0
            for _, size, path in seen:
                total += size
                if total > self.most:
                    Path(path).unlink(missing_ok=True)

    def empty(self) -> None:
        """Takes everything away: what was heard here is nobody's business any more.

        Raises:
            OSError: when it can't be; trying again is safe.
        """
        with suppress(FileNotFoundError):
            for _, _, path in list(self._sizes()):
                Path(path).unlink(missing_ok=True)

    def _sizes(self) -> Iterator[tuple[int, int, str]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    found = entry.stat()
                    yield found.st_mtime_ns, found.st_size, entry.path

    def _file(self, key: str) -> Path:
        return self.folder / key


Heard_contra = TypeVar("Heard_contra", bound=Words, contravariant=True)


@dataclass(frozen=True, slots=True)
class Kept(Generic[Heard_contra]):
    """An engine whose fixed sentences are made once; anything else is made anew and never kept."""

    engine: Engine[Heard_contra]
    cache: Cache

    @property
    def name(self) -> str:
        """As the engine's own."""
        return self.engine.name

    def speak(self, words: Heard_contra, style: Style) -> Iterator[Sound]:
        """The sound, from the disk if it is there.

        Raises:
            Unreachable: as the engine.
        """
        if not isinstance(words, FixedText):
            yield from self.engine.speak(words, style)
            return
        key = key_of(self.name, words, style)
        sound = self.cache.find(key)
        if sound is None:
            sound = b"".join(self.engine.speak(words, style))
            self.cache.keep(key, sound)
        yield sound


def key_of(engine: str, words: FixedText, style: Style) -> str:
    """The name under which a sound is kept: 64 hexadecimal digits."""
    return hashlib.sha256(repr((engine, words.words, style)).encode()).hexdigest()
