"""The espeak-ng library by ctypes, from the wheel that bundles it (GPL-3.0-or-later, loaded at run time)."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import Any

from skill.speaker.voice.port import Unreachable

NATIVE_RATE = 22_050
"""Samples a second it makes; its data are made for no other."""
_RETURNS_SAMPLES, _UTF8, _CHARACTER = 2, 1, 1
_PACE, _VOLUME, _RANGE = 1, 2, 4
_PIECE = 1000
"""Milliseconds it hands over at a time."""
_Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_one = Lock()
"""The library has one state for the whole process."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it speaks, in its own measures."""

    voice: str
    pace: int
    """Words a minute, by its own count."""
    volume: int = 100
    melody: int = 50
    """How far the pitch goes up and down: 0 to 100."""


def synthesise(words: str, manner: Manner) -> bytes:
    """Words as mono 16-bit samples at NATIVE_RATE; the same words are the same bytes every time.

    Raises:
        Unreachable: when the library or the voice is not there, or refuses.
    """
    pieces: list[bytes] = []

    def heard(samples: int | None, count: int, _events: int | None) -> int:
        if samples and count:
            pieces.append(ctypes.string_at(samples, 2 * count))
        return 0

    callback = _Heard(heard)
    with _one, _afresh() as library:
        library.espeak_SetSynthCallback(callback)
        _done(library.espeak_SetVoiceByName(manner.voice.encode()))
        for parameter, value in ((_PACE, manner.pace), (_VOLUME, manner.volume), (_RANGE, manner.melody)):
            _done(library.espeak_SetParameter(parameter, value, 0))
        text = words.replace("\0", " ").encode()
        _done(library.espeak_Synth(text, len(text) + 1, 0, _CHARACTER, 0, _UTF8, None, None))
    return b"".join(pieces)


@contextmanager
def _afresh() -> Iterator[ctypes.CDLL]:
    """The library as it is when a process starts: what it said before would colour what it says next.

    Loading it anew takes 0.3 ms. Where it can't be let go, sounds differ inaudibly from time to time.
    """
    library, data = _loaded()
    try:
        if library.espeak_Initialize(_RETURNS_SAMPLES, _PIECE, data, 0) != NATIVE_RATE:
            raise Unreachable
        library.espeak_ng_SetRandSeed(ctypes.c_long(1))
        yield library
    finally:
        library.espeak_Terminate()
        _let_go(library)


def _loaded() -> tuple[ctypes.CDLL, bytes]:
    try:
        wheel: Any = import_module("espeakng_loader")
        return ctypes.CDLL(wheel.get_library_path()), wheel.get_data_path().encode()
    except (ImportError, OSError, RuntimeError) as fault:
        raise Unreachable from fault


def _let_go(library: ctypes.CDLL) -> None:
    if os.name == "posix":
        ctypes.CDLL(None).dlclose(ctypes.c_void_p(library._handle))  # noqa: SLF001 - ctypes has no other way


def _done(status: int) -> None:
    if status:
        raise Unreachable
