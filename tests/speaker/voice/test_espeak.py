from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from skill.speaker.voice import espeak_library, samples
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.espeak_library import Manner, synthesise
from skill.speaker.voice.length import BETWEEN_SENTENCES, quiet
from skill.speaker.voice.port import RATE, SaidText, Sound, Style, Unreachable

WORDS = "Sit down somewhere soft. Let your shoulders drop."


def spoken(words: str = WORDS, style: Style | None = None) -> Sound:
    return b"".join(Espeak().speak(SaidText(words), style or Style()))


def loudness(sound: Sound) -> float:
    return float(np.sqrt(np.mean(samples.read(sound) ** 2)))


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "en-AU", "en-CA", "en-IN"])
def test_every_locale_is_spoken_at_about_the_pace_of_the_rules(locale: str):
    seconds = len(spoken(style=Style(locale))) / 2 / RATE
    assert 110 < 60 * len(WORDS.split()) / seconds < 190


def test_the_same_words_are_the_same_bytes_whatever_was_said_before():
    first = spoken()
    spoken("Something else, quite another thing.", Style("en-GB", whisper=True))
    assert spoken() == first


def test_many_at_once_hear_what_one_alone_hears():
    each = [f"This is sentence {number}." for number in range(12)]
    alone = [spoken(words) for words in each]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(spoken, each)) == alone


def test_sound_comes_sentence_by_sentence_with_an_exact_gap():
    first, gap, second = Espeak().speak(SaidText(WORDS), Style())
    assert gap == quiet(BETWEEN_SENTENCES)
    assert loudness(first) > 0.01
    assert loudness(second) > 0.01


def test_there_is_no_quiet_before_the_words_or_after_them():
    loud = np.flatnonzero(np.abs(samples.read(spoken("Hello."))) > 0.004)
    assert loud[0] <= RATE // 50
    assert len(spoken("Hello.")) // 2 - loud[-1] <= RATE // 50


def test_slower_is_longer():
    assert len(spoken(style=Style(rate=0.8))) > 1.1 * len(spoken())


def test_a_whisper_is_softer_and_slower():
    whisper = spoken(style=Style(whisper=True))
    assert loudness(whisper) < 0.8 * loudness(spoken())
    assert len(whisper) > 1.05 * len(spoken())


def test_a_stressed_word_is_louder_and_slower_than_a_reduced_one():
    strong, reduced = (
        spoken("slowly", Style(emphasis="strong")),
        spoken("slowly", Style(emphasis="reduced")),
    )
    assert loudness(strong) > 1.2 * loudness(reduced)
    assert len(strong) > len(reduced)


@pytest.mark.parametrize("words", ["", " ", ".", "...", "\0", "\U0001f44d", "é", "<b>", "[[x]]", "a" * 5000])
def test_strange_words_break_nothing(words: str):
    assert len(spoken(words)) % 2 == 0


def test_without_its_library_it_says_so(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(espeak_library, "import_module", missing)
    with pytest.raises(Unreachable):
        spoken()


def test_a_voice_it_does_not_have_is_no_silence():
    with pytest.raises(Unreachable):
        synthesise("Hello.", Manner("xx-nobody", 150))
