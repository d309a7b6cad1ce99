"""What is built again, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio import inputs
from audio.build import SoundJob, TracksJob, missing_tracks, run
from audio.shelf import clear_out, note_of, put, stands, write_checksums
from audio.voices import Voice
from skill.domain.exercise.exercise import Exercise, by_id
from skill.library import Library
from skill.speaker.voice.espeak import Espeak
from tests.speaker.voice.stand_in import google

LOCALE = "en-GB"


@pytest.fixture
def exercise() -> Exercise:
    found = by_id(Library.english().exercises, "P12")
    assert found is not None
    return found


def _job(folder: Path, exercise: Exercise, voice: Voice = Voice.OFFLINE) -> TracksJob:
    return missing_tracks(folder, voice, exercise, [LOCALE])


def test_the_same_sources_are_the_same_bytes(tmp_path: Path, exercise: Exercise):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (name,) = _job(tmp_path / "one", exercise).run()
    ((again,),) = run([_job(tmp_path / "two", exercise)], 1)
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / again).read_bytes()


def test_what_is_there_is_not_made_again_and_what_was_touched_is(tmp_path: Path, exercise: Exercise):
    (name,) = _job(tmp_path, exercise).run()
    assert _job(tmp_path, exercise).locales == ()
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1])
    assert _job(tmp_path, exercise).locales == (LOCALE,)


def test_other_words_another_clock_another_voice_and_other_code_are_other_inputs(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
):
    library = Library.english()
    before = inputs.of_track(exercise, LOCALE, library, "a")
    shorter = Exercise(
        **{name: getattr(exercise, name) for name in exercise.__struct_fields__}
        | {"steps": exercise.steps[:-1]}
    )
    others = {
        inputs.of_track(exercise, "en-US", library, "a"),
        inputs.of_track(exercise, LOCALE, library, "b"),
        inputs.of_track(shorter, LOCALE, library, "a"),
    }
    monkeypatch.setattr(inputs, "makers", lambda: "other code")
    others.add(inputs.of_track(exercise, LOCALE, library, "a"))
    assert len(others) == 4
    assert before not in others


def test_a_sound_is_made_once(tmp_path: Path):
    job = SoundJob(tmp_path, "chime-start.mp3", inputs.of_sound("chime-start.mp3"))
    assert list(run([job], 1)) == [("chime-start.mp3",)]
    assert stands(tmp_path / job.name, {job.inputs})
    assert not stands(tmp_path / job.name, {"something else"})


def test_googles_voice_is_asked_once_for_each_sentence_and_noted_beside_the_track(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
):
    with google() as here:
        monkeypatch.setenv("HOLDING_HANDS_VOICE", here.address)
        (name,) = _job(tmp_path, exercise, Voice.ONLINE).run()
        note = note_of(tmp_path / name)
        assert note is not None
        assert note.engine is not None
        assert note.engine.startswith("gtts")
        assert len(here.heard) == len(set(here.heard)) > 7
        assert _job(tmp_path, exercise, Voice.ONLINE).locales == ()


def test_where_google_fails_the_offline_voice_reads_and_what_google_read_before_stays(
    tmp_path: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
):
    with google() as here:
        monkeypatch.setenv("HOLDING_HANDS_VOICE", here.address)
        here.behaves = "throttled"
        (name,) = _job(tmp_path, exercise, Voice.ONLINE).run()
        note = note_of(tmp_path / name)
        assert note is not None
        assert note.engine == Espeak().name
        put(
            tmp_path / name,
            b"google's",
            inputs.of_track(exercise, LOCALE, Library.english(), _gtts(here.address)),
            "gtts",
        )
        assert _job(tmp_path, exercise).locales == (LOCALE,)
        kept = missing_tracks(tmp_path, Voice.OFFLINE, exercise, [LOCALE], kept=[Voice.ONLINE])
        assert kept.locales == ()


def _gtts(address: str) -> str:
    return f"gtts-1 {address}"


def test_the_list_names_what_the_offline_voice_read_and_sounds(tmp_path: Path):
    for name, engine in (("b.mp3", "espeak"), ("a.mp3", None), ("c.mp3", "gtts")):
        put(tmp_path / name, name.encode(), "inputs", engine)
    write_checksums(tmp_path, ["a.mp3", "b.mp3", "c.mp3", "d.mp3"], "espeak", tmp_path / "list")
    rows = [row.split("  ") for row in (tmp_path / "list").read_text().splitlines()]
    assert [name for _, name in rows] == ["a.mp3", "b.mp3"]
    assert {len(checksum) for checksum, _ in rows} == {64}


def test_what_is_built_no_more_is_taken_away(tmp_path: Path):
    put(tmp_path / "old.mp3", b"old", "inputs", None)
    put(tmp_path / "new.mp3", b"new", "inputs", None)
    clear_out(tmp_path, ["new.mp3"])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.json", "new.mp3"]
