"""What raises anything is heard to the letter: courtesies around it are fine, and a doubt or a no is not."""

from __future__ import annotations

from datetime import date

import pytest

from skill.ears.listening import Ears

EARS = Ears.english()
TODAY = date(2026, 11, 23)
RAISES = {"AMAZON.YesIntent", "ConsentIntent", "MoreIntent", "WantThisIntent"}


def heard(words: str) -> str | None:
    found = EARS.hear(words, "en-GB", TODAY)
    return found.intent if found else None


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("i'm in", "ConsentIntent"),
        ("um, i'm in please", "ConsentIntent"),
        ("yes, count me in", "ConsentIntent"),
        ("it's sam, i'm in", "ConsentIntent"),
        ("count me in, this is sam please", "ConsentIntent"),
        ("i want this too", "WantThisIntent"),
        ("well, i want this", "WantThisIntent"),
        ("we're ready for more please", "MoreIntent"),
        ("oh yes please", "AMAZON.YesIntent"),
    ],
)
def test_courtesies_do_not_matter(words: str, intent: str):
    assert heard(words) == intent


@pytest.mark.parametrize("doubt", ["no", "maybe", "i guess", "i suppose", "why not", "sorry"])
@pytest.mark.parametrize(
    "raising",
    ["i'm in", "count me in", "it's sam i'm in", "i want this", "one step up", "yes", "i'd like that"],
)
def test_a_doubt_or_a_no_in_front_of_it_does(doubt: str, raising: str):
    assert heard(f"{doubt} {raising}") not in RAISES


@pytest.mark.parametrize("doubt", ["no", "stop", "maybe", "enough", "later", "i guess", "for now", "help"])
@pytest.mark.parametrize("raising", ["i'm in", "count me in", "it's sam i'm in", "i want this"])
def test_a_doubt_or_a_no_behind_it_does(doubt: str, raising: str):
    assert heard(f"{raising} {doubt}") not in RAISES


@pytest.mark.parametrize(
    "words",
    [
        "is there more closeness",
        "do we have more closeness",
        "it's sam i'm in but no hug",
        "sam i'm in",
        "sam's in",
        "he says a hug is fine",
        "alex is fine with a hug",
        "is a hug okay tonight",
        "i want no hands on me tonight",
        "i'm done with hugs tonight",
        "i do everything",
    ],
)
def test_what_is_only_like_it_raises_lowers_and_pauses_nothing_unmeant(words: str):
    assert heard(words) not in RAISES | {"TouchTonightIntent", "PauseEverythingIntent"}
