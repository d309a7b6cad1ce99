"""A narrated track: the voice, a background that makes room for it, and the end chime."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audio.backgrounds import background, paced
from audio.evenness import evened
from audio.loudness import at_loudness, limited
from audio.narration import ReadStep
from audio.sources.end_chime import end_chime
from audio.waves import RATE, Wave, at_level, drawn_out, faded, gain, rise, samples
from skill.domain.exercise.exercise import Exercise

LEAD = 0.08
"""Seconds before the first word; every step is later by as much."""
VOICE = -15.2
"""LUFS of the words; what is beside them is measured from here."""
HEADROOM = 9.5
"""dB from there to the highest of their peaks."""
BACKGROUND = -17.8
"""LU in the rests. Between 12 and 18, and low enough for the meter to take rests for rests."""
DUCKED = -0.6
"""dB more while somebody speaks."""
TURNING = 0.6
"""Seconds in which the background turns down before words, and up after them."""
GRID = 240
"""Samples between two points of the background's level: ten milliseconds."""
CHIME = -9.0
"""LU of the end chime."""
PACER = -17.5
"""LU of the pacer."""
SOFTLY = 1.5
"""Seconds in which the background comes and goes."""


def track(exercise: Exercise, steps: Sequence[ReadStep]) -> Wave:
    """The whole track of an exercise."""
    ends = samples(LEAD + steps[-1].ends)
    chime = at_loudness(end_chime(), VOICE + CHIME)
    length = ends + chime.size
    bed = _bed(exercise, steps, length) * _ducking(steps, length)
    bed[ends:] *= rise(chime.size / RATE)[::-1]
    whole = _voice(steps, length) + faded(bed, SOFTLY, SOFTLY)
    whole[ends:] += chime
    return whole


def _voice(steps: Sequence[ReadStep], length: int) -> Wave:
    """The words in their places, even and at one level."""
    passages = [passage for step in steps for passage in step.passages]
    each = [at_level(evened(passage.voice), 0.0) for passage in passages]
    spoken = limited(at_loudness(np.concatenate(each), VOICE), VOICE + HEADROOM)
    placed, read = np.zeros(length), 0
    for passage in passages:
        start, size = samples(LEAD + passage.at), passage.voice.size
        placed[start : start + size] += spoken[read : read + size]
        read += size
    return placed


def _bed(exercise: Exercise, steps: Sequence[ReadStep], length: int) -> Wave:
    minute = background(exercise) * gain(VOICE + BACKGROUND)
    bed = np.tile(minute, -(-length // minute.size))[:length]
    for number, step in enumerate(steps):
        breath = paced(exercise, number)
        if breath is not None:
            start = samples(LEAD + step.passages[-1].until)
            bed[start : start + breath.size] += breath * gain(VOICE + PACER)
    return bed


def _ducking(steps: Sequence[ReadStep], length: int) -> Wave:
    """1 in the rests, less around words, with soft turns between."""
    moments, gains = [0.0], [0.0]
    for at, until in _spoken(steps):
        moments += [at - TURNING, at, until, until + TURNING]
        gains += [0.0, DUCKED, DUCKED, 0.0]
    points = np.interp(np.arange(0, length + GRID, GRID) / RATE, moments, gains)
    return drawn_out(10 ** (points / 20), GRID, length)


def _spoken(steps: Sequence[ReadStep]) -> list[tuple[float, float]]:
    """From when until when somebody speaks; a breath between two sentences counts as speech."""
    return [(LEAD + step.passages[0].at, LEAD + step.passages[-1].until) for step in steps]
