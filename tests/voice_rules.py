"""The rules of what is said, as checks over plain words: each returns what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

FORBIDDEN = {
    "should", "must", "treat", "treatment", "therapy", "cure", "libido", "symptom", "symptoms", "streak",
    "score", "points", "sex", "sexual", "sexy", "naked", "desire", "arousal", "foreplay", "orgasm",
    "performance", "diagnosis", "depressed", "drunk", "pills", "fat", "ugly", "lazy", "selfish", "nag",
    "frigid", "babysit", "alexa", "cookie", "park", "swim", "hate", "divorce",
}  # fmt: skip
TEACHING = ("you can say", "just say", "say '", 'say "')
MARKUP = re.compile(r"[&<>*_#]")
ABOUT_A_PARTNER = re.compile(r"\b(?:you|they|he|she|your partner)\s+(?:always|never)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
LONGEST_SENTENCE = 20
LONGEST_TURN = 40
MOST_OPTIONS = 3
AUDIO = re.compile(r"<audio\b[^>]*>")
CHIME = re.compile(r'<audio src="https://[a-z0-9./-]+/chime-(?:start|end)\.mp3"/>')
LONGEST_CHIME = 6
"""Seconds; tests of what is built hold it."""
MOST_AUDIO, LONGEST_AUDIO, LONGEST_AUDIO_AGAIN = 5, 240, 90
"""Tags in a response; seconds in its speech, and in its reprompt."""
BREAK = re.compile(r'<break time="([0-9.]+)s"')
OPTION = re.compile(r",? or |, ")
UNASKED = (
    "by the way",
    "did you know",
    "rate this",
    "rating",
    "five stars",
    "premium",
    "subscribe",
    "upgrade",
)


def sentences(words: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in SENTENCE_END.split(words.strip()) if part]


def count(words: str) -> int:
    """How many words there are."""
    return len(words.split())


def faults_of_words(words: str) -> Iterator[str]:
    """V2, V6, V7, V17, V21, V26: what no sentence may be or hold."""
    plain = set(re.findall(r"[a-z']+", words.casefold()))
    yield from (f"V26 {word}" for word in sorted(plain & FORBIDDEN))
    yield from (f"V6 {phrase}" for phrase in TEACHING if phrase in words.casefold())
    yield from (f"V21 {phrase}" for phrase in UNASKED if phrase in words.casefold())
    if MARKUP.search(words):
        yield "V17 a mark that belongs to markup"
    if ABOUT_A_PARTNER.search(words):
        yield "V26 always or never about a partner"
    if "!" in words:
        yield "care 6.3 an exclamation mark"
    yield from (
        f"V2 {count(sentence)} words in: {sentence}"
        for sentence in sentences(words)
        if count(sentence) > LONGEST_SENTENCE
    )


def options(words: str) -> int:
    """How many choices the last question of a text offers; 1 where it offers none."""
    question = sentences(words)[-1] if words.strip().endswith("?") else ""
    return len(OPTION.split(question)) if " or " in question else 1


def faults_of_turn(
    words: str, *, listening: bool, reprompt: str, quoted: str = "", long: bool = False
) -> Iterator[str]:
    """V1 to V5: what no turn may be; `quoted` is a question read out for the couple."""
    own = words.replace(quoted, "") if quoted else words
    questions = own.count("?")
    asks_last = words.rstrip().endswith("?")
    if listening and (questions != 1 or not asks_last):
        yield f"V3 listening after {questions} questions"
    if not listening and questions:
        yield "V3 a question to a shut microphone"
    if listening and (not reprompt or reprompt in words):
        yield "V5 no reprompt of its own"
    if options(words) > MOST_OPTIONS:
        yield f"V4 {options(words)} options in one question"
    if not long and count(own) > LONGEST_TURN:
        yield f"V2 {count(own)} words in one turn"
    if len(words) >= 8000:
        yield "V1 too long"


def faults_of_ssml(ssml: str, again: str = "") -> Iterator[str]:
    """V8, V9, V1: pauses of ten seconds at most, chimes of our own alone, a response that is accepted.

    `again` is the reprompt.
    """
    yield from (f"V8 a pause of {seconds} s" for seconds in BREAK.findall(ssml) if float(seconds) > 10)
    yield from faults_of_audio(ssml, again)
    if len(ssml.encode()) >= 8000:
        yield "V1 too long with its marks"


def faults_of_audio(ssml: str, again: str) -> Iterator[str]:
    """V9: few sounds, not too long, and none from elsewhere."""
    tags, tags_again = AUDIO.findall(ssml), AUDIO.findall(again)
    yield from (f"V9 {tag}" for tag in (*tags, *tags_again) if not CHIME.fullmatch(tag))
    if len(tags) + len(tags_again) > MOST_AUDIO:
        yield f"V9 {len(tags) + len(tags_again)} sounds in one response"
    if len(tags) * LONGEST_CHIME > LONGEST_AUDIO or len(tags_again) * LONGEST_CHIME > LONGEST_AUDIO_AGAIN:
        yield "V9 too many seconds of sound"
