"""A word is known in its plain forms, and a phrase only as a whole."""

from __future__ import annotations

import pytest

from skill.domain.word_forms import bare, forms, holds, left_over, words_of


def test_words_are_heard_in_one_spelling():
    assert words_of("Mum\u2019s caf\u00e9-table, again!") == ("mum's", "cafe", "table", "again")


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("mum's", "mum"),
        ("i'll", "i"),
        ("cats'", "cats"),
        ("o'clock", "o'clock"),
        ("can't", "can't"),
        ("tea", "tea"),
    ],
)
def test_what_is_shortened_behind_a_word_is_no_part_of_it(word: str, plain: str):
    assert bare(word) == plain


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("cats", "cat"), ("boxes", "box"), ("berries", "berry"), ("carried", "carry"), ("baking", "bake"),
        ("bakin", "bake"), ("bigger", "big"), ("hopped", "hop"), ("bakers", "bake"), ("sillier", "silly"),
        ("silliest", "silly"), ("cried", "cry"),
    ],
)  # fmt: skip
def test_a_plain_form_leads_to_its_word(said: str, word: str):
    assert word in forms(said)


@pytest.mark.parametrize(("said", "word"), [("gps", "gp"), ("its", "it"), ("cared", "ca")])
def test_an_ending_needs_a_word_before_it(said: str, word: str):
    assert word not in forms(said)


def test_a_phrase_is_found_in_its_plain_forms_and_only_whole():
    assert holds("three hot dogs", {"hot dog"})
    assert not holds("a hot day for a dog", {"hot dog"})


def test_an_innocent_word_is_only_itself():
    assert holds("a number", {"numb"})
    assert not holds("a number", {"numb"}, {"number"})
    assert holds("so numb", {"numb"}, {"number"})


def test_the_longest_phrase_is_taken_out_first():
    assert left_over(("not", "too", "bad", "thanks", "mum"), {"not too bad", "not", "thanks"}) == ("mum",)
    assert left_over((), {"a"}) == ()
    assert left_over(("a", "b"), set()) == ("a", "b")
