"""Real tracks, listened to: each exercise in one locale, two of them in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import pytest

from audio.build import every_name
from audio.catalogue import narratable, track_name
from audio.loudness import loudness
from audio.mp3 import decoded
from audio.shelf import CHECKSUMS, Note, note_of
from audio.sources.chime import C5
from audio.sources.end_chime import G4
from audio.waves import Wave, level, peak
from skill.domain.exercise.exercise import Exercise
from skill.domain.exercise.step import STANDARD
from skill.library import LOCALES, Library
from tests.audio.frames import frames, whole
from tests.audio.listening import cut, levels, share

CODEC = 1105 / 24_000
"""Seconds by which an MP3 of this kind is late."""


@dataclass
class Track:
    """A track as a test hears it."""

    file: Path
    exercise: Exercise

    @cached_property
    def heard(self) -> Wave:
        return decoded(self.file.read_bytes())

    @cached_property
    def note(self) -> Note:
        note = note_of(self.file)
        assert note is not None
        return note

    @property
    def starts(self) -> list[float]:
        """When each step begins in the spoken form, and when the last one ends."""
        return list(accumulate((step.seconds(STANDARD) for step in self.exercise.steps), initial=0.0))

    def spans(self) -> tuple[Wave, Wave]:
        """All that is heard while somebody speaks, and all that is heard in the rests."""
        words = [(step.at + CODEC, step.until + CODEC) for step in self.note.steps]
        rests = [(step.until + 0.7, step.ends - 0.6) for step in self.note.steps]
        return cut(self.heard, *words), cut(self.heard, *((a, b) for a, b in rests if b > a))


@pytest.fixture(scope="module")
def heard(tracks: Mapping[str, Path]) -> list[Track]:
    exercises = narratable(Library.english().exercises)
    named = ((track_name(e, locale), e) for e in exercises for locale in LOCALES)
    return [Track(tracks[name], e) for name, e in named if name in tracks]


def test_there_is_one_for_every_exercise_that_needs_no_answer(heard: list[Track]):
    assert {track.exercise.id for track in heard} == {e.id for e in narratable(Library.english().exercises)}
    assert len(heard) == 28 + 2 * 4


def test_every_frame_is_48_kbps_mpeg_2_layer_iii_at_24_khz_and_there_is_nothing_but_frames(
    heard: list[Track],
):
    for track in heard:
        found = frames(track.file.read_bytes())
        assert {(f.kilobits, f.rate, f.size, f.tagged) for f in found} == {(48, 24_000, 144, False)}
        assert whole(found)


def test_every_track_lasts_as_long_as_its_exercise_and_the_chime(heard: list[Track]):
    for track in heard:
        lasting = len(frames(track.file.read_bytes())) * 576 / 24_000
        assert lasting == pytest.approx(track.starts[-1] + 5, abs=0.5)


def test_every_track_is_as_loud_as_the_platform_asks_and_nothing_in_it_too_loud(heard: list[Track]):
    for track in heard:
        assert abs(loudness(track.heard) + 16) <= 1, track.file.name
        assert peak(track.heard) <= -3, track.file.name


def test_the_voice_stands_12_to_18_db_over_the_background_by_level_and_by_the_meter(heard: list[Track]):
    for track in heard:
        words, rests = track.spans()
        assert 12 <= level(words) - level(rests) <= 18, track.file.name
        assert 12 <= loudness(words) - loudness(rests) <= 18, track.file.name


def test_every_step_is_heard_at_the_second_of_the_spoken_form(heard: list[Track]):
    for track in heard:
        for at in track.starts[:-1]:
            assert abs(_first_word(track.heard, at) - at) <= 0.5, (track.file.name, at)


def _first_word(heard: Wave, around: float) -> float:
    """When, near a second, it first grows much louder than it was just before."""
    start = max(0.0, around - 1)
    pieces = levels(cut(heard, (start, around + 1)), 0.02)
    background = sorted(pieces[: max(1, round((around - start) / 0.02) - 5)])
    over = background[len(background) // 2] + 7
    return start + 0.02 * next((n for n, piece in enumerate(pieces) if piece > max(over, -45)), len(pieces))


def test_after_the_words_of_a_step_nobody_speaks_until_the_next(heard: list[Track]):
    for track in heard:
        words, _ = track.spans()
        usual = level(words)
        for step in list(track.note.steps)[1:-1]:
            assert step.ends - step.until >= 4.9, track.file.name
            quiet = levels(cut(track.heard, (step.until + 0.5, step.ends - 0.2)), 0.4)
            assert max(quiet) < usual - 6, (track.file.name, step.at)


def test_every_track_ends_with_the_chime(heard: list[Track]):
    for track in heard:
        ends = track.note.steps[-1].ends + CODEC
        first, second = cut(track.heard, (ends + 0.05, ends + 0.75)), cut(track.heard, (ends + 1, ends + 2.5))
        assert share(first, C5 - 25, C5 + 25) > 0.5, track.file.name
        assert share(second, G4 - 25, G4 + 25) > 0.5, track.file.name
        assert level(track.heard[-2_400:]) < -60


def test_beside_every_track_it_says_which_engine_read_it(heard: list[Track]):
    assert {track.note.engine.split("-")[0] for track in heard if track.note.engine} == {"espeak"}


def test_the_checksum_list_names_every_file_that_is_built():
    """Their bytes may differ on another machine; `make audio` writes the list anew."""
    rows = [row.split() for row in CHECKSUMS.read_text(encoding="ascii").splitlines()]
    assert [name for _, name in rows] == sorted(every_name())
    assert {len(checksum) for checksum, _ in rows} == {64}


def test_locales_with_one_voice_have_the_same_bytes_and_others_do_not(tracks: Mapping[str, Path]):
    america, canada, england = (
        tracks[f"exercise-p21-{locale}.mp3"].read_bytes() for locale in ("en-us", "en-ca", "en-gb")
    )
    assert america == canada != england
