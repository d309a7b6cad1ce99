"""A first name is one or two words of letters, and none that nobody is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skill.domain.naming import is_name
from tests.house import LIBRARY

NAMES = Path(__file__).parents[2] / "skill" / "locales" / "en" / "slots" / "names.json"


@pytest.mark.parametrize(
    "words",
    [
        "shithead", "fuckface", "dickheads", "cocks", "fuck's", "wanker's", "tossers", "bell end", "goddamn",
        "sexier", "shit head", "shit-head", "therapist's", "fifteen", "twenty", "drained", "nothing",
        "doctors", "mum's", "depressed",
    ],
)  # fmt: skip
def test_nobody_is_called_by_what_is_never_kept(words: str):
    assert not is_name(words, LIBRARY)


@pytest.mark.parametrize(
    "words",
    [
        "O'Brien", "D\u2019Angelo", "Mary-Ann", "Jos\u00e9", "So-Young", "Harshit", "Ishita", "Anna Lena",
        "Cassie", "Sachin", "Isha", "Analia", "Assia", "Titus",
    ],
)  # fmt: skip
def test_people_are_called_by_their_names(words: str):
    assert is_name(words, LIBRARY)


def test_every_name_we_know_is_one():
    known = json.loads(NAMES.read_text("utf-8"))
    assert [name for name in known if not is_name(name, LIBRARY)] == []
