"""Small true things: short, sourced, graded, and nothing anybody has to live up to."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

import msgspec
import pytest

from skill.content.files import json_files, read
from tests.content.wording import ENGLISH, faults
from tests.voice_rules import count

LONGEST = 25
MEASURE = re.compile(r"\bper ?cent\b|%|\b(?:times|once|twice) (?:a|per) (?:day|week|month)\b")
HEDGED = re.compile(
    r"\bstud(?:y|ies)\b|\btrial\b|\bexperiment\b|\breview\b|\bresearch(?:ers)?\b|\btaught\b|\brule\b|\bword\b"
    r"|\bschool\b|\bhas shown\b|\bcommon way\b"
)


class Fact(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A row, as it stands in the file of its subject."""

    id: str
    touch: Literal["none", "hand", "hug", "kiss"]
    text: str
    source: str
    grade: Literal["A", "B", "C"]


BY_SUBJECT = {file.stem: read(file, list[Fact]) for file in json_files(ENGLISH / "did_you_know")}
FACTS = [fact for rows in BY_SUBJECT.values() for fact in rows]
each = pytest.mark.parametrize("fact", FACTS, ids=lambda f: f.id)


def test_there_are_twenty_and_twenty_of_them_speak_of_no_touch():
    assert len(FACTS) >= 20
    assert sum(fact.touch == "none" for fact in FACTS) >= 20


def test_ids_begin_with_their_subject_and_nothing_stands_twice():
    assert all(re.fullmatch(rf"{name}-\d\d", fact.id) for name, rows in BY_SUBJECT.items() for fact in rows)
    assert max(Counter(fact.id for fact in FACTS).values()) == 1
    assert max(Counter(fact.text for fact in FACTS).values()) == 1


@each
def test_it_is_short_asks_nothing_and_is_fit_for_everybody_in_the_room(fact: Fact):
    assert count(fact.text) <= LONGEST
    assert "?" not in fact.text
    assert faults(fact.text) == []


@each
def test_it_says_where_it_comes_from_and_sets_no_measure(fact: Fact):
    assert HEDGED.search(fact.text.casefold())
    assert not MEASURE.search(fact.text.casefold())


@each
def test_its_source_names_somebody_and_a_graded_study_has_a_year_or_a_place(fact: Fact):
    assert fact.source
    assert fact.grade == "C" or re.search(r"\b(?:19|20)\d\d\b|PMC\d+", fact.source)
    assert [fault for fault in faults(fact.source) if not fault.startswith("V2 ")] == []


@each
def test_only_one_marked_with_touch_speaks_of_it(fact: Fact):
    speaks = re.search(r"\btouch(?:ed)?\b|\bhand\b|\bhug\b|\bkiss\b", fact.text.casefold())
    assert bool(speaks) == (fact.touch != "none")
