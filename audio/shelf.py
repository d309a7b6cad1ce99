"""The folder of what is built: a file, and beside it a note of how it was made."""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path

import msgspec

BUILT = Path(__file__).parent / "built"
CHECKSUMS = Path(__file__).parent / "checksums.txt"


class StepNote(msgspec.Struct, frozen=True):
    """When a step is heard, in seconds of the track."""

    at: float
    until: float
    """When its words are over and its quiet begins."""
    ends: float


class Note(msgspec.Struct, frozen=True):
    """How a file was made."""

    inputs: str
    sha256: str
    engine: str | None = None
    """The voice that reads it; None for a sound without words."""
    steps: tuple[StepNote, ...] = ()


def note_of(file: Path) -> Note | None:
    """The note beside a file; None when there is none that can be read."""
    try:
        return msgspec.json.decode(_beside(file).read_bytes(), type=Note)
    except (OSError, msgspec.DecodeError):
        return None


def stands(file: Path, inputs: AbstractSet[str]) -> bool:
    """Whether a file is there, whole, and made from one of these inputs."""
    note = note_of(file)
    return note is not None and note.inputs in inputs and file.is_file() and digest(file) == note.sha256


def put(file: Path, mp3: bytes, inputs: str, engine: str | None, steps: tuple[StepNote, ...] = ()) -> None:
    """Writes a file and its note; whoever reads meanwhile has the old one or the new one."""
    note = Note(inputs, sha256(mp3).hexdigest(), engine, steps)
    _replace(file, mp3)
    _replace(_beside(file), msgspec.json.format(msgspec.json.encode(note)) + b"\n")


def clear_out(folder: Path, wanted: Iterable[str]) -> None:
    """Takes away tracks and notes of what is built no more."""
    names = set(wanted)
    for file in folder.glob("*.mp3"):
        if file.name not in names:
            file.unlink()
            _beside(file).unlink(missing_ok=True)


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    return sha256(file.read_bytes()).hexdigest()


def write_checksums(folder: Path, names: Iterable[str], offline: str, to: Path) -> None:
    """Lists what a machine of this kind builds again to the byte: sounds, and what the offline voice read."""
    notes = ((name, note_of(folder / name)) for name in sorted(names))
    rows = [f"{note.sha256}  {name}\n" for name, note in notes if note and note.engine in (None, offline)]
    to.write_text("".join(rows), encoding="ascii")


def _beside(file: Path) -> Path:
    return file.with_suffix(".json")


def _replace(file: Path, content: bytes) -> None:
    half = file.with_suffix(f"{file.suffix}.{os.getpid()}.half")
    half.write_bytes(content)
    half.replace(file)
