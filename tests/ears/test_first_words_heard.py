"""What people say first on a hard evening is heard for what it is, however it is put."""

from __future__ import annotations

from datetime import date

import pytest

from skill.ears.listening import Ears

EARS = Ears.english()
MONDAY = date(2026, 11, 23)
HEARD = {
    "LongingIntent": (
        "why won't she let me hug her",
        "she said no to me again",
        "I feel so rejected",
        "I miss us",
        "we live like roommates",
        "he doesn't want to hug me",
        "did I do something wrong",
        "he never hugs me any more",
        "does she still love me",
    ),
    "PersuadeIntent": (
        "how do I get her to say yes",
        "how can i get him to hug me",
        "tell her to hug me",
        "make him hug me",
        "can you talk her into it",
    ),
    "WhatTheySaidIntent": (
        "did she say no",
        "did he ever say no",
        "did my wife say no",
        "did they say no",
        "did Alex say yes",
        "what did Jo answer",
        "what did she tell you",
        "what did she say about me",
        "has he said anything",
        "can he hear what I told you",
    ),
    "OverwhelmedIntent": (
        "I can't do this any more",
        "I can't cope any more",
        "I can't stop crying",
        "I'm at the end of my rope",
        "I feel like a terrible mother",
        "I'm a bad mother",
        "I do everything around here",
    ),
    "CryingIntent": ("the baby won't stop screaming", "he keeps screaming", "she won't sleep"),
    "LossIntent": ("my wife had a miscarriage", "we lost a pregnancy", "it's his birthday and he died"),
    "LossAndMoreIntent": (
        "we've had a miscarriage and it's very quiet here",
        "she miscarried on Sunday",
        "I had a miscarriage and I don't know what to say to my husband",
        "our son died last year",
    ),
    "PutDownIntent": ("ok I put him down", "he's in his cot now"),
    "GoodnightIntent": ("goodnight", "we're off to bed"),
    "WhoAreYouIntent": ("what is this thing", "who are you", "are you a robot", "what is holding hands"),
    "WordsIntent": ("help finding words", "the words please", "some words"),
}


@pytest.mark.parametrize(
    ("intent", "words"), [(intent, words) for intent, said in HEARD.items() for words in said]
)
def test_it_is_heard(intent: str, words: str) -> None:
    heard = EARS.hear(words, "en-GB", MONDAY)
    assert heard is not None
    assert heard.intent == intent


@pytest.mark.parametrize(
    "words", ["did she say no", "has my partner said no", "did Jo say no", "why did he say no"]
)
def test_a_question_about_a_no_is_no_skip(words: str) -> None:
    heard = EARS.hear(words, "en-GB", MONDAY)
    assert heard is not None
    assert heard.intent != "SkipIntent"


@pytest.mark.parametrize(
    "words",
    [
        "my phone died last night",
        "my son died laughing",
        "we lost the monitor",
        "we had a lovely day",
        "i had a nap",
    ],
)
def test_no_loss_is_heard_where_there_is_none(words: str) -> None:
    heard = EARS.hear(words, "en-GB", MONDAY)
    assert heard is None or heard.intent not in {"LossIntent", "LossAndMoreIntent"}
