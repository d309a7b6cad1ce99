from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from skill.speaker.ssml import parts
from skill.speaker.voice.espeak import Espeak
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.length import BETWEEN_SENTENCES, quiet
from skill.speaker.voice.plan import PIECES, SIGNS, all_fixed, plan
from skill.speaker.voice.port import RATE, SaidText, Sound, Style, Unreachable, Words
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.tunes import Tunes, decoded, softened
from tests.speaker.voice.stand_in import tone

FIXED = "Here's today's question."
SAID = "Hello, Sam."


@dataclass
class Teller:
    """Its sound is the words, between brackets."""

    name: str = "teller"
    heard: list[tuple[str, Style]] = field(default_factory=list)
    fails_at: int = -1

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        self.heard.append((words.words, style))
        if len(self.heard) - 1 == self.fails_at:
            raise Unreachable
        yield f"[{self.name}:{words.words}]".encode()


def rendered(voice: Voice, ssml: str, locale: str = "en-GB") -> bytes:
    return b"".join(voice.render(parts(f"<speak>{ssml}</speak>"), locale))


def rest(milliseconds: int) -> bytes:
    return bytes(2 * milliseconds * RATE // 1000)


@pytest.mark.parametrize("milliseconds", [1, 7, 250, 999, 10_000])
def test_a_rest_is_exact_to_the_sample(milliseconds: int):
    heard = rendered(Voice(Teller()), f'One.<break time="{milliseconds}ms"/>Two.')
    assert heard == b"[teller:One.]" + rest(milliseconds) + b"[teller:Two.]"


def test_rests_that_follow_each_other_add_up():
    heard = rendered(Voice(Teller()), 'One.<break time="10s"/><break time="2500ms"/>Two.')
    assert heard == b"[teller:One.]" + rest(12_500) + b"[teller:Two.]"


def test_with_the_real_voice_the_rest_is_exactly_between_the_words():
    one, two = (b"".join(Espeak().speak(SaidText(words), Style("en-GB"))) for words in ("One.", "Two."))
    assert rendered(Voice(Espeak()), 'One.<break time="3s"/>Two.') == one + rest(3000) + two


def test_the_first_sentence_is_heard_before_the_last_is_made():
    teller = Teller()
    stream = Voice(teller).render(parts("<speak>One. Two. Three.</speak>"), "en-US")
    assert next(stream) == b"[teller:One.]"
    assert len(teller.heard) == 1
    assert next(stream) == quiet(BETWEEN_SENTENCES)


def test_pace_whisper_and_stress_reach_the_voice():
    teller = Teller()
    ssml = (
        '<prosody rate="80%">Slow.</prosody><amazon:effect name="whispered">tea</amazon:effect>'
        '<emphasis level="strong">you</emphasis><prosody rate="95%" volume="medium">'
        '<amazon:effect name="whispered">Hush.</amazon:effect></prosody>'
    )
    rendered(Voice(teller), ssml)
    assert teller.heard == [
        ("Slow.", Style("en-GB", 0.8)),
        ("tea", Style("en-GB", whisper=True)),
        ("you", Style("en-GB", emphasis="strong")),
        ("Hush.", Style("en-GB", 0.95, whisper=True)),
    ]


def test_a_number_is_heard_digit_by_digit_with_small_gaps():
    teller = Teller()
    heard = rendered(Voice(teller), 'Call <say-as interpret-as="telephone">116 12</say-as>.')
    assert [words for words, _ in teller.heard] == ["Call", "1", "1", "6", "1", "2"]
    assert heard.startswith(b"[teller:Call]" + rest(PIECES) + b"[teller:1]" + rest(SIGNS) + b"[teller:1]")
    assert heard.endswith(b"[teller:2]")


def test_a_fixed_speech_is_heard_online_and_any_other_offline_from_beginning_to_end():
    online, offline = Teller("online"), Teller("offline")
    voice = Voice(offline, online)
    heard = rendered(voice, f"{FIXED} Here's a lighter one.")
    assert (
        heard
        == b"[online:" + FIXED.encode() + b"]" + quiet(BETWEEN_SENTENCES) + b"[online:Here's a lighter one.]"
    )
    online.heard.clear()
    heard = rendered(voice, f"{FIXED} {SAID}")
    assert b"[offline:" + FIXED.encode() in heard
    assert online.heard == []


@pytest.mark.parametrize(
    "ssml",
    [
        f'<amazon:effect name="whispered">{FIXED}</amazon:effect>',
        f'<prosody volume="medium"><amazon:effect name="whispered">{FIXED}</amazon:effect></prosody>',
        f"<emphasis>{FIXED}</emphasis>",
        f'{FIXED} <say-as interpret-as="digits">988</say-as>',
        f"{FIXED} {SAID}",
        SAID,
        "",
        '<break time="1s"/>',
    ],
)
def test_what_is_whispered_stressed_spelled_or_said_is_not_sent(ssml: str):
    assert not all_fixed(plan(parts(f"<speak>{ssml}</speak>"), "en-US"))


def test_a_reprompt_is_not_sent_where_the_speech_before_it_stayed():
    offline, online = Teller(), Teller("online")
    voice = Voice(offline, online)
    for before in (SAID, f"{SAID} {FIXED}"):
        b"".join(voice.render(parts(f"<speak>{FIXED}</speak>"), "en-GB", parts(f"<speak>{before}</speak>")))
    assert (len(offline.heard), online.heard) == (2, [])
    b"".join(voice.render(parts(f"<speak>{FIXED}</speak>"), "en-GB", parts(f"<speak>{FIXED}</speak>")))
    assert [words for words, _ in online.heard] == [FIXED]


def test_one_sentence_that_fails_online_makes_the_whole_speech_offline():
    voice = Voice(Teller("offline"), Teller("online", fails_at=1))
    heard = rendered(voice, f"{FIXED} Here's a lighter one.")
    assert b"online" not in heard
    assert heard.count(b"[offline:") == 2


def test_an_online_voice_that_takes_too_long_is_not_waited_for():
    over = Event()

    class Slow:
        name = "slow"

        def speak(self, words: FixedText, _: Style) -> Iterator[Sound]:
            over.wait(30)
            yield words.words.encode()

    assert rendered(Voice(Teller("offline"), Slow(), limit=0.1), FIXED).startswith(b"[offline:")
    over.set()


def test_a_sentence_said_twice_is_asked_for_once():
    online = Teller("online")
    heard = rendered(Voice(Teller(), online), f'{FIXED}<break time="1s"/>{FIXED}')
    assert len(online.heard) == 1
    assert heard.count(b"online") == 2


def test_a_sound_of_our_own_is_heard_where_it_is_there(tmp_path: Path):
    (tmp_path / "chime-start.mp3").write_bytes(tone(0.5))
    voice = Voice(Teller(), tunes=Tunes(tmp_path))
    ssml = '<audio src="https://x/{}"/>One.'
    heard = rendered(voice, ssml.format("chime-start.mp3"))
    assert heard == softened(decoded(tone(0.5))) + b"[teller:One.]"
    assert rendered(voice, ssml.format("gone.mp3")) == b"[teller:One.]"


def test_a_broken_sound_of_our_own_is_not_heard(tmp_path: Path):
    (tmp_path / "chime-start.mp3").write_bytes(b"nothing of the kind")
    assert Tunes(tmp_path).find("chime-start.mp3") == b""
    assert Tunes(tmp_path).find("../chime-start.mp3") == b""
    assert Tunes(None).find("chime-start.mp3") == b""


def test_words_without_a_voice_are_no_silence():
    with pytest.raises(Unreachable):
        rendered(Voice(Teller(fails_at=0)), SAID)
