"""Whose yes it is: by a voice or a name; a role and a name of neither bring none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skill.domain.closeness.consent import FirstIn
from skill.domain.ending import EARLY_CLOSE
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Close, Reply
from skill.domain.turn import Kind, Slot, Turn
from tests.conversations.exercise.exercise_room import keys
from tests.conversations.exercise.touch_room import IN, Evening, opened, touched


def named(room: Evening) -> Evening:
    """The two have names here, and nobody else."""
    with room.store.visit("us") as home:
        home.keep(home.household.naming(Partner.FIRST, "sam").naming(Partner.SECOND, "alex"))
    return room


def says(room: Evening, intent: str, slots: dict[str, str], person: str | None = None) -> Reply:
    """Words in time, whoever they say that it is."""
    open_ = room.sessions.get("kitchen", Progress())
    room.now += timedelta(seconds=1)
    filled = {name: Slot(said, said) for name, said in slots.items()}
    return room._take(Turn(Kind.INTENT, "us", room.now, "en-GB", intent, filled, person, open_), "kitchen")


OF_NEITHER = [
    ("ConsentIntent", {"role": "mummy", "consent": IN}),
    ("WhichOfUsIntent", {"role": "daddy"}),
    ("ConsentIntent", {"name": "robin", "consent": IN}),
    ("WhichOfUsIntent", {"name": "sam"}),
    ("ConsentIntent", {"name": "mummy", "consent": IN}),
    ("WhoIntent", {"name": "robin"}),
    ("WhoseIntent", {"whose": "partner"}),
    ("WhoseIntent", {"whose": "me"}),
    ("WhichOfUsIntent", {"which": "same"}),
    ("WhichOfUsIntent", {"which": "both"}),
]


@pytest.mark.parametrize(("intent", "slots"), OF_NEITHER)
@pytest.mark.parametrize("yeses", range(4))
def test_a_role_a_name_of_neither_and_both_are_nobodys_yes_and_asked_about_once(
    intent: str, slots: dict[str, str], yeses: int
):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    before, here = room.asked, room.household
    assert before is not None
    reply = says(room, intent, slots)
    assert not touched(reply)
    assert type(room.asked) is type(before), "it counts for nobody"
    assert room.household == here, "and nothing is learned from it"
    assert says(room, intent, slots) == Close((EARLY_CLOSE,))


def test_neither_of_us_is_a_no():
    room, _ = opened()
    assert keys(says(room, "WhichOfUsIntent", {"which": "nobody"})) == ["first_in.thanked"]


@pytest.mark.parametrize("yeses", range(4))
def test_no_its_alex_is_a_no_where_nobody_was_greeted_by_a_name(yeses: int):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    assert keys(says(room, "OtherNameIntent", {"name": "alex"})) == ["first_in.thanked"]


@pytest.mark.parametrize("yeses", [0, 1])
def test_no_its_alex_after_another_name_asks_each_afresh(yeses: int):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    says(room, "WhoIntent", {"name": "sam"})
    assert "who.hello" in keys(says(room, "OtherNameIntent", {"name": "alex"}))
    assert type(room.asked) is FirstIn
    assert room.asked.by is Partner.SECOND
    assert not touched(says(room, "ConsentIntent", {"consent": IN})), "a yes of before is none"
    again = says(room, "ConsentIntent", {"name": "alex", "consent": IN})
    assert not touched(again), "and one person is not two"
    assert touched(says(room, "ConsentIntent", {"name": "sam", "consent": IN}))


@pytest.mark.parametrize("name", ["sam", "mummy"])
def test_no_with_the_very_name_or_with_none_is_a_no(name: str):
    room, _ = opened()
    named(room)
    says(room, "WhoIntent", {"name": "sam"})
    assert keys(says(room, "OtherNameIntent", {"name": name})) == ["first_in.thanked"]


def test_no_its_somebody_elses_name_asks_each_afresh_and_learns_no_name():
    room, _ = opened()
    named(room)
    says(room, "WhoIntent", {"name": "sam"})
    assert "first_in.no_name" in keys(says(room, "OtherNameIntent", {"name": "robin"}))
    assert room.asked is not None
    assert room.asked.by is None
    assert room.household.called("robin") is None
