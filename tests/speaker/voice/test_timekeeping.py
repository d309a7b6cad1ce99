"""Speeches with rests, spoken by voices that are far too slow or far too fast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.speaker.ssml import parts
from skill.speaker.voice.fitting import FASTEST, SLOWEST, USUAL
from skill.speaker.voice.length import BETWEEN_SENTENCES
from skill.speaker.voice.port import RATE, WHISPERED, Sound, Style, Unreachable, Words
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.timekeeping import CLOSER, GIVES, WIDER
from skill.speech import breaks

TINY = 0.001
A_WORD = 60 / 142
"""Seconds, at the standard pace."""


@dataclass
class Drawl:
    """So many seconds a word at its own pace; the sound of a sentence is its number, over and over."""

    seconds: float
    name: str = "drawl"
    asked: list[tuple[str, Style]] = field(default_factory=list)
    fails_at: str = ""

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        self.asked.append((words.words, style))
        first, *others = words.words.rstrip(".").split()
        if first == self.fails_at:
            raise Unreachable
        lasts = self.seconds * (1 + len(others)) / style.rate
        yield np.full(round(lasts * RATE), int(first), dtype="<i2").tobytes()


@dataclass(frozen=True)
class Written:
    """A speech: how many words each sentence has, and the seconds of quiet after it."""

    sentences: list[tuple[int, int]]
    pace: int
    softly: bool

    @property
    def ssml(self) -> str:
        """As the skill says it."""
        said = "".join(self._sentence(number) for number in range(len(self.sentences)))
        heard = f'<amazon:effect name="whispered">{said}</amazon:effect>' if self.softly else said
        return f'<speak><prosody rate="{self.pace}%">{heard}</prosody></speak>'

    def _sentence(self, number: int) -> str:
        words, quiet = self.sentences[number]
        said = " ".join([str(number + 1), *["word"] * (words - 1)])
        return f"{said}. " + breaks(quiet)


@dataclass(frozen=True)
class Stretch:
    """A sentence, or a quiet where the number is 0."""

    number: int
    seconds: float


def stretches(sound: Sound) -> list[Stretch]:
    samples = np.frombuffer(sound, dtype="<i2")
    pieces = np.split(samples, np.flatnonzero(np.diff(samples)) + 1)
    return [Stretch(int(piece[0]), piece.size / RATE) for piece in pieces if piece.size]


def spoken(voice: Drawl, ssml: str) -> list[Stretch]:
    return stretches(b"".join(Voice(voice).render(parts(ssml), "en-US")))


speeches = st.builds(
    Written,
    st.lists(st.tuples(st.integers(1, 14), st.sampled_from([0, 1, 1, 2, 6, 13])), min_size=1, max_size=8).map(
        lambda sentences: [*sentences, (5, 12)]
    ),
    st.sampled_from([95, 85]),
    st.booleans(),
)
voices = st.floats(0.1, 2.0)


@given(speeches, voices)
def test_nothing_is_lost_or_said_twice_and_no_quiet_is_far_from_what_it_was_said_to_be(
    speech: Written, seconds: float
):
    heard = spoken(Drawl(seconds), speech.ssml)
    assert [each.number for each in heard if each.number] == list(range(1, len(speech.sentences) + 1))
    quiets = [each.seconds for each in heard if not each.number]
    for (_, said), quiet in zip(speech.sentences, quiets, strict=True):
        if said:
            assert abs(quiet - said) <= GIVES + TINY
        else:
            usual = BETWEEN_SENTENCES / (speech.pace / 100)
            assert usual - CLOSER - TINY <= quiet <= usual + WIDER + TINY


@given(speeches, voices)
def test_no_words_are_dragged_or_hurried_out_of_bounds(speech: Written, seconds: float):
    voice = Drawl(seconds)
    spoken(voice, speech.ssml)
    meant = speech.pace / 100 / USUAL
    fastest = meant * FASTEST / (WHISPERED if speech.softly else 1)
    assert all(meant * SLOWEST - TINY <= style.rate <= fastest + TINY for _, style in voice.asked)


@given(speeches, voices)
def test_the_first_sound_comes_before_the_second_sentence_is_asked_for(speech: Written, seconds: float):
    voice = Drawl(seconds)
    first = next(Voice(voice).render(parts(speech.ssml), "en-US"))
    assert {number for number, *_ in (words.rstrip(".").split() for words, _ in voice.asked)} == {"1"}
    assert stretches(first)[0].number == 1


@given(speeches, st.floats(0.38, 0.42))
def test_a_voice_with_a_pace_near_the_usual_comes_back_at_the_second_after_every_rest(
    speech: Written, seconds: float
):
    speech = Written(speech.sentences, 95, softly=False)
    at = reckoned = 0.0
    after_rest = True
    heard = iter(spoken(Drawl(seconds), speech.ssml))
    for words, quiet in speech.sentences:
        assert not after_rest or abs(at - reckoned) <= 0.5
        at += next(heard).seconds + next(heard, Stretch(0, 0)).seconds
        reckoned += words * A_WORD + quiet
        after_rest = quiet > 1


def begin(stretched: list[Stretch], number: int) -> float:
    before = stretched[: [each.number for each in stretched].index(number)]
    return sum(each.seconds for each in before)


RESTS = '<prosody rate="95%">1 a b c.<break time="9s"/>2 a b c d e.<break time="9s"/>3 a b.</prosody>'


def test_what_one_run_misses_the_rests_around_it_give_back():
    class Uneven(Drawl):
        def speak(self, words: Words, style: Style) -> Iterator[Sound]:
            self.seconds = 0.65 if words.words.startswith("2") else 0.4
            return super().speak(words, style)

    heard = spoken(Uneven(0.4), RESTS)
    missed = 6 * (0.65 / FASTEST - A_WORD)
    assert missed == pytest.approx(1, abs=0.1)
    assert begin(heard, 2) - (4 * A_WORD + 9) == pytest.approx((0.4 - missed) / 2, abs=0.02)
    assert begin(heard, 3) - (10 * A_WORD + 18) == pytest.approx((missed - 0.4) / 2, abs=0.02)


def test_what_a_first_sentence_alone_misses_is_given_back_too():
    heard = spoken(Drawl(A_WORD * FASTEST + 0.35), RESTS.replace("1 a b c.", "1."))
    assert heard[0].seconds - A_WORD == pytest.approx(0.35 / FASTEST, abs=0.01)
    assert heard[1].seconds <= 9 - 0.3


def test_a_rest_stays_as_it_is_where_nothing_is_missed():
    heard = spoken(Drawl(A_WORD * USUAL), RESTS)
    assert [each.seconds for each in heard if not each.number] == [9, 9]


@pytest.mark.parametrize(
    "ssml",
    [
        '1 a b.<break time="9s"/>2 a.',
        '<prosody rate="95%">1 a b.<break time="2s"/>2 a.</prosody>',
        '<prosody rate="95%">1 a b.</prosody>2 a.<break time="9s"/>',
    ],
)
def test_any_other_speech_is_read_as_the_voice_reads_it(ssml: str):
    voice = Drawl(1)
    spoken(voice, ssml)
    assert {style.rate for _, style in voice.asked} <= {0.95, 1.0}
    assert len(voice.asked) == 2


def test_a_question_at_the_voices_own_pace_is_read_at_it():
    voice = Drawl(0.5)
    spoken(voice, f"{RESTS}4 a b.")
    assert voice.asked[-1] == ("4 a b.", Style())


def test_a_voice_that_fails_after_a_rest_is_heard_up_to_there_and_so_is_the_rest():
    sounds: list[Sound] = []
    with pytest.raises(Unreachable):
        sounds.extend(Voice(Drawl(0.4, fails_at="3")).render(parts(RESTS), "en-US"))
    heard = stretches(b"".join(sounds))
    assert [each.number for each in heard] == [1, 0, 2, 0]
    assert heard[-1].seconds == pytest.approx(9, abs=GIVES)


def test_the_same_words_are_asked_for_at_few_paces_and_at_the_same_ones_again():
    voice = Drawl(0.44)
    spoken(voice, RESTS)
    before = list(voice.asked)
    spoken(voice, RESTS)
    assert voice.asked == before * 2
    assert all(round(style.rate, 2) == pytest.approx(style.rate) for _, style in before)
    assert len(before) <= 6
