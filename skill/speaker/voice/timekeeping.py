"""A speech with rests in it, read so that whatever comes after a rest begins at its second."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.domain.exercise.step import SETTLING
from skill.speaker.ssml import Pause
from skill.speaker.voice.fitting import in_time
from skill.speaker.voice.length import lasting, quiet
from skill.speaker.voice.plan import Gap, Spoken, Step
from skill.speaker.voice.port import Sound, Unreachable
from skill.speaker.voice.run import Run, runs

GIVES = 0.4
"""Seconds that a rest or a breath gives or takes, at most: among ten of them nobody hears it."""
CLOSE = 0.3
"""Seconds by which a run may begin beside its second, for the sake of those that follow."""
CLOSER, WIDER = 0.1, 0.3
"""Seconds by which two sentences may come closer or stand apart, where another pace is not enough."""

Utter = Callable[[Spoken], Sound]
"""A sentence in its style."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A run as it is heard, the seconds of rest after it, and by how many it misses its own time."""

    sounds: Iterable[Sound] = ()
    rest: float = 0.0
    missed: float = 0.0


def keeps_time(steps: Sequence[Step]) -> bool:
    """Whether there is a rest to do something in, in what a clock reckons: an exercise, or a part of it."""
    return any(run.is_reckoned and run.rest > SETTLING for run in runs(steps))


def on_time(steps: Sequence[Step], utter: Utter) -> Iterator[Sound]:
    """The sound of steps without a chime.

    What a run misses, the rests around it make up for, as far as they give.

    Raises:
        Unreachable: when the words can't be spoken.
    """
    first, *others = runs(steps)
    late = yield from _begin(first, utter)
    rest = first.rest
    readings = [_readable(run, utter) for run in others]
    misses = [reading.missed for reading in readings]
    for number, reading in enumerate(readings):
        shift = _given(_start(misses[number:]) - late)
        yield quiet(rest + shift)
        yield from reading.sounds
        late += shift + reading.missed
        rest = reading.rest
    yield quiet(rest)


def _begin(run: Run, utter: Utter) -> Generator[Sound, None, float]:
    """The first sentence as soon as it is read, the others in the time that is left; how late they end."""
    late = 0.0
    for part in run.parted():
        reading = _read(part, part.seconds - late, utter)
        yield from reading.sounds
        late = reading.missed
    return late


def _start(misses: Sequence[float]) -> float:
    """How late, or early, a run is to begin, so that neither it nor any that follows begins far off."""
    early, late = -CLOSE, CLOSE
    for missed in reversed(misses):
        early, late = max(-CLOSE, early - missed - GIVES), min(CLOSE, late - missed + GIVES)
        if early > late:
            early = late = (early + late) / 2
    return min(late, max(early, 0.0))


def _given(seconds: float) -> float:
    """As much of it as one rest gives or takes."""
    return min(GIVES, max(-GIVES, seconds))


def _readable(run: Run, utter: Utter) -> Reading:
    """A run that can't be spoken fails when it is to be heard, not when it is looked at in advance."""
    try:
        return _read(run, run.seconds, utter)
    except Unreachable as fault:
        return Reading(_failing(fault))


def _failing(fault: Unreachable) -> Iterator[Sound]:
    yield b""
    raise fault


def _read(run: Run, seconds: float, utter: Utter) -> Reading:
    if not run.is_reckoned:
        return Reading([_sound(step, utter) for step in run.steps], run.rest)
    read = in_time(lambda pace: [_sound(step, utter) for step in run.at(pace)], seconds, run.paces)
    sounds = _shared(run.steps, read, seconds - lasting(read))
    return Reading(sounds, run.rest, lasting(sounds) - seconds)


def _sound(step: Step, utter: Utter) -> Sound:
    match step:
        case Spoken():
            return utter(step)
        case Gap(milliseconds) | Pause(milliseconds):
            return quiet(milliseconds / 1000)
        case _:
            return b""


def _shared(steps: Sequence[Step], sounds: Sequence[Sound], missing: float) -> list[Sound]:
    """What the pace could not give, shared out among gaps and breaths as far as each may change."""
    rooms = [_room(step, missing) for step in steps]
    share = min(1.0, missing / sum(rooms)) if any(rooms) else 0.0
    return [
        quiet(lasting([sound]) + share * room) if room else sound
        for room, sound in zip(rooms, sounds, strict=True)
    ]


def _room(step: Step, missing: float) -> float:
    """By how many seconds a quiet may become longer, or shorter if there is too much already."""
    match step:
        case Gap():
            return WIDER if missing > 0 else -CLOSER
        case Pause():
            return GIVES if missing > 0 else -GIVES
        case _:
            return 0.0
