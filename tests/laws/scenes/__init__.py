"""Short scenes, one a guard: two people press on it, and what they hear shows whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import isfunction, signature
from types import ModuleType

from tests.laws.scenes import (
    answers,
    choosing,
    deciding,
    forgetting,
    helping,
    leaving,
    players,
    quiet,
    resting,
    ringing,
    tonight,
    tracks,
    yeses,
)

Scene = Callable[[], None]
SUBJECTS = (
    deciding,
    tonight,
    resting,
    yeses,
    choosing,
    leaving,
    helping,
    answers,
    ringing,
    quiet,
    forgetting,
    tracks,
    players,
)


def scenes_of(subject: ModuleType) -> Iterator[Scene]:
    """The scenes of a file: each is a function of its own that takes nothing."""
    for each in vars(subject).values():
        own = isfunction(each) and each.__module__ == subject.__name__ and each.__name__[0] != "_"
        if own and not signature(each).parameters:
            yield each


SCENES: tuple[Scene, ...] = tuple(scene for subject in SUBJECTS for scene in scenes_of(subject))
"""All of them."""
