"""What a file is made from, as one hash: as long as it is the same, the file is not made again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from audio.narration import texts
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import STANDARD
from skill.speech import Phrases

LIBRARIES = ("numpy", "scipy", "lameenc", "miniaudio", "pyloudnorm", "espeakng-loader")
ROOM = Path(__file__).parent
VOICE = ROOM.parent / "skill" / "speaker" / "voice"
OF_THE_VOICE = ("espeak.py", "espeak_library.py", "fitting.py", "length.py", "samples.py")
"""What makes the offline voice sound as it does; another engine's release is in its name."""


def of_sound(name: str) -> str:
    """The hash of all that a sound comes from."""
    return _hash([makers(), name])


def of_track(exercise: Exercise, locale: str, phrases: Phrases, engine: str) -> str:
    """The hash of all that a track in a locale comes from: the words, the clock, the voice, the code."""
    words = [texts(step, locale, phrases) for step in exercise.steps]
    clock = [[step.seconds(STANDARD), step.quiet(STANDARD)] for step in exercise.steps]
    heard = [exercise.id, exercise.company, sorted(exercise.themes), locale]
    return _hash([makers(), voice(), engine, heard, words, clock])


@cache
def makers() -> str:
    """The hash of this room's code, and of the libraries."""
    return _hash([_code(sorted(ROOM.rglob("*.py"))), [[name, version(name)] for name in LIBRARIES]])


@cache
def voice() -> str:
    """The hash of the offline voice's code."""
    return _hash(_code([VOICE / name for name in OF_THE_VOICE]))


def _code(files: Sequence[Path]) -> list[list[str]]:
    return [[file.name, sha256(file.read_bytes()).hexdigest()] for file in files]


def _hash(inputs: Sequence[object]) -> str:
    return sha256(json.dumps(inputs).encode()).hexdigest()
