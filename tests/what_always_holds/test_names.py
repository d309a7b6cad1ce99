"""What is a first name, and what was only heard as one."""

from __future__ import annotations

import pytest

from skill.domain.turn import Kind, Slot
from tests.house import House, spoken

NO_NAMES = ("tired", "fine", "me", "both of us", "?", "7", "i feel so alone", "fuck", "the baby", "x" * 40)


@pytest.mark.parametrize("intent", ["WhoIntent", "CallMeIntent", "NameIntent"])
@pytest.mark.parametrize("words", NO_NAMES)
def test_what_was_only_heard_as_a_name_is_nobodys(intent: str, words: str):
    house = House()
    house.take("", kind=Kind.LAUNCH)
    reply = house.take(intent, {"name": Slot(words)})
    assert words not in spoken(reply).casefold().split()
    assert house.kept().count("Person(name=None, ") == 2


@pytest.mark.parametrize("name", ["sam", "Mary Ann", "d'arcy", "jean-luc", "Zoë", "anna"])
def test_a_first_name_is_one_or_two_words(name: str):
    house = House()
    assert name.casefold() in spoken(house.take("WhoIntent", {"name": Slot(name)})).casefold()
