"""Which background an exercise has, and in whose rests the pacer is heard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from audio.loudness import at_loudness
from audio.sources.hearth import hearth
from audio.sources.hush import hush
from audio.sources.pacer import breath
from audio.sources.rain import rain
from audio.waves import Wave
from skill.domain.exercise.exercise import Company, Exercise, Theme

PACED: Mapping[str, frozenset[int]] = {"P23": frozenset({1})}
"""By exercise, the steps after whose words one breath of the pacer is heard: where they count the same."""
RESTFUL = frozenset({Theme.BODY, Theme.KIND, Theme.REST})
LISTENING = frozenset({Theme.BREATH, Theme.SENSES})
"""Where one's own breath or the room is listened to, the background has nothing to listen for."""


def background(exercise: Exercise) -> Wave:
    """A minute at 0 LUFS that can go round: a hearth for two, rain for rest, and hush."""
    if exercise.themes & LISTENING:
        return _hush()
    if exercise.company is Company.TOGETHER:
        return _hearth()
    return _rain() if exercise.themes & RESTFUL else _hush()


def paced(exercise: Exercise, step: int) -> Wave | None:
    """A breath of the pacer at 0 LUFS for the rest of a step, where it belongs."""
    return at_loudness(breath(), 0.0) if step in PACED.get(exercise.id, frozenset()) else None


@cache
def _rain() -> Wave:
    return at_loudness(rain(), 0.0)


@cache
def _hush() -> Wave:
    return at_loudness(hush(), 0.0)


@cache
def _hearth() -> Wave:
    return at_loudness(hearth(), 0.0)
