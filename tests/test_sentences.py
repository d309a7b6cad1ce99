"""Everything the product can say, in all five locales, held against what is said and not said at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from skill.commands import main
from skill.library import LOCALES, Library
from skill.sentences import Sentence, listed, sentences
from tests.say_dont_say import NOT_FROM_US, NOT_WITH_CHILDREN
from tests.voice_rules import count, faults_of_words

LIBRARY = Library.english()
SENTENCES = tuple(sentences(LIBRARY))
EXEMPT = {
    ("misheard.close", "never"): "'never mind' blames nobody and is about no partner",
}
"""A phrase, and a word that it may hold, with the reason."""
HARMLESS = (
    "now", "once", "this once", "that once", "the next one", "without", "gone by", "a first name",
    "your first name", "as", "you",
)  # fmt: skip
"""What may follow "just", which then makes nobody's trouble smaller: a time, a number, a company."""
JUST = re.compile(rf"\bjust ({'|'.join(HARMLESS)})\b")


def as_heard(words: str) -> str:
    """Values take about one word each."""
    return re.sub(r"\{[^}]*\}", "something", words)


def faults(sentence: Sentence) -> Iterator[str]:
    """What is wrong with one, in any locale."""
    for locale in LOCALES:
        words = as_heard(sentence.words[locale])
        spoken = re.findall(r"[a-z']+", JUST.sub(" ", words.casefold()))
        plain = f" {' '.join(spoken)} "
        for rules in (NOT_WITH_CHILDREN, NOT_FROM_US):
            for reason, forbidden in rules.items():
                yield from (
                    f"{sentence.key} ({locale}) says {word!r}; instead: {reason}"
                    for word in forbidden
                    if f" {word} " in plain and not _exempt(sentence.key, word)
                )
        yield from (f"{sentence.key} ({locale}): {fault}" for fault in faults_of_words(words))


def _exempt(key: str, word: str) -> bool:
    return (key, word) in EXEMPT


def test_nothing_is_said_that_is_not_said_at_home():
    assert [fault for sentence in SENTENCES for fault in faults(sentence)] == []


def test_a_forbidden_word_is_found():
    planted = Sentence("menu.question", "", dict.fromkeys(LOCALES, "You should just relax."), reached=True)
    assert len(list(faults(planted))) == 3 * len(LOCALES)


def test_every_sentence_can_be_reached():
    assert [sentence.key for sentence in SENTENCES if not sentence.reached] == []


def test_every_exemption_is_needed(monkeypatch: pytest.MonkeyPatch):
    needed = {key for key, _ in EXEMPT}
    monkeypatch.setitem(globals(), "EXEMPT", {})
    at_fault = {sentence.key for sentence in SENTENCES if list(faults(sentence))}
    assert at_fault == needed
    said = " ".join(sentence.words["en-US"].casefold() for sentence in SENTENCES)
    assert [each for each in HARMLESS if f"just {each}" not in said] == []


def test_every_sentence_is_listed_with_its_context(capsys: pytest.CaptureFixture[str]):
    assert main(["sentences"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == list(listed(LIBRARY))
    assert len(lines) == len(SENTENCES) > 1500
    assert all(len(line.split("\t")) == 3 for line in lines)
    assert any(line.startswith("ending.early\t") for line in lines)


def test_what_rings_is_short_and_names_nobody():
    short = [s for s in SENTENCES if s.key in ("reminder.now", "reminder.before")]
    assert short
    for sentence in short:
        for words in sentence.words.values():
            assert len(words.replace("{lead}", "15 minutes")) <= 25
            assert "{name}" not in words


def test_a_step_of_an_exercise_is_said_in_one_breath():
    steps = [s for s in SENTENCES if re.fullmatch(r"exercise\.[A-Z]\w*\.step\.\d+", s.key)]
    assert steps
    assert [s.key for s in steps if count(s.words["en-US"]) > 25] == []


def test_what_has_to_be_said_is_there():
    said = " ".join(words.casefold() for sentence in SENTENCES for words in sentence.words.values())
    for needed in ("doctor", "midwife", "support list", "not a doctor", "others at home", "emergency number"):
        assert needed in said, needed
