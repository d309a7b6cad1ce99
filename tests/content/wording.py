"""What no written sentence may hold, whoever is in the room and whichever English they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from skill.library import Library
from tests.voice_rules import faults_of_words

ENGLISH = Path(__file__).parents[2] / "skill/locales/en"
LIBRARY = Library.english()
PRESSING = {"always", "never", "just", "least", "why", "must", "should", "ought", "duty", "owe"}
OVERCLAIMING = {
    "proven", "proves", "clinically", "hormone", "hormones", "oxytocin", "cortisol", "brain", "brains",
    "guaranteed", "heals", "fixes", "normal",
}  # fmt: skip
UNKIND = {
    "bedroom", "intimacy", "mood", "action", "wine", "fight", "fights", "quarrel", "divorce",
    "husband", "wife", "mum", "mom", "dad", "mother", "father", "perfect", "failing",
}  # fmt: skip
ONE_COUNTRY_ONLY = {
    "cot", "crib", "tap", "faucet", "nappy", "diaper", "rubbish", "trash", "garbage", "pram", "stroller",
    "holiday", "vacation", "film", "movie", "biscuit", "crisps", "pyjamas", "pajamas", "grey", "gray",
    "colour", "color", "favourite", "favorite", "neighbour", "neighbor", "counsellor", "counselor",
    "practise", "practised", "practiced", "practising", "practicing", "round", "fortnight",
}  # fmt: skip


def faults(words: str) -> list[str]:
    """What is wrong with a sentence that people hear or read, in any of the five Englishes."""
    return [*faults_of_words(words), *_faults_of_kindness(words)]


def _faults_of_kindness(words: str) -> Iterator[str]:
    plain = set(re.findall(r"[a-z]+(?:'[a-z]+)?", words.casefold()))
    rude = LIBRARY.word_list("sexual") | LIBRARY.word_list("profanity")
    unfit = PRESSING | OVERCLAIMING | UNKIND | ONE_COUNTRY_ONLY | rude
    yield from (f"unfit: {word}" for word in sorted(plain & unfit))
    if '"' in words or " '" in words:
        yield "a quotation mark is not heard"
