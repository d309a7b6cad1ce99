"""A card has the library's keys and nothing else: no word anybody said, nothing about touch."""

from __future__ import annotations

import pytest

from skill.content.files import LibraryError
from skill.domain.card import Card, grade_of
from skill.domain.exercise.exercise import Exercise
from skill.domain.fact import Fact
from skill.domain.frame import Frame
from skill.domain.ladder import Touch
from skill.library import LOCALES, Library
from skill.speech import Speech

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
SHOWN: list[Exercise | Fact] = [*LIBRARY.exercises, *LIBRARY.facts]
CARDS = [each.card for each in SHOWN if each.card]
LONGEST = 700
"""Characters of a card: what is read at a glance, and far from what a platform takes."""


@pytest.mark.parametrize("words", ["her singing in the bath", "zanzibar", "", "Oh. Well", "a.b\nc"])
def test_words_are_no_card(words: str):
    for title, text in ((words, ("card.fact",)), ("card.fact", (words,))):
        with pytest.raises(ValueError, match="keys, not words"):
            Card(title, text)


def test_what_looks_like_a_key_and_is_none_is_never_shown():
    with pytest.raises(LibraryError):
        SPEECH.shown("bread.and.butter", "en-GB")


@pytest.mark.parametrize("each", SHOWN, ids=lambda each: each.id)
def test_everything_without_touch_says_where_it_comes_from_and_nothing_with_touch_does(each: Exercise | Fact):
    assert (each.card is None) is (each.touch is not Touch.NONE)


def test_a_frame_for_saying_something_leaves_nothing_on_a_screen():
    assert not hasattr(Frame, "card")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_card_names_what_it_is_about_its_source_and_how_well_it_was_tested(locale: str):
    for card in CARDS:
        first, source, grade = (SPEECH.shown(key, locale) for key in card.text)
        assert len(first.split()) >= 6
        assert source.startswith("Source: ")
        assert grade in [SPEECH.shown(grade_of(each), locale) for each in "ABCX"]
        shown = "\n\n".join((SPEECH.shown(card.title, locale), first, source, grade))
        assert len(shown) <= LONGEST
        assert not set("{}<>&") & set(shown)


def test_where_a_small_true_thing_comes_from_is_never_spoken():
    spoken = {LIBRARY.phrase("en-GB", key) for key in LIBRARY.keys}
    assert not {SPEECH.shown(card.text[1], "en-GB") for card in CARDS} & spoken
