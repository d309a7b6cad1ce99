"""The words of the questions: short enough to hear once, kind to whoever answers, each of them once."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from skill.library import LOCALES, Library
from tests.voice_rules import count

LIBRARY = Library.english()
LONGEST_QUESTION = 14
NOT_ASKED = {
    "why", "always", "never", "should", "must", "fault", "blame", "better than", "more than you",
    "normal", "fight", "sick", "ill", "pain", "sleep", "mood", "body", "birth", "money",
    "mum", "mom", "dad", "mother", "father", "wife", "husband",
}  # fmt: skip
"""Care 2.4, 4.1 and 6.2: health, blame, comparisons, money, and the names of one kind of family."""


@pytest.fixture(params=LOCALES)
def spoken(request: pytest.FixtureRequest) -> dict[str, str]:
    """Every question as one of the five Englishes hears it."""
    return {q.id: LIBRARY.phrase(request.param, f"question.{q.id}") for q in LIBRARY.questions}


def test_every_question_is_one_question_of_fourteen_words_at_most(spoken: dict[str, str]):
    long = [words for words in spoken.values() if count(words) > LONGEST_QUESTION]
    several = [words for words in spoken.values() if words.count("?") != 1 or not words.endswith("?")]
    assert (long, several) == ([], [])


def test_no_question_asks_for_reasons_health_blame_or_a_comparison(spoken: dict[str, str]):
    asked = re.compile(rf"\b(?:{'|'.join(sorted(NOT_ASKED))})\b", re.IGNORECASE)
    assert [words for words in spoken.values() if asked.search(words)] == []


def test_every_question_can_be_answered_in_words_a_number_or_a_choice(spoken: dict[str, str]):
    opening = re.compile(r"(?:What|Which|Who|Whose|Where|When|How|If)\b")
    assert [words for words in spoken.values() if not opening.match(words)] == []


def test_no_question_stands_there_twice(spoken: dict[str, str]):
    bare = Counter(" ".join(re.findall(r"[a-z']+", words.casefold())) for words in spoken.values())
    assert [words for words, times in bare.items() if times > 1] == []


def test_every_question_has_a_name_of_its_own():
    names = Counter(q.id for q in LIBRARY.questions)
    assert [name for name, times in names.items() if times > 1] == []
    assert all(q.id.startswith(f"{q.kind}-") for q in LIBRARY.questions)
