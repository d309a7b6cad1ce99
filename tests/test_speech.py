from __future__ import annotations

from skill.domain.line import Chime, Digits, Line, Private, Rest
from skill.library import Library
from skill.speaker.ssml import Say, parts
from skill.speech import Speech

SPEECH = Speech(Library.english())
REVEAL = Line("who.hello", {"name": Private("the little boat")})
NUMBER = Line("support.emergency", {"number": Digits("999")})


def said(*lines: Line | Rest) -> list[Say]:
    return [part for part in parts(SPEECH.render(lines, "en-GB", softly=True)) if isinstance(part, Say)]


CHIMING = Speech(Library.english(), "https://sounds.example.com/hands")


def test_a_chime_is_a_sound_of_our_own_where_there_is_one_and_nothing_where_there_is_none():
    tag = '<audio src="https://sounds.example.com/hands/chime-start.mp3"/>'
    words = SPEECH.render([REVEAL], "en-GB")
    assert CHIMING.render([Chime.START, REVEAL], "en-GB") == f"{tag} {words}"
    assert SPEECH.render([Chime.START, REVEAL, Chime.END], "en-GB") == words


def test_nothing_chimes_in_a_quiet_house():
    whispered = SPEECH.render([REVEAL], "en-GB", softly=True)
    assert CHIMING.render([Chime.START, REVEAL, Chime.END], "en-GB", softly=True) == whispered


def test_in_a_quiet_house_every_word_is_soft_and_may_be_shown():
    found = said(NUMBER, Rest(12), NUMBER)
    assert found
    assert all(part.soft and not part.whisper for part in found)


def test_private_words_stay_private_in_a_quiet_house():
    hidden = [part for part in said(REVEAL) if part.whisper]
    assert [part.words for part in hidden] == ["the little boat"]
    assert all(part.soft for part in said(REVEAL) if part not in hidden)


def test_outside_an_exercise_a_whisper_is_a_little_slower_and_inside_its_pace_stays():
    assert {part.rate for part in said(NUMBER)} == {0.95}
    assert {part.rate for part in said(Line(NUMBER.key, NUMBER.values, pace=85))} == {0.85}
    assert {part.rate for part in said(Line(NUMBER.key, NUMBER.values, pace=95))} == {0.95}


def test_a_whisper_is_made_with_the_one_effect_the_platform_has_for_it():
    spoken = SPEECH.render([NUMBER], "en-GB", softly=True)
    assert spoken.startswith('<prosody rate="95%" volume="medium"><amazon:effect name="whispered">')
    assert spoken.endswith("</amazon:effect></prosody>")
