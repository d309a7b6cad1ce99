"""Real tracks, built where they are not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from audio.build import missing_tracks, run
from audio.catalogue import narratable, track_name
from audio.shelf import BUILT
from audio.voices import Voice
from skill.library import LOCALES, Library

EVERYWHERE = frozenset({"P21", "P29"})
"""The exercises that are listened to in all locales; the others in one."""


@pytest.fixture(scope="session")
def tracks() -> Mapping[str, Path]:
    """One track of every exercise, and for two of them all locales, by file name."""
    BUILT.mkdir(exist_ok=True)
    exercises = narratable(Library.english().exercises)
    wanted = {e: LOCALES if e.id in EVERYWHERE else ("en-GB",) for e in exercises}
    jobs = [missing_tracks(BUILT, Voice.OFFLINE, e, locales) for e, locales in wanted.items()]
    for _ in run([job for job in jobs if job.locales], 2):
        pass
    names = [track_name(e, locale) for e, locales in wanted.items() for locale in locales]
    return {name: BUILT / name for name in names}
