"""What is built: sounds by their file names, and a track in each English of what asks nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from audio.loudness import levelled
from audio.sources.chime import chime
from audio.sources.end_chime import end_chime
from audio.sources.hearth import hearth
from audio.sources.hush import hush
from audio.sources.pacer import pacer
from audio.sources.rain import rain
from audio.waves import Wave, faded
from skill.domain.exercise.exercise import Exercise
from skill.domain.track import file_of

Source = Callable[[], Wave]
CEILING = -5.5
"""dBFS that a sound's peaks keep to before it is encoded."""

SOUNDS: Mapping[str, Source] = {
    "chime-start.mp3": chime,
    "chime-end.mp3": end_chime,
    "pacer.mp3": pacer,
    "rain.mp3": rain,
    "hush.mp3": hush,
    "hearth.mp3": hearth,
}
ROUND = frozenset({"rain.mp3", "hush.mp3", "hearth.mp3"})
"""What goes round without end, and as a file begins and ends softly."""


def sound(name: str) -> Wave:
    """A sound as it is encoded."""
    wave = SOUNDS[name]()
    return levelled(faded(wave, 2, 4) if name in ROUND else wave, CEILING)


def narratable(exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The exercises that run from their opening to their end without an answer, and without touch."""
    return tuple(sorted((e for e in exercises if e.is_track), key=lambda e: e.id))


def track_name(exercise: Exercise, locale: str) -> str:
    """The file name of an exercise's track in a locale."""
    return file_of(exercise.id, locale)
