"""Renders what is not there yet, or no longer made from the same inputs, with two processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct

from audio import inputs
from audio.catalogue import SOUNDS, narratable, sound, track_name
from audio.finishing import finished
from audio.narration import ReadStep, read_aloud
from audio.shelf import StepNote, put, stands
from audio.track import LEAD, track
from audio.voices import Voice, reader
from skill.domain.exercise.exercise import Exercise, by_id
from skill.library import LOCALES, Library


class SoundJob(Struct, frozen=True):
    """A sound that is to be made."""

    folder: Path
    name: str
    inputs: str

    @property
    def names(self) -> Sequence[str]:
        """The files it makes."""
        return (self.name,)

    def run(self) -> Sequence[str]:
        """Makes it."""
        put(self.folder / self.name, finished(sound(self.name)), self.inputs, None)
        return self.names


class TracksJob(Struct, frozen=True):
    """The tracks of one exercise that are to be made; where two locales sound the same, one is made."""

    folder: Path
    exercise: str
    voice: Voice
    wanted: Mapping[str, str]
    """Inputs by locale."""

    @property
    def names(self) -> Sequence[str]:
        """The files it makes."""
        return tuple(track_name(_exercise(self.exercise), locale) for locale in self.wanted)

    def run(self) -> Sequence[str]:
        """Makes them."""
        exercise, engine = _exercise(self.exercise), reader(self.voice)
        made: dict[str, bytes] = {}
        for (locale, of), name in zip(self.wanted.items(), self.names, strict=True):
            steps = read_aloud(exercise, locale, _library(), engine)
            heard = _heard(steps)
            made[heard] = made.get(heard) or finished(track(exercise, steps))
            put(self.folder / name, made[heard], of, engine.name, _noted(steps))
        return self.names


Job = SoundJob | TracksJob


def every_name() -> list[str]:
    """All files there are to build."""
    tracks = [track_name(e, locale) for e in narratable(_library().exercises) for locale in LOCALES]
    return [*SOUNDS, *tracks]


def missing(folder: Path, voice: Voice, locales: Sequence[str] = LOCALES) -> list[Job]:
    """What has to be made so that a folder has all sounds, and the tracks of some locales."""
    sounds = [SoundJob(folder, name, inputs.of_sound(name)) for name in SOUNDS]
    exercises = narratable(_library().exercises)
    tracks = [missing_tracks(folder, voice, exercise, locales) for exercise in exercises]
    wanted = [job for job in sounds if not stands(folder / job.name, job.inputs)]
    return [*wanted, *(job for job in tracks if job.wanted)]


def missing_tracks(folder: Path, voice: Voice, exercise: Exercise, locales: Sequence[str]) -> TracksJob:
    """The tracks of an exercise that a folder lacks."""
    engine = reader(voice).name
    of = {locale: inputs.of_track(exercise, locale, _library(), engine) for locale in locales}
    wanted = {
        locale: hashed
        for locale, hashed in of.items()
        if not stands(folder / track_name(exercise, locale), hashed)
    }
    return TracksJob(folder, exercise.id, voice, wanted)


def run(jobs: Sequence[Job], processes: int) -> Iterator[Sequence[str]]:
    """Makes everything, and names each job's files when they are there."""
    if not jobs:
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(job.run) for job in jobs]):
            yield done.result()


def _heard(steps: Sequence[ReadStep]) -> str:
    """The hash of what is said and when."""
    told = sha256()
    for passage in (passage for step in steps for passage in step.passages):
        told.update(f"{passage.at:.6f}".encode() + passage.voice.tobytes())
    return told.hexdigest()


def _noted(steps: Sequence[ReadStep]) -> tuple[StepNote, ...]:
    return tuple(
        StepNote(*(round(LEAD + at, 3) for at in (step.at, step.passages[-1].until, step.ends)))
        for step in steps
    )


@cache
def _library() -> Library:
    return Library.english()


def _exercise(wanted: str) -> Exercise:
    found = by_id(_library().exercises, wanted)
    if found is None:
        raise LookupError(wanted)
    return found
