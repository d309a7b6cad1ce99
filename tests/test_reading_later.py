"""What few people ask for is read when somebody asks for it, and no sooner."""

from __future__ import annotations

import pytest

from skill.content.files import LibraryError
from skill.domain.turn import Kind, Turn
from skill.library import IN_CONTENT, Library
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.house import Bench, House, PlainEars

LATER = {"_small_moment_rows", "_frame_rows", "_fact_rows", "_menu_row", "small_moments", "frames", "facts"}


def _after(*intents: str) -> set[str]:
    """What a library has read of the later kind, once a house said these."""
    library, house = Library.english(), House()
    turns = Turns(MemoryStore(), MemoryStore(), library, PlainEars(), First())
    for intent in intents:
        turns.take(Turn(Kind.INTENT, "us", house.now, "en-GB", intent, new=True), Bench())
    return LATER & set(vars(library))


def test_a_check_in_an_exercise_and_a_launch_read_none_of_it():
    assert _after("CheckInIntent", "ExerciseIntent", "AMAZON.FallbackIntent", "LookBackIntent") == set()


def test_a_check_in_reads_no_exercise():
    library, house = Library.english(), House()
    turns = Turns(MemoryStore(), MemoryStore(), library, PlainEars(), First())
    turns.take(Turn(Kind.INTENT, "us", house.now, "en-GB", "CheckInIntent", new=True), Bench())
    assert not {"_exercise_rows", "exercises"} & set(vars(library))


@pytest.mark.parametrize("intent", ["SmallMomentIntent", "DidYouKnowIntent"])
def test_it_is_there_for_whoever_asks(intent: str):
    assert _after(intent)


@pytest.mark.parametrize("subject", IN_CONTENT)
def test_its_words_are_among_all_phrases(subject: str):
    library = Library.english()
    keys = [key for key in library.keys if key.startswith(f"{subject}.")]
    assert len(keys) > 5
    assert all(library.phrase("en-AU", key) for key in keys)


def test_one_that_is_not_there_is_named():
    with pytest.raises(LibraryError, match=r"small_moment\.nowhere-99"):
        Library.english().phrase("en-GB", "small_moment.nowhere-99")
