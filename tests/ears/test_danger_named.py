"""A partner told of by a first name is heard like any other; a name alone alarms nobody."""

from __future__ import annotations

import re

import pytest

from skill.domain.distress import Distress
from skill.ears.danger import distress, phrases
from tests.ears.test_danger import SAID

NAMES = ("Alex", "Sam", "Priya", "karen")
SOMEBODY = re.compile(r"^(he|she|my (husband|wife|partner|boyfriend|girlfriend))\b", re.IGNORECASE)
FEARS = [
    words
    for words in (SAID / "fear.txt").read_text("utf-8").splitlines()
    if SOMEBODY.match(words) and " he " not in words and " she " not in words
]
FEARED = (
    "I'm scared of {name}",
    "it's Jo and I'm scared of {name}",
    "I'm frightened of what {name} will do",
    "{name}'s temper scares me",
    "{name}'s going to hurt me",
    "{name} hit me with a pan and I'm bleeding a bit",
    "{name} says I'd be better off dead",
    "{name} won't let me leave",
)
WORRYING = (
    "{name} wants to die",
    "{name} has taken an overdose",
    "{name} is not breathing",
    "I think {name} is going to kill himself",
)
ORDINARY = (
    "it's {name}",
    "{name} pushed me on the swing",
    "{name} let me sleep in",
    "when {name} made pancakes for everyone",
    "{name} won't sleep in her own bed",
    "I'm worried about {name}'s work",
    "book {name} alone time on Saturday",
    "I was scared of the storm and {name} came",
    "it will be a joy to see grace and will",
)


def _heard(words: str) -> Distress | None:
    return distress(words, phrases())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", FEARS)
def test_fear_of_somebody_told_of_by_name_is_heard(words: str, name: str) -> None:
    assert _heard(SOMEBODY.sub(name, words)) is Distress.FEAR


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", FEARED)
def test_a_name_makes_no_reply_louder(words: str, name: str) -> None:
    assert _heard(words.format(name=name)) is Distress.FEAR


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", WORRYING)
def test_danger_to_somebody_told_of_by_name_is_heard(words: str, name: str) -> None:
    assert _heard(words.format(name=name)) not in (None, Distress.FEAR)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", ORDINARY)
def test_a_name_by_itself_alarms_nobody(words: str, name: str) -> None:
    assert _heard(words.format(name=name)) is None


def test_there_are_fears_enough_to_put_a_name_in() -> None:
    assert len(FEARS) > 20
