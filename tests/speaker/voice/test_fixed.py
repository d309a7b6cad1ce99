from __future__ import annotations

import re

import pytest

from skill.domain.ladder import Touch
from skill.library import Library
from skill.speaker.voice.fixed import FixedText, fixed_sentences, sentences

LIBRARY = Library.english()
TOUCHING = [each for each in LIBRARY.exercises if each.touch is not Touch.NONE]
FREE = [each for each in LIBRARY.exercises if each.touch is Touch.NONE]


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "Sam",
        "Hello, Sam.",
        "Good to hear you, Alex.",
        "Here's today's question. Sam said yes.",
        "You're booked for Saturday at ten in the morning.",
        "Hello, {name}.",
        "here's today's question",
    ],
)
def test_words_that_do_not_stand_in_the_files_are_refused_and_not_repeated(words: str):
    with pytest.raises(ValueError, match=r"^these words are not fixed$"):
        FixedText(words)


def test_whole_sentences_of_the_files_are_fixed_one_or_many_whatever_their_spaces():
    FixedText("Here's today's question.")
    FixedText("  Here's  today's\nquestion.  Here's a lighter one. ")


@pytest.mark.parametrize("question", LIBRARY.questions[:40], ids=lambda question: str(question.id))
def test_a_question_is_fixed(question: object):
    FixedText(LIBRARY.phrase("en-GB", f"question.{getattr(question, 'id', '')}"))


@pytest.mark.parametrize("exercise", [each.id for each in FREE])
def test_every_step_without_touch_is_fixed(exercise: str):
    for key in LIBRARY.keys:
        if key.startswith(f"exercise.{exercise}.step."):
            FixedText(LIBRARY.phrase("en-US", key))


@pytest.mark.parametrize("exercise", [each.id for each in TOUCHING])
def test_an_exercise_with_touch_never_leaves_whole(exercise: str):
    steps = [key for key in LIBRARY.keys if key.startswith(f"exercise.{exercise}.step.")]
    with pytest.raises(ValueError):
        FixedText(" ".join(LIBRARY.phrase("en-US", key) for key in steps))


@pytest.mark.parametrize(
    "key",
    [
        "crisis.heard",
        "tonight.touched_out",
        "ending.early",
        "support.opening",
        "forgetting.",
        "check_in.kept",
        "check_in.skipped",
        "exercise.not_this",
        "exercise.for_two",
        "offering.for_you",
    ],
)
def test_what_would_tell_something_by_being_said_stays_here(key: str):
    words = next(LIBRARY.phrase("en-US", k) for k in LIBRARY.keys if k.startswith(key))
    with pytest.raises(ValueError):
        FixedText(words)


def test_no_fixed_sentence_has_a_field_or_a_mark_of_speech_in_it():
    assert not [each for each in fixed_sentences() if re.search(r"[{}<>&]", each)]
    assert len(fixed_sentences()) > 500


def test_a_sentence_ends_where_it_ends():
    assert sentences("One two. Three?  Four! “Five.” Six") == ["One two.", "Three?", "Four!", "“Five.", "Six"]
