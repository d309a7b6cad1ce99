from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from skill.speaker.voice.cache import Cache, Kept, key_of
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import SaidText, Sound, Style, Words

TODAY = FixedText("Here's today's question.")
LIGHTER = FixedText("Here's a lighter one.")


@dataclass
class Parrot:
    name: str = "parrot"
    heard: list[str] = field(default_factory=list)

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        self.heard.append(words.words)
        yield style.locale.encode()
        yield words.words.encode()


def said(engine: Kept[Words], words: Words, style: Style | None = None) -> Sound:
    return b"".join(engine.speak(words, style or Style()))


def test_a_fixed_sentence_is_made_once(tmp_path: Path):
    parrot = Parrot()
    first = said(Kept(parrot, Cache(tmp_path)), TODAY)
    assert said(Kept(parrot, Cache(tmp_path)), TODAY) == first == b"en-USHere's today's question."
    assert parrot.heard == [TODAY.words]


def test_words_that_may_be_somebodys_are_never_kept(tmp_path: Path):
    parrot = Parrot()
    engine = Kept(parrot, Cache(tmp_path / "sounds"))
    said(engine, SaidText("Hello, Sam."))
    said(engine, SaidText("Hello, Sam."))
    assert parrot.heard == ["Hello, Sam."] * 2
    assert not list(tmp_path.iterdir())


def test_another_voice_accent_pace_or_sentence_is_another_sound():
    styles = [Style(), Style("en-GB"), Style(rate=0.9), Style(whisper=True), Style(emphasis="strong")]
    keys = {key_of(engine, words, s) for engine in ("a", "b") for words in (TODAY, LIGHTER) for s in styles}
    assert len(keys) == 20
    assert all(len(key) == 64 for key in keys)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 80])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes):
    parrot = Parrot()
    engine = Kept(parrot, Cache(tmp_path))
    first = said(engine, TODAY)
    (tmp_path / key_of("parrot", TODAY, Style())).write_bytes(damage)
    assert said(engine, TODAY) == first
    assert Cache(tmp_path).find(key_of("parrot", TODAY, Style())) == first


def test_a_file_cut_short_is_made_anew(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.keep("a", b"sound")
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:-1])
    assert cache.find("a") is None


def test_it_stays_within_its_bytes_and_the_newest_stay(tmp_path: Path):
    cache = Cache(tmp_path, most=10_000)
    for number in range(100):
        cache.keep(f"{number:03}", bytes(1000))
    cache.tidy()
    kept = sorted(file.name for file in tmp_path.iterdir())
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 10_000
    assert kept[-1] == "099"
    assert len(kept) == 9


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    parrot = Parrot()
    engine = Kept(parrot, Cache(tmp_path / "file"))
    assert said(engine, TODAY) == said(engine, TODAY)
    assert len(parrot.heard) == 2


def test_emptied_it_holds_nothing_and_empty_it_stays_empty(tmp_path: Path):
    cache = Cache(tmp_path / "sounds")
    cache.empty()
    cache.keep("a", b"sound")
    cache.empty()
    assert not list((tmp_path / "sounds").iterdir())
    assert cache.find("a") is None


def _keep_and_find(folder: str, mark: int) -> bool:
    cache = Cache(Path(folder), most=50_000)
    good = True
    for number in range(150):
        key = f"{number % 7}"
        cache.keep(key, bytes([number % 7]) * 5000)
        found = cache.find(f"{(number + mark) % 7}")
        good &= found is None or found == bytes([(number + mark) % 7]) * 5000
    return good


def test_several_processes_never_hear_half_a_sound(tmp_path: Path):
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert all(pool.starmap(_keep_and_find, [(str(tmp_path), mark) for mark in range(3)]))
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]
