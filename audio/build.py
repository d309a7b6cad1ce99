"""Renders what is not there yet, or no longer made from the same inputs, with two processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct

from audio import inputs
from audio.catalogue import SOUNDS, narratable, sound, track_name
from audio.finishing import Unfit, finished
from audio.narration import ReadStep, read_aloud, texts
from audio.shelf import StepNote, put, stands
from audio.track import LEAD, track
from audio.voices import Voice, reader
from skill.domain.exercise.exercise import Exercise, by_id
from skill.library import LOCALES, Library
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Unreachable


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
    locales: tuple[str, ...]

    @property
    def names(self) -> Sequence[str]:
        """The files it makes."""
        return tuple(track_name(_exercise(self.exercise), locale) for locale in self.locales)

    def run(self) -> Sequence[str]:
        """Makes them; where a voice fails or can't be made loud enough, the offline one reads them all."""
        try:
            return self._run(reader(self.voice))
        except (Unreachable, Unfit):
            if self.voice is Voice.OFFLINE:
                raise
            return self._run(reader(Voice.OFFLINE))

    def _run(self, engine: Engine[FixedText]) -> Sequence[str]:
        exercise, library = _exercise(self.exercise), _library()
        read = [read_aloud(exercise, locale, library, engine) for locale in self.locales]
        made: dict[str, bytes] = {}
        for locale, name, steps in zip(self.locales, self.names, read, strict=True):
            heard = _heard(steps)
            made[heard] = made.get(heard) or finished(track(exercise, steps))
            of = inputs.of_track(exercise, locale, library, engine.name)
            put(self.folder / name, made[heard], of, engine.name, _noted(steps))
        return self.names


Job = SoundJob | TracksJob


def every_name() -> list[str]:
    """All files there are to build."""
    tracks = [track_name(e, locale) for e in narratable(_library().exercises) for locale in LOCALES]
    return [*SOUNDS, *tracks]


def a_sentence() -> str:
    """Some words that are read in any case."""
    first = narratable(_library().exercises)[0]
    return texts(first.steps[-1], LOCALES[0], _library())[0]


def missing(
    folder: Path, voice: Voice, locales: Sequence[str] = LOCALES, *, kept: Sequence[Voice] = ()
) -> list[Job]:
    """What has to be made so that a folder has all sounds, and the tracks of some locales.

    A track that one of the `kept` voices has read stays, if nothing else has changed.
    """
    sounds = [SoundJob(folder, name, inputs.of_sound(name)) for name in SOUNDS]
    wanted = [job for job in sounds if not stands(folder / job.name, {job.inputs})]
    exercises = narratable(_library().exercises)
    tracks = [missing_tracks(folder, voice, exercise, locales, kept=kept) for exercise in exercises]
    return [*wanted, *(job for job in tracks if job.locales)]


def missing_tracks(
    folder: Path, voice: Voice, exercise: Exercise, locales: Sequence[str], *, kept: Sequence[Voice] = ()
) -> TracksJob:
    """The tracks of an exercise that a folder lacks."""
    engines = [reader(each).name for each in (voice, *kept)]

    def is_there(locale: str) -> bool:
        of = {inputs.of_track(exercise, locale, _library(), engine) for engine in engines}
        return stands(folder / track_name(exercise, locale), of)

    lacking = tuple(locale for locale in locales if not is_there(locale))
    return TracksJob(folder, exercise.id, voice, lacking)


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
