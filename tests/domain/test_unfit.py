"""What no child should hear is found in every form of its words, and in no word that only looks like it."""

from __future__ import annotations

import pytest

from skill.domain.turn import Kind, Slot, Turn
from skill.domain.unfit import is_of_health, is_rude, is_unfit
from tests.house import LIBRARY, House


@pytest.mark.parametrize(
    "said", ["damn", "damn's", "Damn!", "damned", "damnin'", "DAMN\u2019S", "god-damn", "d**n"]
)
def test_a_swear_word_is_one_in_any_form(said: str):
    assert is_rude(said, LIBRARY)


@pytest.mark.parametrize("part", sorted(LIBRARY.word_list("rude_parts")))
def test_a_word_built_on_a_swear_word_is_one(part: str):
    assert is_rude(f"what a mega{part}ish day", LIBRARY)


@pytest.mark.parametrize("name", ["profanity", "sexual", "health"])
def test_every_word_of_a_list_is_found_with_a_plain_ending(name: str):
    found = is_of_health if name == "health" else is_rude
    missed = [
        said
        for word in LIBRARY.word_list(name)
        for said in (word, f"{word}'s", f"my {word} again", f"{word}\u2019d")
        if not found(said, LIBRARY)
    ]
    assert missed == []


@pytest.mark.parametrize("name", ["profanity", "sexual", "health"])
def test_no_innocent_word_is_on_a_list(name: str):
    assert not LIBRARY.word_list(name) & LIBRARY.word_list("innocent")


@pytest.mark.parametrize("said", sorted(LIBRARY.word_list("innocent")))
def test_an_innocent_word_only_looks_like_another(said: str):
    assert not is_rude(said, LIBRARY)
    assert not is_of_health(said, LIBRARY)


@pytest.mark.parametrize(
    "said",
    [
        "classic", "assess", "shiitake", "peacock", "cockpit", "Scunthorpe", "Sussex", "grape", "hello",
        "he'll", "i'll", "we'll", "title", "analysis", "document", "class", "pass", "swanky", "assembly",
        "paint", "scarf",
    ],
)  # fmt: skip
def test_a_word_that_has_another_inside_it_passes(said: str):
    assert not is_rude(said, LIBRARY)
    assert not is_of_health(said, LIBRARY)


@pytest.mark.parametrize("said", ["damned", "screw you", "mega damn's"])
def test_a_turn_is_unfit_by_any_of_its_slots(said: str):
    slots = {"hands": Slot("one hand"), "theme": Slot(said)}
    turn = Turn(Kind.INTENT, "us", House().now, "en-GB", "SmallMomentIntent", slots)
    assert is_unfit(turn, LIBRARY)
    assert not is_unfit(Turn(Kind.INTENT, "us", House().now, slots={"hands": Slot("one hand")}), LIBRARY)
