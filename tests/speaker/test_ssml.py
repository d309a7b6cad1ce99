from __future__ import annotations

import pytest

from skill.speaker.ssml import Pause, Play, Say, SsmlError, parts, plain, seconds


def test_chained_breaks_are_one_rest_to_the_millisecond():
    played = parts('<speak>In. <break time="10s"/><break time="2.5s"/> <break time="30ms"/>Out.</speak>')
    assert played == [Say("In."), Pause(12_530), Say("Out.")]
    assert seconds(played) == 12.53


def test_a_single_break_is_never_longer_than_the_platform_allows():
    assert parts('<speak><break time="60s"/></speak>') == [Pause(10_000)]


def test_a_break_without_a_time_lasts_as_its_strength():
    played = parts('<speak>a<break/>b<break strength="x-strong"/>c</speak>')
    assert [p for p in played if isinstance(p, Pause)] == [Pause(500), Pause(1200)]


def test_paces_multiply_and_end_where_they_end():
    played = parts('<speak>a <prosody rate="90%">b <prosody rate="slow">c</prosody></prosody> d</speak>')
    assert [(p.words, round(p.rate, 3)) for p in played if isinstance(p, Say)] == [
        ("a", 1),
        ("b", 0.9),
        ("c", 0.675),
        ("d", 1),
    ]


def test_whispered_words_are_marked_and_nothing_around_them_is():
    played = parts('<speak>One said <amazon:effect name="whispered">tea &amp; toast</amazon:effect>.</speak>')
    assert played == [Say("One said"), Say("tea & toast", whisper=True), Say(".")]


def test_numbers_are_marked_to_be_spelled_and_read_as_they_are_written():
    played = parts('<speak>Call <say-as interpret-as="digits">988</say-as>.</speak>')
    assert played[1] == Say("988", spelled=True)
    assert plain(played) == "Call 988."


def test_plain_words_have_no_markup_and_one_space_between_them():
    ssml = '<speak><p>Hello,  you.</p><p>And <sub alias="doctor">Dr</sub> too</p><audio src="x"/></speak>'
    assert plain(parts(ssml)) == "Hello, you. And doctor too"


def test_nothing_said_is_no_parts():
    assert parts("") == parts("<speak> </speak>") == []


def test_speech_that_is_not_well_formed_is_refused_without_repeating_it():
    with pytest.raises(SsmlError) as fault:
        parts("<speak>Sam & Kim</speak>")
    assert "Sam" not in str(fault.value)


def test_two_stretches_of_one_pace_keep_the_space_between_them():
    ssml = '<speak><prosody rate="80%">Take your time.</prosody> <prosody rate="80%">Sit.</prosody></speak>'
    assert parts(ssml) == [Say("Take your time. Sit.", rate=0.8)]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<say-as interpret-as="ordinal">3</say-as>', "3rd"),
        ('<say-as interpret-as="ordinal">11</say-as>', "11th"),
        ('<say-as interpret-as="ordinal">22</say-as>', "22nd"),
        ('<say-as interpret-as="ordinal">101</say-as>', "101st"),
        ('<say-as interpret-as="ordinal">last</say-as>', "last"),
        ('<say-as interpret-as="cardinal">12</say-as>', "12"),
    ],
)
def test_a_number_is_read_as_what_it_is(markup: str, words: str):
    assert parts(f"<speak>The {markup}.</speak>") == [Say(f"The {words}.")]


def test_stressed_words_are_marked_and_nothing_around_them_is():
    played = parts(
        '<speak>Take <emphasis level="strong">your</emphasis> time, <emphasis>do</emphasis>.</speak>'
    )
    assert played == [
        Say("Take"),
        Say("your", emphasis="strong"),
        Say("time,"),
        Say("do", emphasis="moderate"),
        Say("."),
    ]
    assert played[1].row() == {"say": "your", "rate": 1.0, "emphasis": "strong"}


@pytest.mark.parametrize(
    ("source", "played"),
    [
        ("https://example.org/sounds/chime-start.mp3", [Play("chime-start.mp3")]),
        ("chime-end.mp3", [Play("chime-end.mp3")]),
        ("soundbank://soundlibrary/bells/bell_01.mp3", []),
        ("https://example.org/", []),
        ("../../secret", []),
        ("https://example.org/UPPER.mp3?x=1", []),
        ("", []),
    ],
)
def test_a_sound_of_our_own_is_played_and_any_other_is_not(source: str, played: list[Play]):
    found = parts(f'<speak>One. <audio src="{source}"/> <break time="1ms"/> Two.</speak>')
    assert found == [Say("One."), *played, Pause(1), Say("Two.")]
    assert plain(found) == "One. Two."
